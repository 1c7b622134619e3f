using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// What a nested function's body does with variables of the bodies around it: for each place the strongest of its uses
/// (Rust 2021 captures disjoint places, RFC 2229; rustc's <c>upvar.rs</c>).
/// </summary>
internal static class ClosureCaptures
{
    /// <param name="body">The resolved body of the nested function.</param>
    /// <param name="types">Which types have a drop: out of a value of one nothing is taken, so that it is captured as a whole.</param>
    public static ImmutableArray<CapturedPlace> Of(Body body, TypeOwnership types)
    {
        var captures = new List<(Place Place, CaptureKind Kind, int Use)>();
        var assigned = new HashSet<int>();
        var copied = new HashSet<int>();
        var moves = new List<(Place Place, Statement Statement, MoveCause Cause)>();
        foreach (var index in body.ReversePostorder)
        {
            foreach (var statement in body.Blocks[index].Statements)
            {
                Add(body, types, captures, statement);
                // Nothing is taken out of a borrow: that is an error there.
                if (MoveOf(statement) is { Place: var place } moved && (!place.IsIndirect || body.Locals[place.Local].IsRef))
                {
                    moves.Add((moved.Place, statement, moved.Cause));
                }

                if (AssignedLocal(statement) is >= 0 and var written)
                {
                    assigned.Add(written);
                }

                if (CopiedLocal(body, statement) is >= 0 and var read)
                {
                    copied.Add(read);
                }
            }
        }

        var result = ImmutableArray.CreateBuilder<CapturedPlace>(captures.Count);
        foreach (var (place, kind, use) in captures)
        {
            var local = body.Locals[place.Local];
            var isAssigned = place.IsLocal && assigned.Contains(place.Local);

            // A plain object has other names anyway: that a lambda changes it does not take it from them.
            var isPlain = !isAssigned && place.IsLocal && local is { IsMoveType: false, Type.IsReferenceType: true };
            var move = kind == CaptureKind.Value ? FirstMove(body, types, moves, local, place) : null;
            result.Add(new CapturedPlace(local.Symbol, local.Type, Outside(place), isPlain && kind == CaptureKind.Exclusive ? CaptureKind.Shared : kind, isAssigned, body.Origins[use], move)
            {
                Inner = place,
                IsCopied = kind == CaptureKind.Shared && place.IsLocal && copied.Contains(place.Local),
            });
        }

        return result.ToImmutable();
    }

    private static CapturedMove? FirstMove(Body body, TypeOwnership types, List<(Place Place, Statement Statement, MoveCause Cause)> moves, LocalDecl local, Place captured)
    {
        foreach (var (place, statement, cause) in moves)
        {
            if (place.Local == local.Index && captured.IsPrefixOf(Truncate(types, local, place, CaptureKind.Value)))
            {
                return new CapturedMove(body.Origins[statement.Origin], local.Symbol, place.Projections, cause);
            }
        }

        return null;
    }

    private static (Place Place, MoveCause Cause)? MoveOf(Statement statement) => statement switch
    {
        Assign { Value: Read { Operand: { Kind: OperandKind.Move } operand } } => (operand.Place, operand.Cause),
        Drop drop => (drop.Place, drop.Cause),
        _ => null,
    };

    private static int AssignedLocal(Statement statement) => statement switch
    {
        // By a function inside this one.
        Assign { Value: Borrow { IsCapture: true, Direct: true, Kind: BorrowKind.Exclusive, Place: { IsLocal: true } borrowed } } => borrowed.Local,
        Assign { Target: { IsLocal: true } target } => target.Local,
        Call { Target: { IsLocal: true } target } => target.Local,
        _ => -1,
    };

    // `|| r` and `let y = r` name the borrow itself; everywhere else its type is known, and rustc reborrows what it borrows (`coerce_borrowed_pointer`).
    private static int CopiedLocal(Body body, Statement statement) =>
        statement is Assign { Value: Read { Operand: { Kind: OperandKind.Copy, Place: { IsLocal: true } read } } } assign && body.Locals[read.Local] is { IsFromAround: true, EntryMode: Mode.Shared }
        && (body.Locals[assign.Target.Local].Kind == LocalKind.Temporary || body.WritesOf(assign.Target.Local).Only is not null)
            ? read.Local
            : -1;

