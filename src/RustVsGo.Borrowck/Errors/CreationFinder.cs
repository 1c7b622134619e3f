using System.Collections.Generic;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>
/// Finds where a value comes from that nobody dropped: backwards from where it is lost, along every path, through the variables that it was moved through.
/// Runs on the error path only.
/// </summary>
internal sealed class CreationFinder
{
    private readonly Body _body;
    private readonly OwedDrops _drops;

    public CreationFinder(Body body, OwedDrops drops)
    {
        _body = body;
        _drops = drops;
    }

    /// <returns>The statements that made it, and every local that held it.</returns>
    public (List<Statement> Creations, HashSet<int> Holders) Find(Point lost, int local)
    {
        var creations = new List<Statement>();
        var holders = new HashSet<int>();
        var visited = new HashSet<(int Block, int Local)>();
        var stack = new Stack<(Point Behind, int Local)>();
        stack.Push((lost, local));
        while (stack.Count > 0)
        {
            var (behind, current) = stack.Pop();
            holders.Add(current);
            if (IsSettled(behind, current, creations, stack) || !visited.Add((behind.Block, current)))
            {
                continue;
            }

            foreach (var predecessor in _body.Predecessors[behind.Block])
            {
                if (!_body.Blocks[behind.Block].IsUnwind)
                {
                    stack.Push((new Point(predecessor, _body.Blocks[predecessor].Statements.Count), current));
                }
            }
        }

        return (creations, holders);
    }

    // Whether the block says, in front of the point, where the value comes from.
    private bool IsSettled(Point behind, int local, List<Statement> creations, Stack<(Point, int)> stack)
    {
        var statements = _body.Blocks[behind.Block].Statements;
        for (var i = behind.Statement - 1; i >= 0; i--)
        {
            var statement = statements[i];
            if (statement is StorageDead { Local: var dead } && dead == local)
            {
                return true;
            }

            if (statement.Written is not { IsLocal: true, Local: var written } || written != local)
            {
                continue;
            }

            if (_drops.Starts(statement))
            {
                if (!creations.Contains(statement))
                {
                    creations.Add(statement);
                }
            }
            else if (_drops.MovedFrom(statement) is { } from)
            {
                stack.Push((new Point(behind.Block, i), from));
            }
            else if (statement is Assign { Value: Borrow { Place: { IsLocal: true, Local: var kept } } })
            {
                stack.Push((new Point(behind.Block, i), kept));
            }
            else if (statement is Call { Callee: not null } call)
            {
                foreach (var source in call.Sources)
                {
                    if (call.Arguments[source] is >= 0 and var argument && _drops.IsTracked(argument))
                    {
                        stack.Push((new Point(behind.Block, i), argument));
                    }
                }
            }

            return true;
        }

        return false;
    }
}
