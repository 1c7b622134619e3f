using System.Text;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Tests.Support;

/// <summary>Writes a body with the state before each statement and at the end of each block.</summary>
internal static class States
{
    public static FlowGraph GraphOf(Body body) => new(
        body.ReversePostorder,
        body.Successors,
        body.Predecessors,
        [.. body.Blocks.Select(static block => block.Statements.Count)]);

    /// <param name="body">The body.</param>
    /// <param name="stateAt">The state at a point, as text; the point behind the last statement of a block is its end.</param>
    public static string Print(Body body, Func<Point, string> stateAt)
    {
        var text = new StringBuilder();
        foreach (var block in body.Blocks)
        {
            text.Append("bb").Append(block.Index).Append('\n');
            for (var i = 0; i <= block.Statements.Count; i++)
            {
                text.Append("      {").Append(stateAt(new Point(block.Index, i))).Append("}\n");
                if (i < block.Statements.Count)
                    text.Append("  ").Append(BodyPrinter.Print(body, block.Statements[i])).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>The solution of a forward analysis at each point of each block.</summary>
    public static Dictionary<Point, BitSet> Forward(Body body, IAnalysis analysis)
    {
        var entries = Worklist.Solve(analysis, GraphOf(body), CancellationToken.None);
        var states = new Dictionary<Point, BitSet>();
        foreach (var block in body.ReversePostorder)
        {
            var state = entries[block]!.Clone();
            states.Add(new Point(block, 0), state.Clone());
            for (var i = 0; i < body.Blocks[block].Statements.Count; i++)
            {
                analysis.Apply(state, block, i);
                states.Add(new Point(block, i + 1), state.Clone());
            }
        }

        return states;
    }

    /// <summary>The solution of a backward analysis at each point of each block.</summary>
    public static Dictionary<Point, BitSet> Backward(Body body, IAnalysis analysis)
    {
        var ends = Worklist.Solve(analysis, GraphOf(body), CancellationToken.None);
        var states = new Dictionary<Point, BitSet>();
        foreach (var block in body.ReversePostorder)
        {
            var state = ends[block]!.Clone();
            var count = body.Blocks[block].Statements.Count;
            states.Add(new Point(block, count), state.Clone());
            for (var i = count - 1; i >= 0; i--)
            {
                analysis.Apply(state, block, i);
                states.Add(new Point(block, i), state.Clone());
            }
        }

        return states;
    }
}
