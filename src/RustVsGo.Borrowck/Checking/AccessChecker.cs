using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// Holds one access against the live loans and against what may be written at all (rustc's <c>access_place</c>).
/// One access of one expression is reported once.
/// </summary>
internal sealed partial class AccessChecker
{
    private readonly Body _body;
    private readonly LoanSet _loans;
    private readonly HeldLoans? _held;
    private readonly BodyInference _inference;
    private readonly Func<Place, bool> _mayBeTaken;
    private readonly ErrorBuffer _errors;
    private readonly HashSet<(Place Place, int Origin)> _reported = new();
    private readonly List<int> _scratch = new();

    public AccessChecker(Body body, LoanSet loans, HeldLoans? held, BodyInference inference, Func<Place, bool> mayBeTaken, ErrorBuffer errors)
    {
        _body = body;
        _loans = loans;
        _held = held;
        _inference = inference;
        _mayBeTaken = mayBeTaken;
        _errors = errors;
    }

    /// <summary>Whether the accesses to come stand inside a <c>lock</c>: what it guards may be changed, as behind Rust's <c>Mutex</c>.</summary>
    public bool IsInLock { get; set; }

    /// <summary>An access by the statement at <paramref name="point"/>, which <see cref="HeldLoans"/>'s cursor stands before.</summary>
    /// <param name="self">The loan that the access itself begins, or -1.</param>
    /// <param name="move">For a move: what takes the value.</param>
    /// <param name="through">The local that the place is reached through by name, or -1: what that alone holds ends with the access.</param>
    public void Access(Point point, int origin, Place place, AccessDepth depth, AccessKind kind, int self = -1, MoveCause? move = null, int through = -1)
    {
        // A `using` ends in a finally block, which is lowered once for each way out; each way may return a borrow of its own.
        var isTold = _reported.Count > 0 && _reported.Contains((place, origin));
        if (isTold && !EndsScope(kind))
        {
            return;
        }

        var isError = CheckPermission(point, origin, place, kind, self);
        isError |= CheckConflict(point, origin, place, depth, kind, self, move, through, isTold);
        if (isError)
        {
            _reported.Add((place, origin));
        }
    }

    // When a reserved borrow begins, its permission was checked where it was reserved.
    private bool CheckPermission(Point point, int origin, Place place, AccessKind kind, int self)
    {
        if (self >= 0 || IsInLock || !place.IsBehindShared || kind is not (AccessKind.ExclusiveBorrow or AccessKind.Assign))
        {
            return false;
        }

        if (_inference.TryMakeExclusive(_body, place.Local))
        {
            return true;
        }

        _errors.Add(new WriteThroughShared(
            _body.Origins[origin],
            PlaceName.Of(_body, place, origin),
            kind == AccessKind.Assign,
            _body.Locals[place.Local].Symbol)
        {
            Authority = BodyAuthority.Of(_body, place.Local, point),
            UseInClosure = _body.CapturedUseAt(point),
            Member = _body.Locals[place.Local].Kind == LocalKind.This ? _body.Member : null,
        });
        return true;
    }

    private static bool EndsScope(AccessKind kind) => kind is AccessKind.StorageDead or AccessKind.EndOfUsing;

    private bool CheckConflict(Point point, int origin, Place place, AccessDepth depth, AccessKind kind, int self, MoveCause? move, int through, bool isTold)
    {
        if (_held is null)
        {
            return false;
        }

        var first = -1;
        var conflict = default(ConflictKind);
        List<int>? returned = null;
        FindConflict(BorrowKind.Exclusive, point, place, depth, kind, self, through, ref first, ref conflict, ref returned);

        // Rust holds what a method is called on against exclusive loans where it is reserved, and against shared ones only where the call begins.
        if (first < 0 || !(self >= 0 && _loans.Loans[self].IsReceiver))
        {
            FindConflict(BorrowKind.Shared, point, place, depth, kind, self, through, ref first, ref conflict, ref returned);
        }

        if (first < 0)
        {
            return false;
        }

        if (!isTold || returned?.Contains(first) == true)
        {
            Add(Report(point, origin, place, _loans.Loans[first], conflict, move, isItsOwn: first == self));
        }

        // A scope ends once, however it is left; but each `return` that takes a borrow out of it is a mistake of its own.
        foreach (var other in returned ?? [])
        {
            if (other != first)
            {
                Add(Report(point, origin, place, _loans.Loans[other], conflict, move, isItsOwn: false));
            }
        }

        return true;

        void Add(BorrowError? error)
        {
            if (error is not null)
            {
                _errors.Add(error);
            }
        }
    }

