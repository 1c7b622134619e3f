using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Modes;

/// <summary>Reads of a field that holds a borrow: the borrow is copied out, what it points at stays.</summary>
internal static class BorrowedMemberRead
{
    /// <summary>The borrow that <paramref name="place"/> ends in, or null when it ends in something owned or plain.</summary>
    public static BorrowKind? Kind(Place place)
    {
        var steps = place.Projections;
        if (steps.Length < 2 || steps[steps.Length - 1].Kind != ProjectionKind.Deref || steps[steps.Length - 2].Member is not { } member)
        {
            return null;
        }

        return ContractModel.BorrowedMember(member) == ReturnKind.BorrowedMut ? BorrowKind.Exclusive : BorrowKind.Shared;
    }
}
