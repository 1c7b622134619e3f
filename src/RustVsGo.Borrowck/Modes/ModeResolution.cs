using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Modes;

/// <summary>
/// Settles what lowering left open because it depends on what a local holds: whether a read by value moves, copies or reborrows, and
/// whether a place goes through a borrow. In: a lowered body; out: the same body, every read of which is a move or a copy.
/// </summary>
/// <remarks>
/// With <c>d</c> owned and <c>r = Own.Borrow(d)</c>: <c>var a = d;</c> becomes <c>a = move d</c>, <c>var b = r;</c> becomes <c>b = copy r</c>,
/// <c>var p = r.A;</c> becomes <c>p = move (*r).A</c>, which the checker then reports as a move out of a borrow.
/// </remarks>
internal static class ModeResolution
{
    private static readonly ImmutableArray<Projection> s_derefShared = ImmutableArray.Create(Projection.Deref(BorrowKind.Shared));
    private static readonly ImmutableArray<Projection> s_derefExclusive = ImmutableArray.Create(Projection.Deref(BorrowKind.Exclusive));

    /// <returns>What the locals hold.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static LocalModes Resolve(Body body, FlowGraph graph, CancellationToken cancellation)
    {
        var modes = LocalModes.Compute(body, graph, cancellation);
        var aliases = PlainAliases.Find(body, modes);
        foreach (var block in body.ReversePostorder)
        {
            cancellation.ThrowIfCancellationRequested();
            modes.Enter(block);
            var statements = body.Blocks[block].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                var statement = aliases is null ? statements[i] : aliases.Replace(statements[i]);
                if (statement is Assign assign)
                {
                    Resolve(body, modes, assign, statements[i]);
                    statements[i] = TakenOnce(assign, statements, i);
                }
                else
                {
                    var resolved = Resolve(body, modes, statement);
                    modes.Advance(statements[i]);
                    statements[i] = resolved;
                }
            }
        }

