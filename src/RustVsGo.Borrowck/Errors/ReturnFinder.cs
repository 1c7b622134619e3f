using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Finds the returned expression that gives a borrow away: backwards from a point on the way out of a body, or on the ways that lead on from a point.</summary>
internal static class ReturnFinder
{
    /// <returns>The expression whose value holds <paramref name="loan"/>, or null when none on the way does.</returns>
    public static SyntaxNode? Find(Body body, HeldLoans solved, int loan, Point point)
    {
        foreach (var returned in All(body, solved, loan, point))
        {
            return returned;
        }

        return null;
    }

    /// <returns>Of all such expressions on the ways the one that stands first in the source: of the errors about one region rustc tells that.</returns>
    public static SyntaxNode? FindFirst(Body body, HeldLoans solved, int loan, Point point)
    {
        SyntaxNode? first = null;
        foreach (var returned in All(body, solved, loan, point))
        {
            first = first is null || returned.SpanStart < first.SpanStart ? returned : first;
        }

        return first;
    }

    /// <summary>Follows a borrow from local to local, past the end of what it borrows: there the loan ends, and what holds it is returned afterwards.</summary>
    /// <param name="body">The body.</param>
    /// <param name="point">Where what is borrowed ends.</param>
    /// <param name="holders">The locals that hold the borrow there.</param>
    /// <returns>Of the expressions that are returned with it the first in the source; null when none is.</returns>
    public static SyntaxNode? FindBehind(Body body, Point point, HashSet<int> holders)
    {
        var entries = new Dictionary<int, HashSet<int>>();
        var queue = new Queue<(Point Start, HashSet<int> Holders)>();
        queue.Enqueue((new Point(point.Block, point.Statement + 1), holders));
        SyntaxNode? first = null;
        while (queue.Count > 0)
        {
            var (start, entry) = queue.Dequeue();
            var held = new HashSet<int>(entry);
            var block = body.Blocks[start.Block];
            for (var i = start.Statement; i < block.Statements.Count && held.Count > 0; i++)
            {
                if (Follow(block.Statements[i], held, body.Result) && body.Origins[block.Statements[i].Origin] is var returned && (first is null || returned.SpanStart < first.SpanStart))
                {
                    first = returned;
                }
            }

            foreach (var successor in block.Successors)
            {
                if (!entries.TryGetValue(successor, out var known))
                {
                    entries.Add(successor, known = new HashSet<int>());
                }

                var count = known.Count;
                known.UnionWith(held);
                if (known.Count > count)
                {
                    queue.Enqueue((new Point(successor, 0), known));
                }
            }
        }

        return first;
    }

    // Whether `result` got it.
    private static bool Follow(Statement statement, HashSet<int> held, int result)
    {
        var (isKept, isReturned) = (false, false);
        foreach (var (from, to) in LoanFlow.Of(statement))
        {
            if (held.Contains(from))
            {
                held.Add(to);
                isKept = true;
                isReturned |= to == result;
            }
        }

        if (!isKept && LocalAccess.Defined(statement) is >= 0 and var written)
        {
            held.Remove(written);
        }

        return isReturned;
    }

    private static IEnumerable<SyntaxNode> All(Body body, HeldLoans solved, int loan, Point point)
    {
        var cursor = solved.NewCursor();
        var visited = new HashSet<int>();
        var queue = new Queue<Point>();
        queue.Enqueue(point);
        while (queue.Count > 0)
        {
            var current = queue.Dequeue();
            var statements = body.Blocks[current.Block].Statements;
            var isWritten = false;
            for (var i = current.Statement - 1; i >= 0 && !isWritten; i--)
            {
                isWritten = statements[i].Written is { } written && written.Local == body.Result && HoldsAfter(cursor, new Point(current.Block, i), body.Result, loan);
                if (isWritten)
                {
                    yield return body.Origins[statements[i].Origin];
                }
            }

            if (isWritten)
            {
                continue;
            }

            foreach (var predecessor in body.Predecessors[current.Block])
            {
                if (visited.Add(predecessor))
                {
                    queue.Enqueue(new Point(predecessor, body.Blocks[predecessor].Statements.Count));
                }
            }
        }
    }

    private static bool HoldsAfter(HeldLoans cursor, Point point, int result, int loan)
    {
        cursor.Enter(point.Block);
        for (var i = 0; i <= point.Statement; i++)
        {
            cursor.Advance(i);
        }

        return cursor.Holds(result, loan);
    }
}
