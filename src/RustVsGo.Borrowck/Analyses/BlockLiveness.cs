using System.Collections.Generic;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Dataflow;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Which holders are live between the statements of one block, for a walk from its start to its end. In: what <see cref="LiveLocals"/> found at
/// the end of each block. Entering a block lists when it reads and writes which holder; a question is then a look at the next of those.
/// </summary>
internal sealed class BlockLiveness
{
    private readonly HolderEvents _known;
    private readonly Segmented<BitSet?> _liveAtEnd;

    // The holders' events in the block, each with the next of the same holder; by holder the first that is not passed yet, or -1.
    private readonly Segmented<(int Statement, bool Reads, int Next)> _events = new();
    private readonly List<int> _mentioned = new();
    private readonly int[] _next;
    private int _block = -1;

    public BlockLiveness(HolderEvents known, Segmented<BitSet?> liveAtEnd)
    {
        _known = known;
        _liveAtEnd = liveAtEnd;
        _next = new int[known.Holders.Count];
        for (var i = 0; i < _next.Length; i++)
        {
            _next[i] = -1;
        }
    }

    /// <summary>Sets the walk to the start of <paramref name="block"/>.</summary>
    public void Enter(int block)
    {
        foreach (var holder in _mentioned)
        {
            _next[holder] = -1;
        }

        _block = block;
        _events.Clear();
        _mentioned.Clear();
        for (var i = _known.Body.Blocks[block].Statements.Count - 1; i >= 0; i--)
        {
            var (start, end) = _known.At(block, i);
            for (var number = end - 1; number >= start; number--)
            {
                var (holder, isRead) = _known[number];
                _events.Add((i, isRead, _next[holder]));
                _mentioned.Add(holder);
                _next[holder] = _events.Count - 1;
            }
        }
    }

    /// <summary>
    /// Whether <paramref name="local"/> is read at or after the statement with the number <paramref name="index"/> before it is written.
    /// The walk goes forward: no later question is about an earlier statement.
    /// </summary>
    public bool IsLive(int local, int index)
    {
        var holder = _known.Holders.IndexOf(local);
        if (holder < 0)
        {
            return false;
        }

        var next = _next[holder];
        while (next >= 0 && _events[next].Statement < index)
        {
            next = _events[next].Next;
        }

        // Passed for good, but the holder stays one that the block mentions.
        _next[holder] = next;
        return next >= 0 ? _events[next].Reads : _liveAtEnd[_block]![holder];
    }
}
