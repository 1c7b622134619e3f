using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using RustVsGo.Borrowck.MovePaths;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// The walk that finds errors (rustc's <c>MirBorrowckCtxt</c>): one visit of each statement with the state before it; a statement is a few
/// accesses to places.
/// </summary>
internal sealed class BorrowChecker
{
    private readonly Body _body;
    private readonly MoveLegality _legality;
    private readonly MoveData? _moves;
    private readonly Segmented<BitSet?>? _uninitialized;
    private readonly HeldLoans? _held;
    private readonly AccessChecker _access;
    private readonly EscapeChecker? _escapes;
    private readonly BodyInference _inference;
    private readonly ErrorBuffer _errors;
    private readonly MoveChecker _moved;

    public BorrowChecker(
        Body body,
        MoveLegality legality,
        MoveData? moves,
        Segmented<BitSet?>? uninitialized,
        LoanSet loans,
        HeldLoans? held,
        BodyInference inference,
        ErrorBuffer errors)
    {
        _body = body;
        _legality = legality;
        _moves = moves;
        _uninitialized = uninitialized;
        _held = held;
        _inference = inference;
        _errors = errors;
        _moved = new MoveChecker(body, moves, errors);
        _access = new AccessChecker(body, loans, held, inference, MayBeTaken, errors);
        _escapes = held is null || !body.LetsBorrowsOut ? null : new EscapeChecker(body, loans, held, inference, errors);
    }

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public void Check(CancellationToken cancellation)
    {
        var analysis = _moves is null ? null : new MaybeUninitialized(_moves);
        foreach (var block in _body.ReversePostorder)
        {
            cancellation.ThrowIfCancellationRequested();
            _moved.State = _uninitialized?[block]?.Clone();
            _held?.Enter(block);
            var statements = _body.Blocks[block].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                Visit(statements[i], new Point(block, i));
                if (_moved.State is { } state)
                {
                    analysis!.Apply(state, block, i);
                }

                _held?.Advance(i);
            }

            if (_body.Blocks[block].IsReturn)
            {
                _escapes?.CheckReturn(block);
            }
        }
    }

    private void Visit(Statement statement, Point point)
    {
        _access.IsInLock = statement.IsInLock;
        switch (statement)
        {
            case Assign assign:
                Consume(assign, point);
                _escapes?.CheckStore(assign, point);

                Mutate(assign.Target, assign.WriteOrigin < 0 ? assign.Origin : assign.WriteOrigin, point, assign.Through?.Local ?? LastRead(assign, point));
                break;
            case Call call:
                _access.Activate(point, call);
                _escapes?.CheckStore(call, point);
                if (call.Target is { } target)
                {
                    Mutate(target, call.Origin, point);
                }

                break;
            case Use { Kind: UseKind.Repeat } use:
                foreach (var (move, closure) in CapturedMoveFinder.Find(_body, use.Place.Local))
                {
                    _errors.Add(new IllegalMove(move.Syntax, PlaceName.Of(move), IllegalMoveKind.OutOfCapture, move.Root, move.Cause) { Closure = closure, CalledAgainBy = use.PassedFor });
                }

                _moved.Check(use.Place, use.Origin, point, UseAfterMoveKind.Use);
                break;
            case Use use:
                if (use.Kind is not (UseKind.NullTest or UseKind.Reference))
                {
                    // Calling a delegate does what its body does with what it captured; those loans it holds itself.
                    _access.Access(point, use.Origin, use.Place, AccessDepth.Deep, use.Kind == UseKind.Copy ? AccessKind.Copy : AccessKind.SharedBorrow);
                }

                if (use.Kind == UseKind.NullTest && !_body.Locals[use.Place.Local].IsMoveType)
                {
                    // A plain object is still there when it was dropped.
                    break;
                }

                _moved.Check(use.Place, use.Origin, point, use.Kind == UseKind.Borrow ? UseAfterMoveKind.Borrow : UseAfterMoveKind.Use, wholeOnly: use.Kind is UseKind.Reference or UseKind.NullTest);
                break;
            case Drop drop:
                VisitDrop(drop, point);
                break;
            case Escape escape:
                _escapes?.CheckEscape(escape, point);
                break;
            case StorageDead dead:
                _access.Access(point, dead.Origin, new Place(dead.Local), AccessDepth.Shallow, AccessKind.StorageDead);
                break;
        }
    }

    private void Consume(Assign assign, Point point)
    {
        switch (assign.Value)
        {
            case Read { Operand: { Kind: OperandKind.Move, IsSwapped: true, Place.IsIndirect: true } operand }:
                // Behind a borrow it is a swap: writing the new value is what is held against the loans.
                _moved.Check(operand.Place, assign.Origin, point, UseAfterMoveKind.Move);
                break;
            case Read { Operand: { Kind: OperandKind.Move } operand }:
                _access.Access(point, assign.Origin, operand.Place, AccessDepth.Deep, AccessKind.Move, move: operand.Cause, through: assign.Through?.Local ?? -1);
                if (!operand.IsSwapped && !IsTaken(operand.Place, point))
                {
                    CheckLegality(operand.Place, assign.Origin, point, operand.Cause);
                }

                _moved.Check(operand.Place, assign.Through, assign.Origin, point, UseAfterMoveKind.Move);
                break;
            case Read { Operand: var operand }:
                _access.Access(point, assign.Origin, operand.Place, AccessDepth.Deep, AccessKind.Copy);
                _moved.Check(operand.Place, assign.Origin, point, UseAfterMoveKind.Use);
                break;
            case Borrow borrow:
                // A reservation looks no further than that the borrow may be taken; its conflicts show where it begins.
                if (borrow.TwoPhase)
                {
                    _access.Access(point, assign.Origin, borrow.Place, AccessDepth.Deep, AccessKind.Reserve);
                }

                // Behind a shared borrow there is no loan that could begin later.
                if (!borrow.TwoPhase || borrow.Place.IsBehindShared)
                {
                    var kind = borrow.Kind == BorrowKind.Exclusive ? AccessKind.ExclusiveBorrow : IsOnlyTested(assign, borrow) ? AccessKind.Copy : AccessKind.SharedBorrow;
                    _access.Access(point, assign.Origin, borrow.Place, AccessDepth.Deep, kind);
                }

                _moved.Check(borrow.Place, assign.Origin, point, UseAfterMoveKind.Borrow);
                break;
        }
    }

    // A pattern whose variable is given away later binds by value: what it reads of its place is no more than which case it is (rustc's
    // `Rvalue::Discriminant`, a copy), and the value goes with the variable.
    private bool IsOnlyTested(Assign assign, Borrow borrow) =>
        _held is not null && borrow.IsInferred && assign is { Named: not null, Target.IsLocal: true } && _inference.IsGivenAway(_body, assign.Target.Local);

    private void VisitDrop(Drop drop, Point point)
    {
        var isEndOfUsing = drop.Cause.Kind == MoveCauseKind.UsingEnded;

        // A delegate that is called, here or by somebody else, uses what it captured, and those loans it holds itself.
        var isCall = drop.Cause.Kind is MoveCauseKind.Called or MoveCauseKind.Argument;
        if (!isCall)
        {
            var depth = _legality.HasDestructor(drop.Place) ? AccessDepth.Deep : AccessDepth.Drop;
            var access = isEndOfUsing ? AccessKind.EndOfUsing : AccessKind.Drop;
            _access.Access(point, drop.Origin, drop.Place, depth, access, move: drop.Cause, through: drop.Through?.Local ?? -1);
        }

        var isField = drop.Place.IsIndirect && drop.Place.Projections[drop.Place.Projections.Length - 1].Kind == ProjectionKind.Field;
        if (isField && drop.Place.IsBehindShared)
        {
            _errors.Add(new WriteThroughShared(
                _body.Origins[drop.Origin], PlaceName.Of(_body, drop.Place, drop.Origin), IsAssignment: false, _body.Locals[drop.Place.Local].Symbol) { Member = LenderOf(drop.Place) });
        }
        else if (!_legality.MayBeDropped(drop.Place))
        {
            CheckLegality(drop.Place, drop.Origin, point, drop.Cause);
        }

        if (!drop.Idempotent)
        {
            _moved.Check(drop.Place, drop.Through, drop.Origin, point, isEndOfUsing ? UseAfterMoveKind.EndOfUsing : isCall ? UseAfterMoveKind.Use : UseAfterMoveKind.Drop);
        }
    }

    private void Mutate(Place target, int origin, Point point, int through = -1)
    {
        if (target.IsLocal && _body.Locals[target.Local].IsTransient)
        {
            return;
        }

        _moved.CheckAssigned(target, origin, point);
        _access.Access(point, origin, target, AccessDepth.Shallow, AccessKind.Assign, through: through);
    }

    // The value is read before the target is written: a borrow that was followed for the last time to get at it is over by then.
    // So is the name of a function that `this` gets: what it captured of `this` it may hold there.
    private int LastRead(Assign assign, Point point) =>
        _held is not null && assign.Value is Read { Operand.Place: { Local: var local } place } && (place.IsIndirect ? !LoanFlow.IsPassedOn(assign) : IsFunctionForThis(assign.Target, local))
            && !_held.IsLive(local, point.Statement + 1)
            ? local : -1;

    private bool IsFunctionForThis(Place target, int value) => _body.Locals[target.Local].Kind == LocalKind.This && _body.Locals[value].Type?.TypeKind == TypeKind.Delegate;

    // `var x = d.Next; d.Next = null;` is `Own.Take(ref d.Next)`: nobody sees the place in between.
    private bool IsTaken(Place place, Point point)
    {
        if (!place.IsIndirect || place.IsBehindShared)
        {
            return false;
        }

        var statements = _body.Blocks[point.Block].Statements;
        for (var i = point.Statement + 1; i < statements.Count; i++)
        {
            switch (statements[i])
            {
                case Assign { Value: Fresh { Mode: Mode.None } } written when written.Target.Equals(place):
                    return true;
                case Assign { Target.IsLocal: true, Value: Read { Operand.Place: var read } } when !read.IsPrefixOf(place) && !place.IsPrefixOf(read):
                case Use { Kind: UseKind.NullTest }:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private void CheckLegality(Place place, int origin, Point point, MoveCause cause)
    {
        var kind = _legality.Of(place) switch
        {
            MoveVerdict.OutOfBorrow => IllegalMoveKind.OutOfBorrow,
            MoveVerdict.OutOfElement => IllegalMoveKind.OutOfElement,
            MoveVerdict.OutOfDropType => IllegalMoveKind.OutOfDropType,
            _ => default(IllegalMoveKind?),
        };
        if (kind == IllegalMoveKind.OutOfBorrow && _body.Locals[place.Local].Static is not null)
        {
            kind = IllegalMoveKind.OutOfStatic;
        }
        else if (kind == IllegalMoveKind.OutOfBorrow && _body.Locals[place.Local] is { MayBeShared: true, IsMoveType: true })
        {
            kind = IllegalMoveKind.OutOfShared;
        }

        if (kind is { } illegal && !(illegal == IllegalMoveKind.OutOfBorrow && _inference.TryTake(_body, place.Local, MayBeTaken)))
        {
            _errors.Add(new IllegalMove(_body.Origins[origin], PlaceName.Of(_body, place, origin), illegal, _body.Locals[place.Local].Symbol, cause)
            {
                Authority = BodyAuthority.Of(_body, place.Local, point),
                UseInClosure = _body.CapturedUseAt(point),
                Member = LenderOf(place),
                MoveType = _legality.MoveTypeOf(place),
                LentBy = LentBy(place),
            });
        }
    }

    // What a call lent has no name of its own.
    private ISymbol? LentBy(Place place)
    {
        if (_body.Locals[place.Local].Kind != LocalKind.Temporary)
        {
            return null;
        }

        foreach (var statement in _body.WritesOf(place.Local))
        {
            if (statement is Call { Callee: { } callee })
            {
                return callee is IMethodSymbol { AssociatedSymbol: { } property } ? property : callee;
            }
        }

        return null;
    }

    private ISymbol? LenderOf(Place place) => _body.Locals[place.Local].Kind == LocalKind.This ? _body.Member : null;

    private bool MayBeTaken(Place place) => _legality.Of(place) == MoveVerdict.Allowed;
}
