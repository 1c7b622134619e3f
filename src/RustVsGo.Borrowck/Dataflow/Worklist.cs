using System.Threading;

namespace RustVsGo.Borrowck.Dataflow;

/// <summary>Solves an <see cref="IAnalysis"/> to its least fixed point, visiting blocks in (reverse) postorder until nothing changes.</summary>
internal static class Worklist
{
    /// <returns>The state on entry of each block (forward) or at its end (backward); null for a block that cannot be reached.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static BitSet?[] Solve(IAnalysis analysis, FlowGraph graph, CancellationToken cancellation)
    {
        var order = graph.ReversePostorder;
        var states = new BitSet?[graph.StatementCounts.Count];
        foreach (var block in order)
        {
            states[block] = new BitSet(0);
            if (analysis.IsBackward && graph.Successors[block].Count == 0)
            {
                analysis.InitializeBoundary(states[block]!, block);
            }
        }

        if (order.Length == 0)
        {
            return states;
        }

        if (!analysis.IsBackward)
        {
            analysis.InitializeBoundary(states[order[0]]!, order[0]);
        }

        var dirty = new bool[states.Length];
        foreach (var block in order)
        {
            dirty[block] = true;
        }

        var scratch = new BitSet(0);
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var i = 0; i < order.Length; i++)
            {
                var block = order[analysis.IsBackward ? order.Length - 1 - i : i];
                if (!dirty[block])
                {
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                dirty[block] = false;
                scratch.CopyFrom(states[block]!);
                Transfer(analysis, graph, scratch, block);
                var others = analysis.IsBackward ? graph.Predecessors[block] : graph.Successors[block];
                for (var other = 0; other < others.Count; other++)
                {
                    var next = others[other];
                    if (states[next] is { } state && state.UnionWith(scratch))
                    {
                        dirty[next] = true;
                        changed = true;
                    }
                }
            }
        }

        return states;
    }

    /// <summary>The states at the other side of each block: at its end (forward) or on entry (backward).</summary>
    /// <param name="states">What <see cref="Solve"/> found.</param>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static BitSet?[] Transfer(IAnalysis analysis, FlowGraph graph, BitSet?[] states, CancellationToken cancellation)
    {
        var result = new BitSet?[states.Length];
        foreach (var block in graph.ReversePostorder)
        {
            cancellation.ThrowIfCancellationRequested();
            result[block] = states[block]!.Clone();
            Transfer(analysis, graph, result[block]!, block);
        }

        return result;
    }

    private static void Transfer(IAnalysis analysis, FlowGraph graph, BitSet state, int block)
    {
        var count = graph.StatementCounts[block];
        for (var i = 0; i < count; i++)
        {
            analysis.Apply(state, block, analysis.IsBackward ? count - 1 - i : i);
        }
    }
}
