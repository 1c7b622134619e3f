using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Dataflow;

/// <summary>The shape of a body, which is all that solving needs to know of it.</summary>
/// <param name="ReversePostorder">The reachable blocks.</param>
/// <param name="Successors">By block.</param>
/// <param name="Predecessors">By block.</param>
/// <param name="StatementCounts">By block.</param>
internal sealed record FlowGraph(
    int[] ReversePostorder,
    Edges Successors,
    Edges Predecessors,
    int[] StatementCounts);
