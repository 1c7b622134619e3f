using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Finds who got a plain value for good before it is dropped here: backwards from the drop. Runs on the error path only.</summary>
internal sealed class GivenFinder
{
    private readonly Body _body;

    public GivenFinder(Body body) => _body = body;

    /// <returns>The closest statement that gives it away, and to whom; null where a path leads to the drop on which nobody got it.</returns>
    public (Statement Statement, MoveCause Owner)? Find(Point drop, int local)
    {
        (Statement Statement, MoveCause Owner)? found = null;
        var visited = new HashSet<int>();
        var stack = new Stack<Point>();
        stack.Push(drop);
        while (stack.Count > 0)
        {
            var point = stack.Pop();
            switch (InBlock(point, local, out var given))
            {
                case true:
                    found = given;
                    continue;
                case false:
                    return null;
            }

            if (point.Block == 0)
            {
                return null;
            }

            foreach (var predecessor in _body.Predecessors[point.Block])
            {
                if (!_body.Blocks[point.Block].IsUnwind && visited.Add(predecessor))
                {
                    stack.Push(new Point(predecessor, _body.Blocks[predecessor].Statements.Count));
                }
            }
        }

        return found;
    }

    private bool? InBlock(Point point, int local, out (Statement, MoveCause)? given)
    {
        given = null;
        var statements = _body.Blocks[point.Block].Statements;
        for (var i = point.Statement - 1; i >= 0; i--)
        {
            if (statements[i] is Assign { Value: Read { Operand: { Gives: true, Place: { IsLocal: true, Local: var from }, Cause: var cause } } } && from == local)
            {
                given = (statements[i], cause);
                return true;
            }

            if (statements[i] is DutyEnds { IsCertain: true, Local: var ended } && ended == local)
            {
                // Where there is nothing, nothing is dropped.
                return true;
            }

            if ((statements[i].Written is { IsLocal: true, Local: var written } && written == local) || statements[i] is Drop { Place: { IsLocal: true, Local: var dropped } } && dropped == local)
            {
                return false;
            }
        }

        return null;
    }
}
