using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <summary>Makes the errors about a borrow that outlives what it borrows.</summary>
internal static class ConflictReport
{
    /// <summary>A loan of something of this body is stored where it lives on, at <paramref name="stored"/>, by a contract of <paramref name="stores"/>.</summary>
    public static BorrowConflict OutlivedBy(Body body, Loan loan, SyntaxNode stored, Authority stores = Authority.Default)
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
            stored == borrow ? null : stored,
            IsInPreviousIteration: false,
            IsLaterUseInLoop: false,
            Move: null,
            End: null) { Authority = BodyAuthority.AtEnd(body, loan, BodyAuthority.Max(stores, BodyAuthority.Of(body, loan.Place.Local, loan.Point))) };
    }
}
