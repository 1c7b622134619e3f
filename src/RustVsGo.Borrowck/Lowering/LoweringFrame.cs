using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

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

    /// <summary>The lowered block that each of Roslyn's blocks starts with, by ordinal.</summary>
    public Dictionary<int, int> Blocks { get; } = new();
}
