using System.Collections.Immutable;
using System.Text;
using System.Threading;
using RustVsGo.Borrowck.Analyses;
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
    private readonly BitSet?[]? _uninitialized;
    private readonly HeldLoans? _held;
    private readonly LoanSet _loans;
    private readonly AccessChecker _access;
    private readonly EscapeChecker? _escapes;
    private readonly BodyInference _inference;
    private readonly ErrorBuffer _errors;
    private BitSet? _state;
    private MoveSiteFinder? _moveSites;

    public BorrowChecker(
        Body body,
        MoveLegality legality,
        MoveData? moves,
        BitSet?[]? uninitialized,
        LoanSet loans,
        HeldLoans? held,
        BodyInference inference,
        ErrorBuffer errors)
    {
        _body = body;
        _legality = legality;
        _moves = moves;
        _uninitialized = uninitialized;
        _loans = loans;
        _held = held;
        _inference = inference;
        _errors = errors;
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
            _state = _uninitialized?[block]?.Clone();
            _held?.Enter(block);
            var statements = _body.Blocks[block].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                Visit(statements[i], new Point(block, i));
                if (_state is not null)
                {
                    analysis!.Apply(_state, block, i);
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
                if (_escapes is not null && (assign.Target.IsIndirect || _escapes.IsInCarrier(assign)))
                {
                    _escapes.CheckStore(assign, point);
                }

                Mutate(assign.Target, assign.WriteOrigin < 0 ? assign.Origin : assign.WriteOrigin, point, assign.Through?.Local ?? -1);
                break;
            case Call call:
                _access.Activate(point, call);
                if (!call.Stores.IsEmpty)
                {
                    _escapes?.CheckStore(call, point);
                }

                if (call.Target is { } target)
                {
                    Mutate(target, call.Origin, point);
                }

                break;
            case Use { Kind: UseKind.Repeat } use:
                foreach (var move in CapturedMoveFinder.Find(_body, use.Place.Local))
                {
                    _errors.Add(new IllegalMove(move.Syntax, PlaceName.Of(move), IllegalMoveKind.OutOfCapture, Root: null, move.Cause));
                }

                CheckMoved(use.Place, use.Origin, point, UseAfterMoveKind.Use);
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

                CheckMoved(use.Place, use.Origin, point, use.Kind == UseKind.Borrow ? UseAfterMoveKind.Borrow : UseAfterMoveKind.Use, wholeOnly: use.Kind is UseKind.Reference or UseKind.NullTest);
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
                CheckMoved(operand.Place, assign.Origin, point, UseAfterMoveKind.Move);
                break;
            case Read { Operand: { Kind: OperandKind.Move } operand }:
                _access.Access(point, assign.Origin, operand.Place, AccessDepth.Deep, AccessKind.Move, move: operand.Cause, through: assign.Through?.Local ?? -1);
                if (!operand.IsSwapped && !IsTaken(operand.Place, point))
                {
                    CheckLegality(operand.Place, assign.Origin, point, operand.Cause);
                }

                CheckMoved(operand.Place, assign.Through, assign.Origin, point, UseAfterMoveKind.Move);
                break;
            case Read { Operand: var operand }:
                _access.Access(point, assign.Origin, operand.Place, AccessDepth.Deep, AccessKind.Copy);
                CheckMoved(operand.Place, assign.Origin, point, UseAfterMoveKind.Use);
                break;
            case Borrow borrow:
                // A reservation looks no further than that the borrow may be taken; its conflicts show where it begins.
                if (borrow.TwoPhase)
                {
                    _access.Access(point, assign.Origin, borrow.Place, AccessDepth.Deep, AccessKind.Reserve);
                }

                if (!borrow.TwoPhase || (borrow.Kind == BorrowKind.Exclusive && borrow.Place.IsBehindShared))
                {
                    var kind = borrow.Kind == BorrowKind.Shared ? AccessKind.SharedBorrow : AccessKind.ExclusiveBorrow;
                    _access.Access(point, assign.Origin, borrow.Place, AccessDepth.Deep, kind);
                }

                CheckMoved(borrow.Place, assign.Origin, point, UseAfterMoveKind.Borrow);
                break;
        }
    }

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
                _body.Origins[drop.Origin], PlaceName.Of(_body, drop.Place, drop.Origin), IsAssignment: false, _body.Locals[drop.Place.Local].Symbol));
        }
        else if (!_legality.MayBeDropped(drop.Place))
        {
            CheckLegality(drop.Place, drop.Origin, point, drop.Cause);
        }

        if (!drop.Idempotent)
        {
            CheckMoved(drop.Place, drop.Through, drop.Origin, point, isEndOfUsing ? UseAfterMoveKind.EndOfUsing : isCall ? UseAfterMoveKind.Use : UseAfterMoveKind.Drop);
        }
    }

    private void Mutate(Place target, int origin, Point point, int through = -1)
    {
        if (target.IsLocal && _body.Locals[target.Local].IsTransient)
        {
            return;
        }

        CheckAssignedPath(target, origin, point);
        _access.Access(point, origin, target, AccessDepth.Shallow, AccessKind.Assign, through: through);
    }

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
        if (kind is { } illegal && !(illegal == IllegalMoveKind.OutOfBorrow && _inference.TryTake(_body, place.Local, MayBeTaken)))
        {
            _errors.Add(new IllegalMove(_body.Origins[origin], PlaceName.Of(_body, place, origin), illegal, _body.Locals[place.Local].Symbol, cause) { Authority = BodyAuthority.Of(_body, place.Local, point) });
        }
    }

    private bool MayBeTaken(Place place) => _legality.Of(place) == MoveVerdict.Allowed;

    // What was given away under a name is gone under that name first.
    private void CheckMoved(Place place, Place? through, int origin, Point point, UseAfterMoveKind use)
    {
        if (through is not { } name || !CheckMoved(name, origin, point, use))
        {
            CheckMoved(place, origin, point, use);
        }
    }

    /// <summary>Neither the place, nor one around it, nor one inside it may have lost its value (rustc's <c>check_if_path_or_subpath_is_moved</c>).</summary>
    private bool CheckMoved(Place place, int origin, Point point, UseAfterMoveKind use, bool wholeOnly = false)
    {
        if (_state is null)
        {
            return false;
        }

        var path = _moves!.Closest(place, out var isExact);
        if (path < 0)
        {
            return false;
        }

        for (var current = path; current >= 0; current = _moves.Paths[current].Parent)
        {
            if (_state[current])
            {
                ReportMoved(place, _moves.Paths[path].Place, path, origin, point, use);
                return true;
            }
        }

        if (isExact && !wholeOnly && _moves.FindInside(_state, path) is >= 0 and var inside)
        {
            ReportMoved(place, place, inside, origin, point, use);
            return true;
        }

        return false;
    }

    /// <summary>A part of something that is gone cannot be given a new value (rustc's <c>check_if_assigned_path_is_moved</c>).</summary>
    private void CheckAssignedPath(Place target, int origin, Point point)
    {
        if (_state is null)
        {
            return;
        }

        for (var length = 0; length < target.Projections.Length; length++)
        {
            var prefix = target.Prefix(length);
            var path = _moves!.Closest(prefix, out var isExact);
            if (path < 0 || !isExact)
            {
                return;
            }

            if (_state[path])
            {
                var isElement = target.Projections[length].Kind == ProjectionKind.Element;
                ReportMoved(
                    target.Prefix(target.Projections.Length - 1), prefix, path, origin, point, isElement ? UseAfterMoveKind.Use : UseAfterMoveKind.PartialAssignment);
                return;
            }
        }
    }

    private bool IsDroppedOnSomePathOnly(Place used, ImmutableArray<(MoveOut MoveOut, bool ThroughBackEdge)> found)
    {
        if (_body.Locals[used.Local].IsMoveType || !_moveSites!.HasPathWithoutMove)
        {
            return false;
        }

        foreach (var (moveOut, _) in found)
        {
            if (moveOut.Cause.Kind is not (MoveCauseKind.Dropped or MoveCauseKind.DroppedByKeeper))
            {
                return false;
            }
        }

        return true;
    }

    private void ReportMoved(Place used, Place moved, int path, int origin, Point point, UseAfterMoveKind use)
    {
        var found = (_moveSites ??= new MoveSiteFinder(_body, _moves!)).Find(point, path);
        if (found.IsEmpty)
        {
            return;
        }

        var key = new StringBuilder();
        var sites = ImmutableArray.CreateBuilder<MoveSite>(found.Length);
        var isPartial = false;
        var authority = BodyAuthority.Of(_body, used.Local, point);
        foreach (var (moveOut, throughBackEdge) in found)
        {
            authority = BodyAuthority.Max(authority, BodyAuthority.OfStatement(_body, moveOut.Point));
            key.Append(moveOut.Index).Append(',');
            sites.Add(new MoveSite(_body.Origins[moveOut.Origin], moveOut.Cause, throughBackEdge, moveOut.Point.Equals(point)));
            var movedPlace = _moves!.Paths[moveOut.Path].Place;
            isPartial |= used.IsPrefixOf(movedPlace) && !used.Equals(movedPlace);
        }

        if (_errors.IsTold(key.ToString(), used))
        {
            return;
        }

        var error = new UseAfterMove(
            _body.Origins[origin],
            PlaceName.Of(_body, moved, origin),
            use,
            isPartial,
            sites.ToImmutable().Sort(static (x, y) => x.Syntax.SpanStart.CompareTo(y.Syntax.SpanStart)),
            IsDroppedOnSomePathOnly(used, found))
        {
            Authority = authority,
            IsPassedOn = _body.Blocks[point.Block].Statements[point.Statement] is Use { IsPassedOn: true } or Assign { Value: Read { Operand.Kind: OperandKind.Copy } } or Assign { Value: Borrow { TwoPhase: false } },
            HasPathWithoutMove = _moveSites.HasPathWithoutMove,
        };
        _errors.Add(key.ToString(), used, error);
    }
}
