using System;

namespace RustVsGo.Borrowck.Collections;

/// <summary>Where control goes from each block, or where it comes from, side by side in memory.</summary>
internal sealed class Edges
{
    // By block where its targets start; one more for the end of the last.
    private readonly int[] _starts;
    private readonly int[] _targets;

    private Edges(int[] starts, int[] targets)
    {
        _starts = starts;
        _targets = targets;
    }

    public int Blocks => _starts.Length - 1;

    public Targets this[int block] => new(_targets, _starts[block], _starts[block + 1]);

    /// <param name="blocks">How many blocks there are.</param>
    /// <param name="count">How many targets a block has.</param>
    /// <param name="target">The target of a block with a number.</param>
    public static Edges From(int blocks, Func<int, int> count, Func<int, int, int> target)
    {
        var starts = new int[blocks + 1];
        for (var block = 0; block < blocks; block++)
        {
            starts[block + 1] = starts[block] + count(block);
        }

        var all = new int[starts[blocks]];
        for (var block = 0; block < blocks; block++)
        {
            for (var i = starts[block]; i < starts[block + 1]; i++)
            {
                all[i] = target(block, i - starts[block]);
            }
        }

        return new Edges(starts, all);
    }

    /// <summary>The same edges the other way: those into a block in the order of the blocks that they come from.</summary>
    public Edges Reversed()
    {
        var starts = new int[_starts.Length];
        foreach (var target in _targets)
        {
            starts[target + 1]++;
        }

        for (var block = 0; block < Blocks; block++)
        {
            starts[block + 1] += starts[block];
        }

        var next = (int[])starts.Clone();
        var sources = new int[_targets.Length];
        for (var block = 0; block < Blocks; block++)
        {
            foreach (var target in this[block])
            {
                sources[next[target]++] = block;
            }
        }

        return new Edges(starts, sources);
    }

    /// <summary>The targets of one block; a value, so that asking costs no memory.</summary>
    public readonly struct Targets
    {
        private readonly int[] _targets;
        private readonly int _start;
        private readonly int _end;

        public Targets(int[] targets, int start, int end)
        {
            _targets = targets;
            _start = start;
            _end = end;
        }

        public int Count => _end - _start;

        public Enumerator GetEnumerator() => new(_targets, _start, _end);
    }

    public struct Enumerator
    {
        private readonly int[] _targets;
        private readonly int _end;
        private int _position;

        public Enumerator(int[] targets, int start, int end)
        {
            _targets = targets;
            _position = start - 1;
            _end = end;
        }

        public readonly int Current => _targets[_position];

        public bool MoveNext() => ++_position < _end;
    }
}
