using System.Collections.Generic;
using System.Threading;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Which live local may hold which loan at each point. A loan is live where a live local may hold it: that is what makes the checker
/// location-sensitive, as Polonius is, without solving for regions.
/// In: loans, holders, liveness. Out: a cursor that walks a block statement by statement.
/// </summary>
/// <remarks>
/// <code>
/// var r = a.View();        // {r: L0(a)}
/// if (c) r = b.View();     // {r: L1(b)}: writing r ends what it held
/// See(r);                  // {r: L0(a), r: L1(b)} before, {} afterwards: r is dead
/// </code>
/// States hold only pairs of live locals, so they stay as small as the number of borrows that are in use at once.
/// </remarks>
internal sealed class HeldLoans
{
    private readonly Body _body;
    private readonly LoanSet _loans;
    private readonly Holders _holders;
    private readonly BitSet?[] _liveAtEnd;
    private readonly HashSet<long>?[] _entries;
    private readonly List<(int Holder, int Loan)> _held = new();
    private readonly Dictionary<int, List<(int Statement, bool Reads)>> _events = new();
    private int _block = -1;

    private HeldLoans(Body body, LoanSet loans, Holders holders, BitSet?[] liveAtEnd)
    {
        _body = body;
        _loans = loans;
        _holders = holders;
        _liveAtEnd = liveAtEnd;
        _entries = new HashSet<long>?[body.Blocks.Count];
    }

    private HeldLoans(HeldLoans solved)
    {
        _body = solved._body;
        _loans = solved._loans;
        _holders = solved._holders;
        _liveAtEnd = solved._liveAtEnd;
        _entries = solved._entries;
    }

    /// <summary>The pairs of a live holder and a loan where the cursor stands.</summary>
    public IReadOnlyList<(int Holder, int Loan)> Held => _held;

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static HeldLoans Solve(Body body, LoanSet loans, FlowGraph graph, CancellationToken cancellation)
    {
        var holders = Holders.Find(body, loans);
        var live = Worklist.Solve(new LiveLocals(body, holders), graph, cancellation);
        var analysis = new HeldLoans(body, loans, holders, live);
        analysis.Solve(graph, cancellation);
        return analysis;
    }

    /// <summary>Another cursor over the same solution.</summary>
    public HeldLoans NewCursor() => new(this);

    /// <summary>Sets the cursor to the start of <paramref name="block"/>.</summary>
    public void Enter(int block)
    {
        if (_block != block)
        {
            _block = block;
            IndexEvents();
        }

        _held.Clear();
        if (_entries[block] is { } entry)
        {
            foreach (var pair in entry)
            {
                _held.Add(((int)(pair >> 32), (int)pair));
            }

            _held.Sort();
            DropDead(0);
        }
    }

    /// <summary>Moves the cursor past the statement with the number <paramref name="index"/> of the current block.</summary>
    public void Advance(int index)
    {
        var statement = _body.Blocks[_block].Statements[index];
        var before = _held.Count;
        if (before == 0 && statement is not Assign { Value: Borrow })
        {
            return;
        }

        // What flows is what was held before the statement; writing a local ends what that local held.
        var flows = new List<(int Holder, int Loan)>();
        foreach (var (from, to) in LoanFlow.Of(statement))
        {
            AddFlow(flows, statement, from, to, index);
        }

        foreach (var (from, through) in LoanFlow.StoredThrough(statement))
        {
            for (var i = 0; i < before; i++)
            {
                var pointer = _loans.Loans[_held[i].Loan];
                if (_held[i].Holder == through && !pointer.IsUniversal && PointsInto.MayPoint(_body, through, pointer))
                {
                    AddFlow(flows, statement, from, pointer.Place.Local, index);
                }
            }
        }

        // `cur = Own.BorrowMut(cur.Next)`: what is borrowed through the old value of `cur` cannot be reached through it any more.
        var written = Written(statement);
        if (written is { } target)
        {
            KillWritten(target);
        }

        foreach (var pair in flows)
        {
            if (!_held.Contains(pair) && !(written is { } place && PlacesConflict.IsKilledBy(_loans.Loans[pair.Loan].Place, place)))
            {
                _held.Add(pair);
            }
        }

        if (statement is Drop { Place: { IsLocal: true } dropped })
        {
            LetGo(dropped.Local);
        }

        DropDead(index + 1);
    }

