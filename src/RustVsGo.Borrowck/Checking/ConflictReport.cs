using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <summary>Makes the errors about a borrow that outlives what it borrows.</summary>
internal static class ConflictReport
{
    /// <summary>
    /// A loan of something of this body is returned or stored where it lives on, at <paramref name="stored"/>, by a contract of
    /// <paramref name="stores"/>; <paramref name="cause"/> is what keeps it.
    /// </summary>
    public static BorrowConflict OutlivedBy(Body body, Loan loan, SyntaxNode stored, MoveCause cause, Authority stores = Authority.Default)
    {
        var borrow = body.Origins[loan.Origin];
        var name = PlaceName.Of(body, loan.Place, loan.Origin);
        return new BorrowConflict(
            borrow,
            name,
            loan.IsCapture ? ConflictKind.CapturedByEscapingClosure : ConflictKind.DoesNotLiveLongEnough,
            borrow,
            name,
            loan.Kind == BorrowKind.Exclusive,
            body.Locals[loan.Place.Local].Kind == LocalKind.Temporary,
            stored == borrow ? null : new LaterUse(stored, LaterUseKind.Use),
            IsInPreviousIteration: false,
            IsLaterUseInLoop: false,
            cause,
            End: null)
        {
            Binding = Binding.Of(body.Locals[loan.Place.Local]),
            BorrowInClosure = loan.CapturedUse < 0 ? null : body.Origins[loan.CapturedUse],
            Authority = BodyAuthority.AtEnd(body, loan, BodyAuthority.Max(stores, BodyAuthority.Of(body, loan.Place.Local, loan.Point))),
        };
    }
}
