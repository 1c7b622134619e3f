using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Finds why a delegate can be called once: back through copies to the functions that it was made of. Runs on the error path only.</summary>
internal static class CapturedMoveFinder
{
    /// <returns>The moves in their bodies, each with its function; empty where the delegate comes from elsewhere.</returns>
    public static List<(CapturedMove Move, SyntaxNode Closure)> Find(Body body, int local)
    {
        var moves = new List<(CapturedMove, SyntaxNode)>();
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
                        foreach (var move in call.CapturedMoves)
                        {
                            moves.Add((move, body.Origins[call.Origin]));
                        }
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