    // What a keeper kept is dropped with it.
    private void LetGo(int keeper)
    {
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            if (_held[i].Holder == keeper && _loans.Loans[_held[i].Loan].Strength == LoanStrength.Keeps)
            {
                _held.RemoveAt(i);
            }
        }
    }

    /// <summary>Whether <paramref name="local"/> is read at or after the statement with the number <paramref name="index"/> before it is written.</summary>
    public bool IsLive(int local, int index)
    {
        if (_events.TryGetValue(local, out var events))
        {
            var low = 0;
            var high = events.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (events[middle].Statement < index)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            if (low < events.Count)
            {
                return events[low].Reads;
            }
        }

        return _holders.IndexOf(local) is >= 0 and var holder && _liveAtEnd[_block]![holder];
    }

    private void AddFlow(List<(int Holder, int Loan)> flows, Statement statement, int from, int to, int index)
    {
        if (from < 0)
        {
            if (_loans.At(new Point(_block, index)) is { } opened)
            {
                flows.Add((to, opened.Index));
            }

            return;
        }

        var isGiven = statement is Assign { Value: Read { Operand: { Kind: OperandKind.Move, Gives: true, Cause.Kind: MoveCauseKind.Argument or MoveCauseKind.Receiver } } };
        foreach (var (holder, loan) in _held)
        {
            // With a keeper that is given away goes what it keeps.
            if (holder == from && !(isGiven && _loans.Loans[loan].Strength == LoanStrength.Keeps))
            {
                flows.Add((to, loan));
            }
        }
    }

    private static Place? Written(Statement statement) => statement switch
    {
        Assign assign => assign.Target,
        Call call => call.Target,
        StorageDead dead => new Place(dead.Local),
        _ => null,
    };

    // The old value is gone: what its local held, and every loan of it or of something inside it.
    private void KillWritten(Place target)
    {
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            if ((target.IsLocal && _held[i].Holder == target.Local) || PlacesConflict.IsKilledBy(_loans.Loans[_held[i].Loan].Place, target))
            {
                _held.RemoveAt(i);
            }
        }
    }

    private void DropDead(int index)
    {
        for (var i = _held.Count - 1; i >= 0; i--)
        {
            if (!IsLive(_held[i].Holder, index))
            {
                _held.RemoveAt(i);
            }
        }
    }

    // When each holder is read or written in the current block, so that liveness at a statement is a look-up.
    private void IndexEvents()
    {
        _events.Clear();
        var statements = _body.Blocks[_block].Statements;
        for (var i = 0; i < statements.Count; i++)
        {
            foreach (var read in LocalAccess.Read(statements[i]))
            {
                AddEvent(read, i, reads: true);
            }

            AddEvent(LocalAccess.Defined(statements[i]), i, reads: false);
        }
    }

    private void AddEvent(int local, int statement, bool reads)
    {
        if (local < 0 || _holders.IndexOf(local) < 0)
        {
            return;
        }

        if (!_events.TryGetValue(local, out var events))
        {
            _events.Add(local, events = new List<(int, bool)>(2));
        }

        // A statement that reads and writes one local reads it first.
        if (events.Count == 0 || events[events.Count - 1].Statement != statement)
        {
            events.Add((statement, reads));
        }
    }

    private void Solve(FlowGraph graph, CancellationToken cancellation)
    {
        var order = graph.ReversePostorder;
        if (order.Length == 0)
        {
            return;
        }

        foreach (var loan in _loans.Loans)
        {
            if (loan.IsUniversal)
            {
                (_entries[order[0]] ??= new HashSet<long>()).Add(((long)loan.Holder << 32) | (uint)loan.Index);
            }
        }

        var dirty = new bool[_entries.Length];
        foreach (var block in order)
        {
            dirty[block] = true;
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var block in order)
            {
                if (!dirty[block])
                {
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                dirty[block] = false;
                Enter(block);
                var count = _body.Blocks[block].Statements.Count;
                for (var i = 0; i < count; i++)
                {
                    Advance(i);
                }

                foreach (var successor in graph.Successors[block])
                {
                    if (Join(successor))
                    {
                        dirty[successor] = true;
                        changed = true;
                    }
                }
            }
        }
    }

    private bool Join(int block)
    {
        if (_held.Count == 0)
        {
            return false;
        }

        var entry = _entries[block] ??= new HashSet<long>();
        var changed = false;
        foreach (var (holder, loan) in _held)
        {
            changed |= entry.Add(((long)holder << 32) | (uint)loan);
        }

        return changed;
    }
}
