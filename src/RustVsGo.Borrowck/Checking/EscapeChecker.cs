using System.Collections.Generic;
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
    private readonly EscapingClosures _escaping;
    private readonly ErrorBuffer _errors;
    private readonly HashSet<(int Holder, int Loan)> _reported = new();

    public EscapeChecker(Body body, LoanSet loans, HeldLoans held, EscapingClosures escaping, ErrorBuffer errors)
    {
        _body = body;
        _loans = loans;
        _held = held;
        _escaping = escaping;
        _errors = errors;
    }

    /// <summary>The body is left at the end of <paramref name="block"/>, where the cursor stands.</summary>
    public void CheckReturn(int block)
    {
        if (_body.ReturnSources is not { } sources)
        {
            return;
        }

        foreach (var (holder, index) in _held.Held)
        {
            var loan = _loans.Loans[index];
            if (holder == _body.Result && loan.IsUniversal && !sources.Contains(loan.Holder) && _reported.Add((holder, index))
                && ReturnFinder.Find(_body, new Point(block, _body.Blocks[block].Statements.Count)) is { } returned)
            {
                _errors.Add(new BorrowEscapes(returned, returned.ToString(), _body.Locals[loan.Holder].Symbol, IsReturned: true, sources.Count > 0));
            }
        }
    }

    /// <summary>What <paramref name="escape"/> stores goes where nobody follows it.</summary>
    public void CheckEscape(Escape escape, Point point)
    {
        var syntax = _body.Origins[escape.Origin];
        foreach (var (holder, index) in _held.Held)
        {
            if (holder != escape.Local)
            {
                continue;
            }

            var loan = _loans.Loans[index];
            if (loan.IsUniversal)
            {
                _errors.Add(new BorrowEscapes(syntax, syntax.ToString(), _body.Locals[loan.Holder].Symbol, IsReturned: false, NamesOthers: false));
            }
            else if (loan.IsCapture && !_escaping.Contains(_body.Origins[loan.Origin]))
            {
                _escaping.Add(_body.Origins[loan.Origin]);
            }
            else if (_body.Locals[loan.Place.Local].Kind is not LocalKind.Upvar)
            {
                _errors.Add(ConflictReport.OutlivedBy(_body, loan, syntax));
            }
        }
    }
}
