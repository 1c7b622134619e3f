using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Finds why a delegate can be called once: back through copies to the functions that it was made of. Runs on the error path only.</summary>
internal static class CapturedMoveFinder
{
    /// <returns>The moves in their bodies; empty where the delegate comes from elsewhere.</returns>
    public static List<CapturedMove> Find(Body body, int local)
    {
        var moves = new List<CapturedMove>();
        var seen = new HashSet<int> { local };
        var queue = new Queue<int>();
        queue.Enqueue(local);
        while (queue.Count > 0)
        {
            var current = queue.Dequeue();
            foreach (var block in body.Blocks)
            {
                foreach (var statement in block.Statements)
                {
                    if (statement is Call { Target: { IsLocal: true } made } call && made.Local == current)
                    {
                        moves.AddRange(call.CapturedMoves);
                    }
                    else if (statement is Assign { Target: { IsLocal: true } target, Value: Read { Operand.Place: { IsLocal: true } source } }
                        && target.Local == current
                        && seen.Add(source.Local))
                    {
                        queue.Enqueue(source.Local);
                    }
                }
            }
        }

        return moves;
    }
}
