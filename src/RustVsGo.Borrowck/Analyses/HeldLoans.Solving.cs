using System.Collections.Generic;
using System.Threading;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Dataflow;

namespace RustVsGo.Borrowck.Analyses;

/// <content>The way from block to block, until nothing changes: forward, with what is live where two blocks meet.</content>
internal sealed partial class HeldLoans
{
    private readonly List<int> _crossing = new();
    private readonly BitSet _leaving = new();

    private void Solve(FlowGraph graph, Segmented<BitSet?> liveAtEntry, CancellationToken cancellation)
    {
        var order = graph.ReversePostorder;
        if (order.Length == 0)
        {
            return;
        }

        foreach (var loan in _loans.Loans)
        {
            if (loan.IsUniversal && liveAtEntry[order[0]]![_events.Holders.IndexOf(loan.Holder)])
            {
                (_entries[order[0]] ??= new BitSet()).Add(_pairs.Number(loan.Holder, loan.Index));
            }
        }

        var dirty = new bool[_entries.Count];
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
                    if (Join(successor, liveAtEntry[successor]!))
                    {
                        dirty[successor] = true;
                        changed = true;
                    }
                }
            }
        }
    }

    // What is live at the end of this block may not be on the way to each of those behind it.
    private bool Join(int block, BitSet liveAtEntry)
    {
        var liveAtEnd = _liveAtEnd[_block]!;
        _crossing.Clear();
        if (liveAtEntry.RoughCount < liveAtEnd.RoughCount / 2)
        {
            // On the way out of a body, by an exception or not, next to nothing is.
            _leaving.CopyFrom(_nothing);
            liveAtEntry.AddExcept(_nothing, _crossing);
            foreach (var holder in _crossing)
            {
                _pairs.AddHolder(_held, _events.Holders[holder], _leaving);
            }
        }
        else
        {
            _leaving.CopyFrom(_held);
            liveAtEnd.AddExcept(liveAtEntry, _crossing);
            foreach (var holder in _crossing)
            {
                Forget(_leaving, _events.Holders[holder], index: 0, liveAtEntry);
            }
        }

        return !_leaving.IsEmpty && (_entries[block] ??= new BitSet()).UnionWith(_leaving);
    }
}