    private static void Add(Body body, TypeOwnership types, List<(Place, CaptureKind, int)> captures, Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                // What a function inside this one captures is used where that one uses it.
                var use = assign.CapturedUse >= 0 ? assign.CapturedUse : assign.Origin;
                switch (assign.Value)
                {
                    case Read { Operand: { Kind: OperandKind.Move, Place: var moved } }:
                        Add(body, types, captures, moved, CaptureKind.Value, use);
                        break;
                    case Read { Operand.Place: var copied }:
                        Add(body, types, captures, copied, CaptureKind.Shared, use);
                        break;
                    case Borrow borrow:
                        Add(body, types, captures, borrow.Place, borrow.Kind == BorrowKind.Shared ? CaptureKind.Shared : CaptureKind.Exclusive, use);
                        break;
                }

                Add(body, types, captures, assign.Target, CaptureKind.Exclusive, assign.WriteOrigin < 0 ? assign.Origin : assign.WriteOrigin);
                break;
            case Call { Target: { } target }:
                Add(body, types, captures, target, CaptureKind.Exclusive, statement.Origin);
                break;
            case Use { Place: var used }:
                Add(body, types, captures, used, CaptureKind.Shared, statement.Origin);
                break;
            case Drop drop:
                Add(body, types, captures, drop.Place, CaptureKind.Value, drop.Origin);
                break;
        }
    }

    private static void Add(Body body, TypeOwnership types, List<(Place Place, CaptureKind Kind, int Use)> captures, Place place, CaptureKind kind, int use)
    {
        var local = body.Locals[place.Local];
        if (!local.IsFromAround)
        {
            return;
        }

        var captured = Truncate(types, local, place, kind);
        for (var i = 0; i < captures.Count; i++)
        {
            var (known, knownKind, knownUse) = captures[i];
            var (strongest, itsUse) = knownKind >= kind ? (knownKind, knownUse) : (kind, use);
            if (known.IsPrefixOf(captured))
            {
                captures[i] = (known, strongest, itsUse);
                return;
            }

            if (captured.IsPrefixOf(known))
            {
                captures.RemoveAt(i--);
                (kind, use) = (strongest, itsUse);
            }
        }

        captures.Add((captured, kind, use));
    }

    // The step through a ref belongs to the variable. Behind an exclusive borrow parts are captured as those of a value are; what is taken out
    // of it, or stands behind a shared one, captures the borrow itself.
    private static Place Truncate(TypeOwnership types, LocalDecl local, Place place, CaptureKind kind)
    {
        var steps = place.Projections;
        var start = local.IsRef && steps.Length > 0 ? 1 : 0;
        var end = start;
        if (start == 0 && kind != CaptureKind.Value && local.IsMoveType && !place.IsBehindShared && steps is [{ Kind: ProjectionKind.Deref }, { Kind: ProjectionKind.Field }, ..])
        {
            end = 1;
        }

        while (end < steps.Length && steps[end].Kind == ProjectionKind.Field)
        {
            end++;
        }

        var captured = new Place(place.Local);
        for (var i = start; i < end; i++)
        {
            captured = captured.Project(steps[i]);
        }

        return kind == CaptureKind.Value ? captured.Prefix(TakenLength(types, local.Type, local.Kind == LocalKind.This, captured.Projections)) : captured;
    }

    /// <summary>
    /// How many of <paramref name="steps"/> are left when a function takes the place: a value with a drop of its own, which would look at what was
    /// taken, goes as a whole (rustc's <c>restrict_precision_for_drop_types</c>).
    /// </summary>
    public static int TakenLength(TypeOwnership types, ITypeSymbol? root, bool isThis, ImmutableArray<Projection> steps)
    {
        var type = root;
        for (var i = 0; i < steps.Length; i++)
        {
            // As in MoveLegality: a constructor or destructor may take apart what is its own.
            if (!(i == 0 && isThis) && types.HasDrop(type) && types.IsMoveType(type))
            {
                return i;
            }

            type = TypeAfter(steps[i]);
        }

        return steps.Length;
    }

    /// <summary>
    /// How many of the first <paramref name="length"/> steps are left when a function that outlives the body takes the place along: of plain data the
    /// value that it is part of, for C# captures the variable and not the data (Rust's <c>move</c> closure has a copy).
    /// </summary>
    public static int OwnerLength(TypeOwnership types, ITypeSymbol? root, ImmutableArray<Projection> steps, int length)
    {
        var owner = types.IsMoveType(root) ? 0 : length;
        for (var i = 0; i < length; i++)
        {
            owner = types.IsMoveType(TypeAfter(steps[i])) ? i + 1 : owner;
        }

        return owner;
    }

    private static ITypeSymbol? TypeAfter(Projection step) => step.Member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    // The body around goes through its borrows by itself.
    private static ImmutableArray<Projection> Outside(Place captured) =>
        captured.Projections is [{ Kind: ProjectionKind.Deref }, ..] steps ? steps.RemoveAt(0) : captured.Projections;
}
