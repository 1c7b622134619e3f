namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// Which elements of an array a list pattern matched; the default value is any of them
/// (rustc's <c>ProjectionElem::ConstantIndex</c> and <c>Subslice</c>).
/// </summary>
/// <param name="Kind">From where it is counted.</param>
/// <param name="Start">The index from the start, or that of a slice's first element.</param>
/// <param name="End">The index from the end (1 is the last), or the number of elements behind a slice.</param>
/// <param name="MinLength">How many elements the array is known to have.</param>
/// <remarks><c>[var a, .., var b]</c>: <c>a</c> is the element 0 from the start, <c>b</c> is 1 from the end, of an array of at least two.</remarks>
public readonly record struct ElementRange(ElementRangeKind Kind, int Start, int End, int MinLength)
{
    public static ElementRange FromStart(int index, int minLength) => new(ElementRangeKind.FromStart, index, 0, minLength);

    public static ElementRange FromEnd(int index, int minLength) => new(ElementRangeKind.FromEnd, 0, index, minLength);

    public static ElementRange Slice(int before, int behind, int minLength) => new(ElementRangeKind.Slice, before, behind, minLength);

    /// <summary>Whether both may contain one element (rustc's <c>place_projection_conflict</c>).</summary>
    public bool MayOverlap(ElementRange other) => (Kind, other.Kind) switch
    {
        (ElementRangeKind.FromStart, ElementRangeKind.FromStart) => Start == other.Start,
        (ElementRangeKind.FromEnd, ElementRangeKind.FromEnd) => End == other.End,
        (ElementRangeKind.FromStart, ElementRangeKind.FromEnd) => Start >= System.Math.Max(MinLength, other.MinLength) - other.End,
        (ElementRangeKind.FromStart, ElementRangeKind.Slice) => Start >= other.Start,
        (ElementRangeKind.FromEnd, ElementRangeKind.Slice) => End > other.End,
        (ElementRangeKind.FromEnd, ElementRangeKind.FromStart) or (ElementRangeKind.Slice, ElementRangeKind.FromStart or ElementRangeKind.FromEnd) => other.MayOverlap(this),
        _ => true,
    };
}
