using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// Holds what leaves a body against its signature: a borrow that the caller lent may go back only as a result that names its source
/// (rustc's <c>check_universal_regions</c>, <c>rustc_borrowck/src/diagnostics/region_errors.rs</c>).
/// </summary>
internal sealed class EscapeChecker
{
    private readonly Body _body;
    private readonly LoanSet _loans;
    private readonly HeldLoans _held;
    private readonly StoreLenders _lenders;
    private readonly BodyInference _inference;
    private readonly ErrorBuffer _errors;
    private readonly HashSet<int> _reported = new();

    public EscapeChecker(Body body, LoanSet loans, HeldLoans held, BodyInference inference, ErrorBuffer errors)
    {
        _body = body;
        _loans = loans;
        _held = held;
        _lenders = new StoreLenders(body, loans, held);
        _inference = inference;
        _errors = errors;
    }

    /// <summary>The body is left at the end of <paramref name="block"/>, where the cursor stands.</summary>
    public void CheckReturn(int block)
    {
        if (_body.ReturnSources is not { } sources)
        {
            return;
        }

        if (_body.Result < 0)
        {
            return;
        }

        foreach (var index in _held.LoansHeldBy(_body.Result))
        {
            var loan = _loans.Loans[index];
            if (Source(loan) is var source and >= 0 && !sources.Contains(source) && _reported.Add(index)
                && ReturnFinder.FindFirst(_body, _held, index, new Point(block, _body.Blocks[block].Statements.Count)) is { } returned)
            {
                // Nobody says what a delegate that is returned may borrow from: nothing.
                var isForever = sources.Count == 0 && _body.Locals[_body.Result].Type?.TypeKind == TypeKind.Delegate;
                _errors.Add(new BorrowEscapes(returned, returned.ToString(), _body.Locals[source].Symbol, IsReturned: true, sources.Count > 0)
                {
                    Authority = _body.Locals[source].Authority,
                    Signature = _body.Owner,
                    IsForever = isForever,
                });
                if (isForever)
                {
                    TakeBorrows();
                }
            }
        }
    }

    // What lives for ever takes what it captures, and with it the exclusive borrows on the way.
    private void TakeBorrows()
    {
        foreach (var index in _held.LoansHeldBy(_body.Result))
        {
            var loan = _loans.Loans[index];
            if (loan.IsCapture && loan.Place.IsIndirect && !_inference.Escapes(_body.Origins[loan.Origin]))
            {
                _inference.AddEscaping(_body.Origins[loan.Origin]);
            }
        }
    }

    // What a result that names its sources borrows from: the parameter that lent it, or what the nested function captured. -1 for something else.
    private int Source(Loan loan) =>
        loan.IsUniversal ? loan.Holder : _body.IsResultNamed && IsCaptured(loan.Place.Local) ? loan.Place.Local : -1;

    /// <summary>
    /// What <paramref name="statement"/> stores behind a borrow that the caller lent stays with the caller; what a nested function stores in its
    /// captures, with the body around it.
    /// </summary>
    public void CheckStore(Statement statement, Point point)
    {
        if (statement.Written is { } target && (IsCaptured(target.Local) || (IsInCarrier(target))))
        {
            var lenders = _lenders.Of(target.Local);
            foreach (var (from, _) in LoanFlow.Of(statement))
            {
                CheckStored(statement, point, from, lenders);
            }
        }

        foreach (var (from, through) in LoanFlow.StoredThrough(statement))
        {
            var lenders = _lenders.Of(through);
            if (lenders.Count > 0 || PointsOutside(through))
            {
                CheckStored(statement, point, from, lenders);
            }
        }
    }

    // A field of a plain object that the caller lent and that holds borrows: what is stored there stays there.
    private bool IsInCarrier(Place target) =>
        target is { IsLocal: false, IsIndirect: false }
        && _body.Locals[target.Local] is { CarriesBorrows: true, IsMoveType: false, Type.IsReferenceType: true }
        && _lenders.Of(target.Local).Count > 0;

    private bool IsCaptured(int local) => _body.IsNested && _body.Locals[local].IsFromAround;

    private bool PointsOutside(int through)
    {
        if (!_body.IsNested)
        {
            return false;
        }

        foreach (var index in _held.LoansHeldBy(through))
        {
            var loan = _loans.Loans[index];
            if (!loan.IsUniversal && IsCaptured(loan.Place.Local) && PointsInto.MayPoint(_body, through, loan))
            {
                return true;
            }
        }

        return false;
    }

    private void CheckStored(Statement statement, Point point, int from, IReadOnlyList<Loan> lenders)
    {
        if (from < 0)
        {
            if (_loans.At(point) is { } opened)
            {
                CheckStored(statement, opened, lenders);
            }

            from = ((Borrow)((Assign)statement).Value).Place.Local;
        }

        foreach (var index in _held.LoansHeldBy(from))
        {
            if (LoanFlow.IsStored(statement, _body.Locals[_loans.Loans[index].Root]))
            {
                CheckStored(statement, _loans.Loans[index], lenders);
            }
        }
    }

