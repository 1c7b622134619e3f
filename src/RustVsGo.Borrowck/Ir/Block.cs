using System.Collections.Generic;

namespace RustVsGo.Borrowck.Ir;

/// <summary>Statements without a branch between them, and where control goes afterwards.</summary>
public sealed class Block
{
    public Block(int index) => Index = index;

    /// <summary>Index into <see cref="Body.Blocks"/>.</summary>
    public int Index { get; }

    public List<Statement> Statements { get; internal set; } = new();

    /// <summary>Where control can go: the false side of a condition, the true side, then unwinding. Empty: the body is left.</summary>
    public List<int> Successors { get; internal set; } = new();

    /// <summary>Whether the body is left normally at the end of this block.</summary>
    public bool IsReturn { get; set; }
}
