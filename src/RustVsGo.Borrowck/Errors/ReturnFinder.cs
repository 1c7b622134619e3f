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
        var cursor = solved.NewCursor();
        var visited = new HashSet<int>();
        var queue = new Queue<Point>();
        queue.Enqueue(point);
        while (queue.Count > 0)
        {
            var current = queue.Dequeue();
            var statements = body.Blocks[current.Block].Statements;
            for (var i = current.Statement - 1; i >= 0; i--)
            {
                if (statements[i].Written is { } written && written.Local == body.Result && HoldsAfter(cursor, new Point(current.Block, i), body.Result, loan))
                {
                    return body.Origins[statements[i].Origin];
                }
            }

            foreach (var predecessor in body.Blocks[current.Block].Predecessors)
            {
                if (visited.Add(predecessor))
                {
                    queue.Enqueue(new Point(predecessor, body.Blocks[predecessor].Statements.Count));
                }
            }
        }

        return null;
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
