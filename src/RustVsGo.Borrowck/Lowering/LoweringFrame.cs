using Microsoft.CodeAnalysis.FlowAnalysis;
using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// One lowering of a stretch of the graph: the whole of it outside finally blocks, or one finally block with the place that control goes on to behind it.
/// </summary>
internal sealed class LoweringFrame
{
    public LoweringFrame(LoweringFrame? parent, ControlFlowRegion? region, int continuation)
    {
        Parent = parent;
        Region = region;
        Continuation = continuation;
    }

    /// <summary>How many finally blocks lie around this one.</summary>
    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>The frame around the try that the finally block belongs to; null for the whole graph.</summary>
    public LoweringFrame? Parent { get; }

    /// <summary>The finally region; null for the whole graph.</summary>
    public ControlFlowRegion? Region { get; }

    /// <summary>The lowered block behind the finally block, or -1.</summary>
    public int Continuation { get; }

    /// <summary>Where the stretch begins: the ordinal of its first block.</summary>
    public int First { get; private set; }

    /// <summary>The lowered blocks that each of Roslyn's blocks starts and ends with, from <see cref="First"/> on; -1 where it is not lowered in this frame.</summary>
    public Segmented<(int Start, int End)> Blocks { get; private set; } = new();

    /// <summary>Makes room for the blocks with the ordinals from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public void Reserve(int first, int last) => (First, Blocks) = (first, new Segmented<(int, int)>(last - first + 1, (-1, -1)));

    /// <summary>The lowered block that Roslyn's block <paramref name="ordinal"/> starts with.</summary>
    public bool TryGetStart(int ordinal, out int start)
    {
        var index = ordinal - First;
        start = index >= 0 && index < Blocks.Count ? Blocks[index].Start : -1;
        return start >= 0;
    }
}