    private void CheckStored(Statement statement, Loan loan, IReadOnlyList<Loan> lenders)
    {
        var syntax = _body.Origins[statement.Origin];
        if (loan.IsUniversal)
        {
            if (!IsCaptured(loan.Holder) && !MayBeKept(loan, lenders))
            {
                var isBorrowedField = lenders.Count > 0 && statement is not Assign { Value: not Borrow };
                _errors.Add(new BorrowEscapes(syntax, syntax.ToString(), _body.Locals[loan.Holder].Symbol, IsReturned: false, NamesOthers: isBorrowedField) { Authority = _body.Locals[loan.Holder].Authority, Signature = _body.Owner });
            }
        }
        else if (loan.IsCapture && !IsCaptured(loan.Place.Local) && !IsKeptByItself(loan, lenders) && !_inference.Escapes(_body.Origins[loan.Origin]))
        {
            _inference.AddEscaping(_body.Origins[loan.Origin]);
        }
        else if (EndsWithBody(loan))
        {
            _errors.Add(statement.Written is { } target && IsCaptured(target.Local) && _body.Locals[loan.Place.Local].Kind != LocalKind.Temporary
                ? EscapesInto(statement, loan)
                : ConflictReport.OutlivedBy(_body, loan, syntax, MoveCause.Stored, statement.Authority));
        }
    }

    // By who lent it, and by the receiver where the signature says so: nobody else may keep what the receiver may.
    private bool MayBeKept(Loan loan, IReadOnlyList<Loan> lenders)
    {
        foreach (var lender in lenders)
        {
            if (lender.Index != loan.Index && !(_body.Locals[lender.Holder].Kind == LocalKind.This && _body.KeptParameters.Contains(loan.Holder)))
            {
                return false;
            }
        }

        return lenders.Count > 0;
    }

    // A function that is stored in `this` lives no longer than what it captured of `this`.
    private bool IsKeptByItself(Loan loan, IReadOnlyList<Loan> lenders) =>
        loan.IsCapture && _body.Locals[loan.Place.Local].Kind == LocalKind.This && lenders.Count == 1 && lenders[0].Holder == loan.Place.Local;

    // A captured variable that is given a borrow of what the nested function owns is told as a whole (rustc's `report_escaping_data`).
    private BorrowEscapes EscapesInto(Statement statement, Loan loan)
    {
        var store = _body.Origins[statement is Assign { WriteOrigin: >= 0 and var whole } ? whole : statement.Origin];
        var borrow = _body.Origins[loan.Origin];
        return new BorrowEscapes(store, borrow.ToString(), _body.Locals[loan.Place.Local].Symbol, IsReturned: false, NamesOthers: false)
        {
            IsInCapture = true,
            IsOwn = true,
            Authority = BodyAuthority.AtEnd(_body, loan, BodyAuthority.Max(statement.Authority, BodyAuthority.Of(_body, loan.Place.Local, loan.Point))),
        };
    }

    /// <summary>What <paramref name="escape"/> stores goes where nobody follows it.</summary>
    public void CheckEscape(Escape escape, Point point)
    {
        var syntax = _body.Origins[escape.Origin];
        Loan? kept = null;
        var isReported = false;
        foreach (var index in _held.LoansHeldBy(escape.Local))
        {
            var loan = _loans.Loans[index];
            if (loan.Root == escape.Keeper || !LoanFlow.IsStored(escape, _body.Locals[loan.Root]))
            {
                continue;
            }

            if (loan.Strength == LoanStrength.Keeps)
            {
                // One mistake: what the keeper keeps is told only where the keeper itself is not.
                kept = EndsWithBody(loan) ? loan : kept;
            }
            else if (loan.IsUniversal)
            {
                _errors.Add(new BorrowEscapes(syntax, syntax.ToString(), _body.Locals[loan.Holder].Symbol, IsReturned: false, escape.MayHoldBorrows)
                {
                    Authority = _body.Locals[loan.Holder].Authority,
                    IsForever = true,
                    Cause = escape.Cause,
                    UseInClosure = UseInClosure(escape.Origin, loan.Holder),
                    Signature = _body.Owner,
                });
            }
            else if (loan.IsCapture && !_inference.Escapes(_body.Origins[loan.Origin]))
            {
                _inference.AddEscaping(_body.Origins[loan.Origin]);
            }
            else if (EndsWithBody(loan))
            {
                _errors.Add(ConflictReport.OutlivedBy(_body, loan, syntax, escape.Cause, escape.Authority));
                isReported = true;
            }
        }

        if (kept is not null && !isReported)
        {
            _errors.Add(ConflictReport.OutlivedBy(_body, kept, syntax, escape.Cause, escape.Authority));
        }
    }

    // Where the nested function at `origin` uses what it captured of the parameter.
    private SyntaxNode? UseInClosure(int origin, int parameter)
    {
        foreach (var block in _body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is Assign { CapturedUse: >= 0 and var use } capture && capture.Origin == origin
                    && ReadLocal(capture.Value) == parameter)
                {
                    return _body.Origins[use];
                }
            }
        }

        return null;
    }

    private static int ReadLocal(Rvalue value) => value switch
    {
        Borrow borrow => borrow.Place.Local,
        Read read => read.Operand.Place.Local,
        _ => -1,
    };

    // A plain object outlives its variable, and what is kept goes with its keeper, unless a `using` ends it; a `ref` needs the variable.
    private bool EndsWithBody(Loan loan)
    {
        var root = _body.Locals[loan.Place.Local];
        var mayOutliveName = loan.Strength == LoanStrength.Keeps || (root.OutlivesName && !loan.IsDirect);
        return root.Kind != LocalKind.Upvar && !IsCaptured(root.Index) && !loan.Place.IsIndirect && (!mayOutliveName || root.Symbol is ILocalSymbol { IsUsing: true });
    }
}