    // Of several loans in the way the first is told, and at the end of a scope those that are returned.
    private void FindConflict(BorrowKind loans, Point point, Place place, AccessDepth depth, AccessKind kind, int self, int through, ref int first, ref ConflictKind conflict, ref List<int>? returned)
    {
        if (ConflictMatrix.Between(kind, loans, isReserved: false) is null)
        {
            return;
        }

        foreach (var (holder, index) in _held!.On(place.Local, loans))
        {
            var loan = _loans.Loans[index];
            var isReturned = EndsScope(kind) && holder == _body.Result;
            if ((index == self && !IsHeldElsewhere(loan, loan.Holder)) || (through >= 0 && !IsHeldElsewhere(loan, through)) || IsMerelyForgotten(place, kind, loan) || (first >= 0 && index >= first && !isReturned) || !PlacesConflict.Conflict(loan.Place, place, depth))
            {
                continue;
            }

            if (ConflictMatrix.Between(kind, loan.Kind, IsReserved(loan) || !IsFull(loan)) is { } found && !IsHarmlessToKeeper(point, kind, loan))
            {
                if (isReturned)
                {
                    (returned ??= new List<int>()).Add(index);
                }

                if (first < 0 || index < first)
                {
                    first = index;
                    conflict = found;
                }
            }
        }
    }

    // A plain object outlives its variable: who still has it keeps it. Only a `ref` needs the variable.
    private bool IsMerelyForgotten(Place place, AccessKind kind, Loan loan) =>
        kind is AccessKind.StorageDead or AccessKind.Assign
        && place.IsLocal
        && !loan.IsDirect
        && _body.Locals[place.Local].OutlivesName;

    // Who asks a lazily evaluated sequence for its elements borrows what it enumerates; the sequence itself and what passes it on do not.
    private bool IsFull(Loan loan)
    {
        if (loan.Strength != LoanStrength.Deferred)
        {
            return loan.Strength == LoanStrength.Full;
        }

        foreach (var (holder, index) in _held!.On(loan.Place.Local, loan.Kind))
        {
            if (index == loan.Index && holder != loan.Holder && !_body.Locals[holder].IsLazy)
            {
                return true;
            }
        }

        return false;
    }

    // What a keeper keeps it may outlive as garbage; and that it is dropped later, with something that is gone already, is no use of it.
    private bool IsHarmlessToKeeper(Point point, AccessKind kind, Loan loan) =>
        loan.Strength == LoanStrength.Keeps
        && (kind is AccessKind.StorageDead or AccessKind.Assign
            || !(IsHeldByResult(loan) || new LaterUseFinder(_body).IsUsed(point, HoldersOf(loan))));

