using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// Which access to a borrowed place is an error, and which: the one place that decides it (rustc's <c>check_access_for_conflict</c>).
/// </summary>
internal static class ConflictMatrix
{
    /// <param name="access">What is done now.</param>
    /// <param name="loan">The kind of the loan that is live.</param>
    /// <param name="isReserved">Whether the loan has not begun yet (two-phase).</param>
    /// <returns>The error, or null when both may be.</returns>
    public static ConflictKind? Between(AccessKind access, BorrowKind loan, bool isReserved) => access switch
    {
        // Until the call, the place may be read and changed; it may not go away.
        AccessKind.Copy or AccessKind.SharedBorrow or AccessKind.ExclusiveBorrow when isReserved => null,
        AccessKind.Reserve => null,
        AccessKind.Copy => loan == BorrowKind.Shared ? null : ConflictKind.UsedWhileExclusivelyBorrowed,
        AccessKind.SharedBorrow => loan == BorrowKind.Shared ? null : ConflictKind.SharedWhileExclusivelyBorrowed,
        AccessKind.ExclusiveBorrow => loan == BorrowKind.Shared ? ConflictKind.ExclusiveWhileShared : ConflictKind.ExclusiveTwice,
        AccessKind.Assign => ConflictKind.AssignedWhileBorrowed,
        AccessKind.Move => ConflictKind.MovedWhileBorrowed,
        AccessKind.Drop => ConflictKind.DroppedWhileBorrowed,
        AccessKind.EndOfUsing or AccessKind.StorageDead => ConflictKind.DoesNotLiveLongEnough,
        _ => null,
    };
}
