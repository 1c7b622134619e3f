using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Finds the returned expression behind a point on the way out of a body: backwards to the nearest write of the result.</summary>
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

            foreach (var predecessor in body.Blocks[current.Block].Predecessors)
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