        body.ResultMode = body.Result < 0 ? Mode.None : modes.Everywhere(body.Result);
        return modes;
    }

    // Two parts of one value, or behind one borrow, that the same function takes with the whole: it takes that once.
    private static Assign TakenOnce(Assign statement, Block.StatementList before, int index)
    {
        if (statement is not { Value: Read { Operand: { IsCaptured: true, Kind: OperandKind.Move } operand } } taken)
        {
            return statement;
        }

        for (var i = index - 1; i >= 0 && before[i] is Assign earlier && earlier.Origin == taken.Origin; i--)
        {
            if (earlier.Value is Read { Operand: { IsCaptured: true, Kind: OperandKind.Move } first } && first.Place.Equals(operand.Place))
            {
                return taken with { Value = Copy(operand, earlier.Target) };
            }
        }

        return statement;
    }

    private static Statement Resolve(Body body, LocalModes modes, Statement statement)
    {
        switch (statement)
        {
            case Call { Target: { IsLocal: false } target } call:
                var through = Through(body, modes, target);
                return through.IsSame(target) ? call : call with { Target = through };
            case Use { Kind: UseKind.Invoke } call when call.Place.IsLocal && (modes.Of(call.Place.Local) & Mode.Once) != 0 && !body.Locals[call.Place.Local].IsTransient:
                var cause = call.PassedFor is null ? MoveCause.Called : new MoveCause(MoveCauseKind.Argument, call.PassedFor);
                return new Drop(call.Origin, call.Place, cause, Idempotent: false);
            case Use { Kind: UseKind.Repeat } use when (modes.Of(use.Place.Local) & Mode.Once) == 0 || !use.Place.IsLocal:
                return use with { Place = Behind(body, modes, use.Place), Kind = UseKind.Copy };
            case Use use:
                return use.At(Behind(body, modes, use.Place));
            case Restore restore:
                return restore with { Place = Through(body, modes, restore.Place) };
            case Drop { Place.IsLocal: true } drop when modes.Of(drop.Place.Local).IsUnowned():
                return drop.At(OfNobody(body, drop.Place));
            case Drop drop when modes.Of(drop.Place.Local).IsPlain() && !IsEndOfOwnUsing(body, drop):
                // Nobody says that it is owned here: dropping what was lent is a use like any other.
                return new Use(drop.Origin, drop.Place, UseKind.Borrow);
            case Drop { Named: { } named } drop when modes.Of(drop.Place.Local).IsBorrowed():
                return drop with { Place = Behind(body, modes, named), Named = null, Through = drop.Place };
            case Drop { Place.IsLocal: true } drop when body.Locals[drop.Place.Local].IsElement:
                // The loop's variable is gone; the collection, which was borrowed exclusively for it, still has the element.
                return drop;
            case Drop drop:
                return drop.At(Behind(body, modes, drop.Place));
            default:
                return statement;
        }
    }

    // What it gives its target is told from what stood there before.
    private static void Resolve(Body body, LocalModes modes, Assign assign, Statement before)
    {
        var target = Through(body, modes, assign.Target);
        if (assign is { Named: { } named, Value: Read { Operand: var operand } } && NamedRead.Takes(assign, operand, modes.Of(operand.Place.Local))
            && Resolve(body, modes, operand with { Place = named, IsCaptured = false }) is Read { Operand.Kind: OperandKind.Move } taken)
        {
            var through = Through(body, modes, operand.Place);
            modes.Advance(before);
            assign.Resolve(target, taken, named: null, through);
            return;
        }

        var value = Resolve(body, modes, assign.Value);
        Place? place = assign.Named is { } name ? Behind(body, modes, name) : null;
        modes.Advance(before);
        assign.Resolve(target, value, place, through: null);
    }

    // Whatever a using was given, its variable is good until its end.
    private static bool IsEndOfOwnUsing(Body body, Drop drop) =>
        drop.Cause.Kind == MoveCauseKind.UsingEnded && drop.Place.IsLocal && body.Locals[drop.Place.Local].Symbol is ILocalSymbol { IsUsing: true };

    private static Rvalue Resolve(Body body, LocalModes modes, Rvalue value) => value switch
    {
        Borrow { Direct: true } borrow => borrow.At(Through(body, modes, borrow.Place)),
        Borrow { Strength: LoanStrength.Keeps } borrow when !MayBeKept(body, modes, borrow.Place) =>
            new Read(new Operand(OperandKind.Copy, borrow.Place, Gives: false, MoveCause.Assigned, IsMoveType: false)),
        Borrow { Place.IsLocal: true } borrow when IsUnknown(body, modes, borrow.Place.Local) =>
            new Read(new Operand(OperandKind.Copy, borrow.Place, Gives: false, MoveCause.Assigned, IsMoveType: true)),
        Borrow { IsInferred: true, Place: { IsIndirect: false } place } when modes.Of(place.Local).IsPlain() =>
            new Read(new Operand(OperandKind.Copy, place, Gives: false, MoveCause.Assigned, IsMoveType: true)),
        Borrow borrow => borrow.At(Behind(body, modes, borrow.Place)),
        Read { Operand.IsPlainName: true } => new Fresh(Mode.Plain),
        Read { Operand: { Kind: OperandKind.Value } operand } => Resolve(body, modes, operand),
        _ => value,
    };

    // What a keeper is given is dropped with it where it is known whose it is: a value that is owned here, or one that was borrowed.
    private static bool MayBeKept(Body body, LocalModes modes, Place place) =>
        modes.Of(place.Local).IsOwned() || (place.IsLocal && modes.Of(place.Local).IsBorrowed());

    // A value of a move type that came from somewhere the model does not describe: nobody knows whose it is.
    private static bool IsUnknown(Body body, LocalModes modes, int local) =>
        body.Locals[local].IsMoveType && modes.Of(local).IsPlain();

    private static Rvalue Resolve(Body body, LocalModes modes, Operand operand)
    {
        var root = modes.Of(operand.Place.Local);
        if (operand.Place.IsLocal)
        {
            return root.IsUnowned() && IsTaken(operand) ? Move(operand, OfNobody(body, operand.Place)) : ResolveLocal(body.Locals[operand.Place.Local], root, operand);
        }

        var place = Through(body, modes, operand.Place);
        if (operand.IsCaptured && operand.IsMoveType && place.IsIndirect)
        {
            return TakeBorrow(operand, place);
        }

        if (BorrowedMemberRead.Kind(operand.Place) is { } kind)
        {
            return kind == BorrowKind.Shared || operand.Gives
                ? Copy(operand, place.Prefix(place.Projections.Length - 1))
                : new Borrow(BorrowKind.Exclusive, place, TwoPhase: false, Direct: false);
        }

        if (!operand.Gives && place.IsIndirect && body.Locals[place.Local].HoldsBorrows)
        {
            return new Borrow(place.IsBehindShared ? BorrowKind.Shared : BorrowKind.Exclusive, place, TwoPhase: false, Direct: false);
        }

        if (root.IsUnowned() && root.IsPlain())
        {
            return IsTaken(operand) ? Move(operand, OfNobody(body, place)) : Copy(operand, place);
        }

        return operand.IsMoveType && !root.IsPlain() ? Move(operand, place) : Copy(operand, place);
    }

    // Storing it, or naming it again, leaves it to everybody; who becomes its owner takes it.
    private static bool IsTaken(Operand operand) =>
        operand is { IsMoveType: true, Gives: true, Cause.Kind: MoveCauseKind.Argument or MoveCauseKind.Receiver or MoveCauseKind.Returned };

    // What nobody owns is as if behind a shared borrow where it is taken, and nowhere else.
    private static Place OfNobody(Body body, Place place)
    {
        body.Locals[place.Local].MayBeShared = true;
        return new Place(place.Local, place.Projections.Insert(0, Projection.Deref(BorrowKind.Shared)));
    }

    private static Rvalue ResolveLocal(LocalDecl local, Mode mode, Operand operand)
    {
        var place = operand.Place;
        if (mode.IsBorrowed())
        {
            var takes = operand.Gives && (operand.IsMoveType || operand.Cause.Kind == MoveCauseKind.Argument);
            if (takes)
            {
                return Move(operand, new Place(place.Local, DerefAlone(mode)));
            }

            if (operand.IsCaptured && local is { IsMoveType: true, IsRef: false, IsTransient: false })
            {
                return TakeBorrow(operand, place.Project(Deref(mode)));
            }

            // A lambda that names an exclusive borrow as its result gives it away, and runs once: its result has no type yet to reborrow for.
            if (operand.Cause.Kind == MoveCauseKind.Returned && !mode.IsShared() && local is { IsMoveType: true, IsFromAround: true })
            {
                return Move(operand, place);
            }

            return mode.IsShared() || local.IsTransient
                ? Copy(operand, place)
                : new Borrow(BorrowKind.Exclusive, new Place(place.Local, DerefAlone(mode)), TwoPhase: false, Direct: false);
        }

        if (!mode.IsOwned())
        {
            // A parameter that takes ownership is strict, whatever is known of what it is given.
            var isTaken = operand.Gives && operand.Cause.Kind is MoveCauseKind.Argument or MoveCauseKind.Receiver && !local.IsTransient;
            return isTaken ? Move(operand, place) : Copy(operand, place);
        }

        // What a type parameter stands for may be of a move type.
        if (operand.IsMoveType || local.Kind == LocalKind.Temporary
            || (operand.Gives && (operand.Cause.Kind is MoveCauseKind.Argument or MoveCauseKind.Receiver || local.Type is ITypeParameterSymbol)))
        {
            return Move(operand, place);
        }

        // A plain value that is stored or returned has one more name, and keeps the old one.
        return operand.Gives ? Copy(operand, place) : new Borrow(BorrowKind.Shared, place, TwoPhase: false, Direct: false);
    }

    // The first borrow on the way to the place: a shared one is copied, an exclusive one goes with who takes it (rustc's `adjust_for_move_closure`).
    private static Read TakeBorrow(Operand operand, Place place)
    {
        var length = 0;
        while (place.Projections[length].Kind != ProjectionKind.Deref)
        {
            length++;
        }

        return place.Projections[length].IsThroughShared ? Copy(operand, place.Prefix(length)) : Move(operand, place.Prefix(length));
    }

    private static Read Move(Operand operand, Place place) => new(operand with { Kind = OperandKind.Move, Place = place });

    private static Read Copy(Operand operand, Place place) => new(operand with { Kind = OperandKind.Copy, Place = place });

    private static ImmutableArray<Projection> DerefAlone(Mode mode) => mode.IsShared() ? s_derefShared : s_derefExclusive;

    private static Projection Deref(Mode mode) => Projection.Deref(mode.IsShared() ? BorrowKind.Shared : BorrowKind.Exclusive);

    /// <summary><c>r.A</c> is <c>(*r).A</c> when <c>r</c> is a borrow; <c>r</c> alone stays the variable.</summary>
    private static Place Through(Body body, LocalModes modes, Place place)
    {
        if (place.IsLocal || body.Locals[place.Local].IsRef || !modes.Of(place.Local).IsBorrowed())
        {
            return place;
        }

        return new Place(place.Local, place.Projections.Insert(0, Deref(modes.Of(place.Local))));
    }

    /// <summary>As <see cref="Through"/>, and <c>r</c> alone is what it borrows, <c>*r</c>.</summary>
    private static Place Behind(Body body, LocalModes modes, Place place)
    {
        if (place.IsLocal && !body.Locals[place.Local].IsRef && modes.Of(place.Local).IsBorrowed())
        {
            return new Place(place.Local, DerefAlone(modes.Of(place.Local)));
        }

        return Through(body, modes, place);
    }
}
