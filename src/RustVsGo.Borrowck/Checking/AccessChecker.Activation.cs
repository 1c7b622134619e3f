using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <content>Two-phase borrows: what was reserved for a call begins at the call (rustc's <c>check_activations</c>).</content>
internal sealed partial class AccessChecker
{
    private readonly HashSet<int> _activated = new();

    /// <summary>
    /// The borrows that <paramref name="call"/> was given begin, in the order of its arguments; an exclusive one of what a method is called on
    /// begins behind the shared ones, as Rust activates it at the call: <c>d.Append(d)</c> is told at the receiver.
    /// </summary>
    public void Activate(Point point, Call call)
    {
        if (_held is null)
        {
            return;
        }

        if (call.Arguments.Length > 1 && FindReserved(call.Arguments[0]) is { IsReceiver: true, Kind: BorrowKind.Exclusive })
        {
            Activate(point, call, sharedOnly: true);
        }

        Activate(point, call, sharedOnly: false);
        _activated.Clear();
    }

    private void Activate(Point point, Call call, bool sharedOnly)
    {
        foreach (var argument in call.Arguments)
        {
            if (FindReserved(argument) is { } reserved && (!sharedOnly || reserved.Kind == BorrowKind.Shared) && !_activated.Contains(reserved.Index))
            {
                var kind = reserved.Kind == BorrowKind.Shared ? AccessKind.SharedBorrow : AccessKind.ExclusiveBorrow;
                Access(point, reserved.Origin, reserved.Place, AccessDepth.Deep, kind, reserved.Index);
                _activated.Add(reserved.Index);
            }
        }
    }

    private Loan? FindReserved(int argument)
    {
        _scratch.Clear();
        _held!.AddLoansHeldBy(argument, _scratch);
        foreach (var index in _scratch)
        {
            var loan = _loans.Loans[index];
            if (loan.Holder == argument && loan.TwoPhase)
            {
                return loan;
            }
        }

        return null;
    }

    // A reservation becomes a borrow at its call; whatever else holds it then got it from there.
    private bool IsReserved(Loan loan)
    {
        if (!loan.TwoPhase || _activated.Contains(loan.Index))
        {
            return false;
        }

        return !IsHeldElsewhere(loan, loan.Holder);
    }
}