    // By something that got it in an earlier turn of a loop, or behind its call.
    private bool IsHeldElsewhere(Loan loan, int here)
    {
        foreach (var (holder, index) in _held!.On(loan.Place.Local, loan.Kind))
        {
            if (index == loan.Index && holder != here)
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<int> HoldersOf(Loan loan)
    {
        var holders = new HashSet<int>();
        foreach (var (holder, index) in _held!.On(loan.Place.Local, loan.Kind))
        {
            if (index == loan.Index)
            {
                holders.Add(holder);
            }
        }

        return holders;
    }

    // By a variable of the body around a nested function; a temporary is told where it ends.
    private bool IsHeldAround(Loan loan)
    {
        if (!_body.IsNested || _body.Locals[loan.Place.Local].Kind == LocalKind.Temporary)
        {
            return false;
        }

        foreach (var holder in HoldersOf(loan))
        {
            if (_body.Locals[holder].IsFromAround)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsHeldByResult(Loan loan) => _body.Result >= 0 && _held!.Holds(_body.Result, loan.Index);

    // What a pattern named has to be taken where it outlives its place, or where that place gets another value.
    private bool TryTake(Point point, int origin, Place place, Loan loan, ConflictKind kind)
    {
        switch (kind)
        {
            case ConflictKind.AssignedWhileBorrowed:
                // Behind a borrow a place may be emptied, but not given another value (`mem::take`).
                var mayTake = _mayBeTaken(place) || _body.Blocks[point.Block].Statements[point.Statement] is Assign { Value: Fresh { Mode: Mode.None } };
                return (loan.IsName && mayTake && loan.Place.Equals(place) && _inference.TryTakeBefore(_body, _body.Origins[origin], loan.Holder))
                    || (place.IsLocal && _inference.TryTake(_body, place.Local, _mayBeTaken));
            case ConflictKind.DoesNotLiveLongEnough:
                var isChanged = false;
                foreach (var holder in HoldersOf(loan))
                {
                    isChanged |= holder == loan.Holder && loan.IsName
                        ? _inference.TryExtend(_body.Origins[loan.Origin])
                        : _inference.TryTake(_body, holder, _mayBeTaken);
                }

                return isChanged;
            default:
                return false;
        }
    }

    // Where what borrows too long is returned: a value that leaves the body is the caller's from there (rustc's `try_report_cannot_return_reference_to_local`).
    private SyntaxNode? FindReturned(Point point, Loan loan)
    {
        if (_body.Result < 0)
        {
            return null;
        }

        return IsHeldByResult(loan)
            ? ReturnFinder.Find(_body, _held!, loan.Index, point) ?? (loan.IsCapture ? _body.Origins[loan.Origin] : null)
            : ReturnFinder.FindBehind(_body, point, HoldersOf(loan));
    }

    private BorrowError? Report(Point point, int origin, Place place, Loan loan, ConflictKind kind, MoveCause? move, bool isItsOwn)
    {
        // A borrow that may not be taken is told where it is taken, and one that a captured variable was given where it was given: not again where it is too long.
        if (kind == ConflictKind.DoesNotLiveLongEnough && (_reported.Contains((new Place(loan.Place.Local), loan.Origin)) || IsHeldAround(loan)))
        {
            return null;
        }

        if (TryTake(point, origin, place, loan, kind))
        {
            return null;
        }

        var borrow = _body.Origins[loan.Origin];
        if (kind == ConflictKind.DoesNotLiveLongEnough && loan.IsCapture && !_inference.Escapes(borrow) && FunctionFlow.IsCollected(_body, loan, HoldersOf(loan)))
        {
            // An element is the collection's, and takes along what ends before that.
            _inference.AddEscaping(borrow);
            return null;
        }

        // The end of a scope has no expression of its own: rustc points at the borrow that is too long.
        var access = kind == ConflictKind.DoesNotLiveLongEnough ? borrow : _body.Origins[origin];
        if (kind == ConflictKind.DoesNotLiveLongEnough && FindReturned(point, loan) is { } returned)
        {
            // A function can take along what it captured; a borrow that it returned cannot.
            if (loan.IsCapture && !_inference.Escapes(borrow) && (!loan.IsReturned || FunctionFlow.MayReach(_body, loan, _body.Result)))
            {
                _inference.AddEscaping(borrow);
                return null;
            }

            if (loan.IsCapture)
            {
                return ConflictReport.OutlivedBy(_body, loan, returned, MoveCause.Returned, BodyAuthority.OfStatement(_body, point));
            }

            // A delegate that is returned borrows through what it captured.
            var isDelegate = _body.Locals[_body.Result].Type?.TypeKind == TypeKind.Delegate;
            kind = isDelegate ? ConflictKind.CapturedByEscapingClosure : ConflictKind.ReturnedWhileBorrowingLocal;
            access = returned;
        }

        var isOutlived = kind is ConflictKind.DoesNotLiveLongEnough or ConflictKind.ReturnedWhileBorrowingLocal or ConflictKind.CapturedByEscapingClosure;
        var authority = BodyAuthority.Of(_body, place.Local, point, loan.Place.Local, loan.Point);
        if (isOutlived || kind == ConflictKind.DroppedWhileBorrowed)
        {
            authority = BodyAuthority.AtEnd(_body, loan, authority);
        }
        else if (kind == ConflictKind.ExclusiveWhileShared && authority == Authority.Catalog)
        {
            // That the value is good for so long is one word, that it is changed another: what a callee does with a `ref`, nobody says.
            authority = BodyAuthority.OfStatement(_body, point);
        }

        var holders = HoldersOf(loan);
        if (isItsOwn)
        {
            // Of a borrow that collides with itself, taken in the turn before, the other holders are in the way.
            holders.Remove(loan.Holder);
        }

        var later = kind == ConflictKind.ReturnedWhileBorrowingLocal ? null : new LaterUseFinder(_body).Find(point, holders);
        var end = kind == ConflictKind.DoesNotLiveLongEnough ? _body.Origins[origin] : null;
        if (end is not null && loan.IsCapture && later is { Kind: LaterUseKind.Capture })
        {
            // What one closure captured another one needs, or itself in the next turn: the closure is told (rustc's `report_borrowed_value_does_not_live_long_enough`).
            kind = ConflictKind.CapturedByEscapingClosure;
        }

        return new BorrowConflict(
            access,
            PlaceName.Of(_body, place, isOutlived ? loan.Origin : origin),
            kind,
            borrow,
            PlaceName.Of(_body, loan.Place, loan.Origin),
            loan.Kind == BorrowKind.Exclusive,
            _body.Locals[loan.Place.Local].Kind == LocalKind.Temporary,
            later,
            IsInPreviousIteration: loan.Point.Equals(point) || (borrow == access && (kind is ConflictKind.ExclusiveTwice or ConflictKind.ExclusiveWhileShared)),
            IsLaterUseInLoop: later is { Kind: LaterUseKind.Use or LaterUseKind.Capture, Syntax: var use } && use.SpanStart <= access.SpanStart && (use.Span == access.Span || !use.Span.Contains(access.Span)),
            kind == ConflictKind.CapturedByEscapingClosure && end is null ? MoveCause.Returned : move,
            end)
        {
            Authority = authority,
            Binding = Binding.Of(_body.Locals[place.Local]),
            UseInClosure = access == borrow ? null : _body.CapturedUseAt(point),
            BorrowInClosure = loan.CapturedUse < 0 ? null : _body.Origins[loan.CapturedUse],
        };
    }
}
