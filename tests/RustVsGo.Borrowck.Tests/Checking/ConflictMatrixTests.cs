using RustVsGo.Borrowck.Checking;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Tests.Checking;

/// <summary>
/// Which access meets which loan. As in rustc's <c>check_access_for_conflict</c>, but for a reserved loan, which lets the place be used and
/// changed until its call, and no more (docs/ownership-model.md, section 3, "Calls").
/// </summary>
public sealed class ConflictMatrixTests
{
    private static readonly Dictionary<AccessKind, (ConflictKind? Shared, ConflictKind? Exclusive, ConflictKind? Reserved)> s_table = new()
    {
        [AccessKind.Copy] = (null, ConflictKind.UsedWhileExclusivelyBorrowed, null),
        [AccessKind.SharedBorrow] = (null, ConflictKind.SharedWhileExclusivelyBorrowed, null),
        [AccessKind.ExclusiveBorrow] = (ConflictKind.ExclusiveWhileShared, ConflictKind.ExclusiveTwice, null),
        [AccessKind.Reserve] = (null, null, null),
        [AccessKind.Assign] = (ConflictKind.AssignedWhileBorrowed, ConflictKind.AssignedWhileBorrowed, ConflictKind.AssignedWhileBorrowed),
        [AccessKind.Move] = (ConflictKind.MovedWhileBorrowed, ConflictKind.MovedWhileBorrowed, ConflictKind.MovedWhileBorrowed),
        [AccessKind.Drop] = (ConflictKind.DroppedWhileBorrowed, ConflictKind.DroppedWhileBorrowed, ConflictKind.DroppedWhileBorrowed),
        [AccessKind.EndOfUsing] = (ConflictKind.DoesNotLiveLongEnough, ConflictKind.DoesNotLiveLongEnough, ConflictKind.DoesNotLiveLongEnough),
        [AccessKind.StorageDead] = (ConflictKind.DoesNotLiveLongEnough, ConflictKind.DoesNotLiveLongEnough, ConflictKind.DoesNotLiveLongEnough),
    };

    public static TheoryData<string> Accesses => new(Enum.GetNames<AccessKind>());

    [Theory]
    [MemberData(nameof(Accesses))]
    public void An_access_meets_a_loan_as_the_table_says(string name)
    {
        var access = Enum.Parse<AccessKind>(name);
        var (shared, exclusive, reserved) = s_table[access];

        Assert.Equal(shared, ConflictMatrix.Between(access, BorrowKind.Shared, isReserved: false));
        Assert.Equal(exclusive, ConflictMatrix.Between(access, BorrowKind.Exclusive, isReserved: false));
        Assert.Equal(reserved, ConflictMatrix.Between(access, BorrowKind.Shared, isReserved: true));
        Assert.Equal(reserved, ConflictMatrix.Between(access, BorrowKind.Exclusive, isReserved: true));
    }
}
