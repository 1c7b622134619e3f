using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.MovePaths;

/// <summary>A place that is moved or initialized as a whole somewhere; children are places inside it (rustc's <c>MovePath</c>).</summary>
internal sealed class MovePath
{
    public MovePath(int index, Place place, int parent)
    {
        Index = index;
        Place = place;
        Parent = parent;
    }

    public int Index { get; }

    public Place Place { get; }

    /// <summary>The path of the closest enclosing place, or -1.</summary>
    public int Parent { get; }

    public int FirstChild { get; set; } = -1;

    public int NextSibling { get; set; } = -1;
}
