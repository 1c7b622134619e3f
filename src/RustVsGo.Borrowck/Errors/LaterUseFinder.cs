using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>
/// Finds why a loan is live: the nearest later read of a local that may hold it (rustc's <c>explain_borrow.rs</c>, <c>find_use.rs</c>).
/// Breadth first from the conflict. Runs on the error path only.
/// </summary>
internal sealed class LaterUseFinder
{
    private readonly Body _body;
    private readonly HeldLoans _cursor;

    public LaterUseFinder(Body body, HeldLoans solved)
    {
        _body = body;
        _cursor = solved.NewCursor();
    }

    /// <returns>The expression that reads a holder of <paramref name="loan"/>; null when the statement at <paramref name="conflict"/> does.</returns>
    public SyntaxNode? Find(Point conflict, int loan)
    {
        var queue = new Queue<Point>();
        var visited = new HashSet<int>();
        queue.Enqueue(conflict);
        while (queue.Count > 0)
        {
            var start = queue.Dequeue();
            var statements = _body.Blocks[start.Block].Statements;
            _cursor.Enter(start.Block);
            var isHeld = false;
            for (var i = 0; i < statements.Count; i++)
            {
                if (i >= start.Statement && ReadsHolder(statements[i], loan))
                {
                    return start.Equals(conflict) && i == conflict.Statement ? null : _body.Origins[statements[i].Origin];
                }

                _cursor.Advance(i);
            }

            foreach (var (_, held) in _cursor.Held)
            {
                isHeld |= held == loan;
            }

            if (!isHeld)
            {
                continue;
            }

            if (_body.Blocks[start.Block].IsReturn)
            {
                return null;
            }

            foreach (var successor in _body.Blocks[start.Block].Successors)
            {
                if (visited.Add(successor))
                {
                    queue.Enqueue(new Point(successor, 0));
                }
            }
        }

        return null;
    }

    private bool ReadsHolder(Statement statement, int loan)
    {
        foreach (var read in LocalAccess.Read(statement))
        {
            foreach (var (holder, held) in _cursor.Held)
            {
                if (held == loan && holder == read)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
