using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.MovePaths;

namespace RustVsGo.Borrowck.Errors;

/// <summary>
/// Finds the moves behind a use after move: backwards from the use along every path to the first move of the place, or to where it got a
/// new value (rustc's <c>get_moved_indexes</c>, <c>rustc_borrowck/src/diagnostics/conflict_errors.rs</c>). Runs on the error path only.
/// </summary>
internal sealed class MoveSiteFinder
{
    private readonly Body _body;
    private readonly MoveData _moves;
    private readonly int[] _order;

    public MoveSiteFinder(Body body, MoveData moves)
    {
        _body = body;
        _moves = moves;
        _order = new int[body.Blocks.Count];
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = -1;
        }

        for (var i = 0; i < body.ReversePostorder.Length; i++)
        {
            _order[body.ReversePostorder[i]] = i;
        }
    }

    /// <summary>Whether the last search also met a path on which nothing was moved.</summary>
    public bool HasPathWithoutMove { get; private set; }

    /// <returns>The moves, by number, each with whether a loop's back edge lies between it and <paramref name="use"/>.</returns>
    public ImmutableArray<(MoveOut MoveOut, bool ThroughBackEdge)> Find(Point use, int path)
    {
        HasPathWithoutMove = false;
        var paths = new HashSet<int>();
        for (var current = path; current >= 0; current = _moves.Paths[current].Parent)
        {
            paths.Add(current);
        }

        var found = new List<(MoveOut, bool)>();
        var visited = new HashSet<Point>();
        var stack = new Stack<Point>();
        var behindBackEdge = new Stack<Point>();
        PushPredecessors(use, stack, behindBackEdge);
        while (stack.Count > 0)
        {
            Visit(stack.Pop(), paths, visited, found, throughBackEdge: false, stack, behindBackEdge);
        }

        // A move of the turn before is told only where no other explains the error: it would follow from that one.
        var explained = found.Count > 0;
        while (!explained && behindBackEdge.Count > 0)
        {
            Visit(behindBackEdge.Pop(), paths, visited, found, throughBackEdge: true, behindBackEdge, behindBackEdge);
        }

        return found.OrderBy(static site => site.Item1.Index).ToImmutableArray();
    }

    private void Visit(
        Point point,
        HashSet<int> paths,
        HashSet<Point> visited,
        List<(MoveOut MoveOut, bool ThroughBackEdge)> found,
        bool throughBackEdge,
        Stack<Point> stack,
        Stack<Point> behindBackEdge)
    {
        if (!visited.Add(point))
        {
            return;
        }

        // A statement that moves and assigns one place leaves it assigned.
        foreach (var init in _moves.InitsAt(point))
        {
            if (paths.Contains(init))
            {
                HasPathWithoutMove = true;
                return;
            }
        }

        foreach (var moveOut in _moves.MoveOutsAt(point))
        {
            if (paths.Contains(_moves.MoveOuts[moveOut].Path))
            {
                found.Add((_moves.MoveOuts[moveOut], throughBackEdge));
                return;
            }
        }

        PushPredecessors(point, stack, behindBackEdge);
    }

    // A block's end is a point of its own, so that an empty block has one.
    private void PushPredecessors(Point point, Stack<Point> stack, Stack<Point> behindBackEdge)
    {
        if (point.Statement > 0)
        {
            stack.Push(new Point(point.Block, point.Statement - 1));
            return;
        }

        HasPathWithoutMove |= point.Block == _body.ReversePostorder[0];
        foreach (var predecessor in _body.Predecessors[point.Block])
        {
            if (_order[predecessor] < 0)
            {
                continue;
            }

            var isBackEdge = _order[predecessor] >= _order[point.Block];
            (isBackEdge ? behindBackEdge : stack).Push(new Point(predecessor, _body.Blocks[predecessor].Statements.Count));
        }
    }
}
