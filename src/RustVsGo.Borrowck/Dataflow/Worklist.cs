using System.Threading;

using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Dataflow;

/// <summary>Solves an <see cref="IAnalysis"/> to its least fixed point, visiting blocks in (reverse) postorder until nothing changes.</summary>
internal static class Worklist
{
    /// <returns>The state on entry of each block (forward) or at its end (backward), to be read only; null for a block that cannot be reached.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static Segmented<BitSet?> Solve(IAnalysis analysis, FlowGraph graph, CancellationToken cancellation)
    {
        var order = graph.ReversePostorder;
        var states = new Segmented<BitSet?>(graph.StatementCounts.Length, null);
        var nothing = new BitSet();
        foreach (var block in order)
        {
            states[block] = nothing;
            if (analysis.IsBackward && graph.Successors[block].Count == 0)
            {
                analysis.InitializeBoundary(states[block] = new BitSet(), block);
            }
        }

        if (order.Length == 0)
        {
            return states;
        }

        if (!analysis.IsBackward)
        {
            analysis.InitializeBoundary(states[order[0]] = new BitSet(), order[0]);
        }

        var dirty = new bool[states.Count];
        foreach (var block in order)
        {
            dirty[block] = true;
        }

        var scratch = new BitSet();
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
                foreach (var next in others)
                {
                    if (states[next] is not { } state)
                    {
                        continue;
                    }

                    // Many a block has nothing: those share one set.
                    if (ReferenceEquals(state, nothing) && !scratch.IsEmpty)
                    {
                        states[next] = state = new BitSet();
                    }

                    if (!ReferenceEquals(state, nothing) && state.UnionWith(scratch))
                    {
                        dirty[next] = true;
                        changed = true;
                    }
                }
            }
        }

        return states;
    }

    /// <summary>The states at the other side of each block: at its end (forward) or on entry (backward), to be read only.</summary>
    /// <param name="states">What <see cref="Solve"/> found.</param>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static Segmented<BitSet?> Transfer(IAnalysis analysis, FlowGraph graph, Segmented<BitSet?> states, CancellationToken cancellation)
    {
        var result = new Segmented<BitSet?>(states.Count, null);
        var scratch = new BitSet();
        foreach (var block in graph.ReversePostorder)
        {
            cancellation.ThrowIfCancellationRequested();
            if (OfNeighbour(analysis, graph, states, block) is { } same)
            {
                result[block] = same;
                continue;
            }

            scratch.CopyFrom(states[block]!);
            Transfer(analysis, graph, scratch, block);
            result[block] = scratch.IsSharedWith(states[block]!) ? states[block] : scratch.Clone();
        }

        return result;
    }

    // A block that nothing but this one flows into has what comes out of this one.
    private static BitSet? OfNeighbour(IAnalysis analysis, FlowGraph graph, Segmented<BitSet?> states, int block)
    {
        foreach (var next in analysis.IsBackward ? graph.Predecessors[block] : graph.Successors[block])
        {
            var into = analysis.IsBackward ? graph.Successors[next] : graph.Predecessors[next];
            if (into.Count == 1 && (analysis.IsBackward || next != graph.ReversePostorder[0]))
            {
                return states[next];
            }
        }

        return null;
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
