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

    public LaterUseFinder(Body body) => _body = body;

    /// <summary>
    /// Follows the locals that hold the loan at <paramref name="conflict"/>, past the conflict itself: it may end the loan,
    /// and yet they are read afterwards.
    /// </summary>
    /// <returns>What reads one of them; null when the statement at <paramref name="conflict"/> does, unless it is a call that was given the loan.</returns>
    public LaterUse? Find(Point conflict, HashSet<int> held)
    {
        if (!TryFind(conflict, held, countsDrops: true, out var use))
        {
            return null;
        }

        var statement = _body.Blocks[use.Block].Statements[use.Statement];
        var kind = statement switch
        {
            Call { Callee: not null } when use.Equals(conflict) => LaterUseKind.Call,
            Assign { Value: Borrow { IsCapture: true } } => LaterUseKind.Capture,
            Drop { Cause.Kind: MoveCauseKind.UsingEnded } => LaterUseKind.Drop,
            _ => LaterUseKind.Use,
        };
        return use.Equals(conflict) && kind != LaterUseKind.Call ? null : new LaterUse(_body.Origins[statement.Origin], kind);
    }

    /// <summary>Whether one of the locals that hold the loan at <paramref name="conflict"/> is read from there on, by more than its own drop.</summary>
    public bool IsUsed(Point conflict, HashSet<int> held) => TryFind(conflict, held, countsDrops: false, out _);

    private bool TryFind(Point conflict, HashSet<int> held, bool countsDrops, out Point use)
    {
        var queue = new Queue<(Point Start, HashSet<int> Holders)>();
        var visited = new HashSet<int>();
        queue.Enqueue((conflict, held));
        while (queue.Count > 0)
        {
            var (start, holders) = queue.Dequeue();
            var statements = _body.Blocks[start.Block].Statements;
            for (var i = start.Statement; i < statements.Count && holders.Count > 0; i++)
            {
                if ((countsDrops || statements[i] is not Drop) && ReadsAny(statements[i], holders))
                {
                    use = new Point(start.Block, i);
                    return true;
                }

                if (LocalAccess.Defined(statements[i]) is >= 0 and var written)
                {
                    holders.Remove(written);
                }
            }

            foreach (var successor in _body.Blocks[start.Block].Successors)
            {
                if (holders.Count > 0 && visited.Add(successor))
                {
                    queue.Enqueue((new Point(successor, 0), new HashSet<int>(holders)));
                }
            }
        }

        use = default;
        return false;
    }

    private static bool ReadsAny(Statement statement, HashSet<int> holders)
    {
        foreach (var read in LocalAccess.Read(statement))
        {
            if (holders.Contains(read))
            {
                return true;
            }
        }

        return false;
    }
}
