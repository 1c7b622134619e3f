using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>
/// Whether an access to one place touches what is borrowed at another (rustc's <c>places_conflict</c>, <c>rustc_borrowck/src/places_conflict.rs</c>).
/// </summary>
/// <remarks>
/// The two ways are compared step by step. Borrowed <c>d.A</c>, accessed <c>d.B</c>: they part, no conflict. Borrowed <c>d.A</c>, accessed
/// <c>d</c>: the access covers the borrow, conflict. Borrowed <c>*r</c>, assigned <c>r</c>: a shallow access stops before the borrow, no conflict.
/// </remarks>
internal static class PlacesConflict
{
    /// <summary>Whether the access may touch what is borrowed: two elements of one array may be the same.</summary>
    public static bool Conflict(Place borrowed, Place accessed, AccessDepth depth) => Compare(borrowed, accessed, depth, elementsMayBeSame: true);

    /// <summary>
    /// Whether writing <paramref name="written"/> ends a loan of <paramref name="borrowed"/>: only where both are certain to overlap
    /// (rustc's <c>PlaceConflictBias::NoOverlap</c>).
    /// </summary>
    public static bool IsKilledBy(Place borrowed, Place written) =>
        written.IsLocal ? borrowed.Local == written.Local : Compare(borrowed, written, AccessDepth.Deep, elementsMayBeSame: false);

    private static bool Compare(Place borrowed, Place accessed, AccessDepth depth, bool elementsMayBeSame)
    {
        if (borrowed.Local != accessed.Local)
        {
            return false;
        }

        var borrowSteps = borrowed.Projections;
        var accessSteps = accessed.Projections;
        for (var i = 0; i < borrowSteps.Length; i++)
        {
            if (i < accessSteps.Length)
            {
                if (!borrowSteps[i].MayBe(accessSteps[i]) || (borrowSteps[i].Kind == ProjectionKind.Element && !elementsMayBeSame))
                {
                    return false;
                }
            }
            else if (borrowSteps[i].Kind == ProjectionKind.Deref && depth != AccessDepth.Deep)
            {
                // Neither writing nor dropping a reference touches what it points at.
                return false;
            }
        }

        return true;
    }
}
