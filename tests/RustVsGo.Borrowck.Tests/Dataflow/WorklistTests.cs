using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Dataflow;

namespace RustVsGo.Borrowck.Tests.Dataflow;

/// <summary>The solver alone, on graphs whose statements are numbered and add their number.</summary>
public sealed class WorklistTests
{
    [Fact]
    public void Forward_states_are_those_on_entry() =>
        Assert.Equal(["", "0", "0,1,2", null], Solve(new Trace(isBackward: false), edges: [(0, 1), (1, 2), (2, 2)], blocks: 4));

    [Fact]
    public void Backward_states_are_those_at_the_end() =>
        Assert.Equal(["1,2", "2", "", null], Solve(new Trace(isBackward: true), edges: [(0, 1), (1, 2)], blocks: 4));

    [Fact]
    public void Where_edges_meet_states_are_joined() =>
        Assert.Equal(["", "0", "0", "0,1,2"], Solve(new Trace(isBackward: false), edges: [(0, 1), (0, 2), (1, 3), (2, 3)], blocks: 4));

    [Fact]
    public void A_loop_is_solved_until_nothing_changes() =>
        Assert.Equal(["0,1,2", "0,1,2", "0,1,2"], Solve(new Trace(isBackward: false), edges: [(0, 1), (1, 2), (2, 0)], blocks: 3));

    [Fact]
    public void The_boundary_holds_at_the_entry_of_a_forward_problem_alone() =>
        Assert.Equal(["9", "0,9"], Solve(new Trace(isBackward: false, boundary: 9), edges: [(0, 1)], blocks: 2));

    [Fact]
    public void The_boundary_holds_at_the_exits_of_a_backward_problem() =>
        Assert.Equal(["1,2,9", "9", "9"], Solve(new Trace(isBackward: true, boundary: 9), edges: [(0, 1), (0, 2)], blocks: 3));

    [Fact]
    public void A_request_to_stop_is_obeyed() =>
        Assert.Throws<OperationCanceledException>(() => Worklist.Solve(new Trace(isBackward: false), Graph([(0, 1)], 2), new CancellationToken(canceled: true)));

    [Fact]
    public void A_long_chain_of_blocks_is_passed_once()
    {
        const int count = 5_000;
        var trace = new Trace(isBackward: false, size: count);

        Worklist.Solve(trace, Graph([.. Enumerable.Range(0, count - 1).Select(static i => (i, i + 1))], count), CancellationToken.None);

        Assert.Equal(count, trace.Applied);
    }

    private static IEnumerable<string?> Solve(Trace analysis, (int From, int To)[] edges, int blocks) =>
        Worklist.Solve(analysis, Graph(edges, blocks), CancellationToken.None)
            .Select(state => state is null ? null : string.Join(",", Enumerable.Range(0, analysis.DomainSize).Where(member => state[member])));

    // Blocks that no edge leads to are not reachable, but for the first one.
    private static FlowGraph Graph((int From, int To)[] edges, int blocks)
    {
        var all = Enumerable.Range(0, blocks).ToArray();
        var targets = edges.ToLookup(static edge => edge.From, static edge => edge.To);
        var successors = Edges.From(blocks, block => targets[block].Count(), (block, index) => targets[block].ElementAt(index));
        return new FlowGraph(
            [.. all.Where(block => block == 0 || edges.Any(edge => edge.To == block))],
            successors,
            successors.Reversed(),
            [.. all.Select(static _ => 1)]);
    }

    /// <summary>Adds the number of each block that control passes.</summary>
    private sealed class Trace(bool isBackward, int? boundary = null, int size = 10) : IAnalysis
    {
        public int Applied { get; private set; }

        public bool IsBackward => isBackward;

        public int DomainSize => size;

        public void InitializeBoundary(BitSet state, int block)
        {
            if (boundary is { } member)
                state.Add(member);
        }

        public void Apply(BitSet state, int block, int statement)
        {
            Applied++;
            state.Add(block);
        }
    }
}
