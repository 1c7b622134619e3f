using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Finds the returned expression behind a point on the way out of a body: backwards to the nearest write of the result.</summary>
internal static class ReturnFinder
{
    /// <returns>The expression, or null when the result is not written on the way.</returns>
    public static SyntaxNode? Find(Body body, Point point)
    {
        var visited = new HashSet<int>();
        var queue = new Queue<Point>();
        queue.Enqueue(point);
        while (queue.Count > 0)
        {
            var current = queue.Dequeue();
            var statements = body.Blocks[current.Block].Statements;
            for (var i = current.Statement - 1; i >= 0; i--)
            {
                var target = statements[i] switch
                {
                    Assign assign => assign.Target,
                    Call call => call.Target,
                    _ => null,
                };
                if (target is { } written && written.Local == body.Result)
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
}
