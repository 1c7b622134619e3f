using System;
using System.Collections.Generic;

namespace RustVsGo.Borrowck.Dataflow;

/// <summary>
/// A set of small numbers. States of neighbouring blocks hold nearly the same: sets share what they have in common, in chunks, until one of
/// them writes there (rustc's <c>ChunkedBitSet</c>, <c>rustc_index/src/bit_set.rs</c>). So a body's states stay close to linear in its size.
/// </summary>
internal sealed class BitSet
{
    private const int WordsPerChunk = 8;
    private const int ChunkShift = 9;

    private static readonly ulong[]?[] s_none = [];
    private static readonly bool[] s_ownsNone = [];

    // A chunk without members is null. Of shared chunks, and of all where the list itself is shared, nothing is written.
    private ulong[]?[] _chunks = s_none;
    private bool[]? _isOwn = s_ownsNone;

    // The list begins with this chunk: what holds at one place of a body mostly has numbers close to each other.
    private int _first;

    // What a set that goes from state to state does not need at the moment.
    private Spare? _spare;

    public BitSet()
    {
    }

    private BitSet(ulong[]?[] chunks, int first) => (_chunks, _isOwn, _first) = (chunks, null, first);

    public bool this[int index] => (Word(index >> 6) & (1UL << (index & 63))) != 0;

    public bool IsEmpty
    {
        get
        {
            foreach (var chunk in _chunks)
            {
                if (chunk is not null)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>How many members there may be, told without looking at them: for each stretch of 512 numbers that has one, 512.</summary>
    public int RoughCount
    {
        get
        {
            var chunks = 0;
            foreach (var chunk in _chunks)
            {
                chunks += chunk is null ? 0 : 1;
            }

            return chunks << ChunkShift;
        }
    }

    /// <summary>The members from 64 times <paramref name="word"/> on, one bit each.</summary>
    public ulong Word(int word)
    {
        return Chunk(word / WordsPerChunk) is { } words ? words[word % WordsPerChunk] : 0;
    }

    /// <summary>Whether there may be members close to those from 64 times <paramref name="word"/> on: in the same chunk of the set.</summary>
    public bool HasChunkOf(int word) => Chunk(word / WordsPerChunk) is not null;

    /// <summary>Whether the members of both words always come with each other in <see cref="HasChunkOf"/>.</summary>
    public static bool InOneChunk(int word, int other) => word / WordsPerChunk == other / WordsPerChunk;

    /// <summary>Replaces the members from 64 times <paramref name="word"/> on.</summary>
    public void SetWord(int word, ulong members)
    {
        if (Word(word) != members)
        {
            var index = word / WordsPerChunk;
            var words = Writable(index);
            words[word % WordsPerChunk] = members;
            if (members == 0 && IsZero(words))
            {
                // Where members come and go, so does their chunk.
                _chunks[index - _first] = null;
                _isOwn![index - _first] = false;
                (_spare ??= new Spare()).Chunk = words;
            }
        }
    }

    /// <summary>The first word from <paramref name="word"/> on that has members; <paramref name="end"/> if none before that has.</summary>
    public int NextWord(int word, int end)
    {
        while (word < end)
        {
            var chunk = word / WordsPerChunk;
            if (chunk >= _first + _chunks.Length)
            {
                return end;
            }

            if (chunk < _first)
            {
                word = _first * WordsPerChunk;
            }
            else if (_chunks[chunk - _first] is not { } words)
            {
                word = (chunk + 1) * WordsPerChunk;
            }
            else if (words[word % WordsPerChunk] != 0)
            {
                return word;
            }
            else
            {
                word++;
            }
        }

        return end;
    }

    public void Add(int index) => SetWord(index >> 6, Word(index >> 6) | (1UL << (index & 63)));

    public void Remove(int index) => SetWord(index >> 6, Word(index >> 6) & ~(1UL << (index & 63)));

    public BitSet Clone()
    {
        _isOwn = null;
        return new BitSet(_chunks, _first);
    }

    public void CopyFrom(BitSet other)
    {
        if (_isOwn is not null && _chunks.Length > 0 && !ReferenceEquals(this, other))
        {
            _spare ??= new Spare();
            (_spare.Chunks, _spare.IsOwn) = (_chunks, _isOwn);
        }

        other._isOwn = null;
        _isOwn = null;
        (_chunks, _first) = (other._chunks, other._first);
    }

    /// <summary>Whether nothing was written to either of them since one was made from the other.</summary>
    public bool IsSharedWith(BitSet other) => ReferenceEquals(_chunks, other._chunks);

    /// <summary>Adds the members of <paramref name="other"/>; true when that changed anything.</summary>
    public bool UnionWith(BitSet other)
    {
        if (IsSharedWith(other))
        {
            return false;
        }

        if (_chunks.Length == 0)
        {
            CopyFrom(other);
            return !IsEmpty;
        }

        var changed = false;
        for (var i = 0; i < other._chunks.Length; i++)
        {
            if (other._chunks[i] is { } added && !ReferenceEquals(added, Chunk(other._first + i)))
            {
                changed |= Join(other._first + i, added, other);
            }
        }

        return changed;
    }

    /// <summary>Lists the members that are not in <paramref name="other"/>.</summary>
    public void AddExcept(BitSet other, List<int> members)
    {
        for (var i = 0; i < _chunks.Length && !ReferenceEquals(_chunks, other._chunks); i++)
        {
            var without = other.Chunk(_first + i);
            if (_chunks[i] is not { } words || ReferenceEquals(words, without))
            {
                continue;
            }

            for (var word = 0; word < WordsPerChunk; word++)
            {
                Bits.AddTo(members, ((_first + i) << ChunkShift) + (word << 6), words[word] & ~(without?[word] ?? 0));
            }
        }
    }

    private bool Join(int index, ulong[] added, BitSet other)
    {
        var known = Chunk(index);
        var isLess = false;
        var isMore = false;
        for (var word = 0; word < WordsPerChunk; word++)
        {
            var before = known?[word] ?? 0;
            isLess |= (added[word] & ~before) != 0;
            isMore |= (before & ~added[word]) != 0;
        }

        if (!isLess)
        {
            return false;
        }

        if (isMore)
        {
            var words = Writable(index);
            for (var word = 0; word < WordsPerChunk; word++)
            {
                words[word] |= added[word];
            }

            return true;
        }

        // Nothing is here that is not there: one chunk serves both.
        WritableList(index);
        _chunks[index - _first] = added;
        _isOwn![index - _first] = false;
        if (other._isOwn is { } own)
        {
            own[index - other._first] = false;
        }

        return true;
    }

    private static bool IsZero(ulong[] words)
    {
        foreach (var word in words)
        {
            if (word != 0)
            {
                return false;
            }
        }

        return true;
    }

    private ulong[] Writable(int index)
    {
        WritableList(index);
        index -= _first;
        if (!_isOwn![index])
        {
            _chunks[index] = WritableCopy(_chunks[index]);
            _isOwn[index] = true;
        }

        return _chunks[index]!;
    }

    private ulong[] WritableCopy(ulong[]? shared)
    {
        if (_spare?.Chunk is not { } words)
        {
            return shared is null ? new ulong[WordsPerChunk] : (ulong[])shared.Clone();
        }

        // A chunk that became spare has no members.
        _spare.Chunk = null;
        shared?.CopyTo(words, 0);
        return words;
    }

    // The list is made anew where it is shared or too short, and then no longer than from its first to its last chunk, with some room to grow.
    private void WritableList(int index)
    {
        if (_isOwn is not null && index >= _first && index < _first + _chunks.Length)
        {
            return;
        }

        var (start, end) = Extent();
        var (first, length) = start == end ? (index, 1) : (Math.Min(_first + start, index), Math.Max(_first + end, index + 1) - Math.Min(_first + start, index));
        if (_isOwn is not null && start < end)
        {
            length += length / 2;
            first = index < _first ? Math.Max(0, index - (length / 3)) : first;
        }

        var (chunks, own) = (_spare?.Chunks, _spare?.IsOwn);
        if (chunks is null || own is null || chunks.Length < length || chunks.Length > (2 * length) + 2)
        {
            (chunks, own) = (new ulong[length][], new bool[length]);
        }
        else
        {
            (_spare!.Chunks, _spare.IsOwn) = (null, null);
            Array.Clear(chunks, 0, chunks.Length);
            Array.Clear(own, 0, own.Length);
        }

        if (start < end)
        {
            Array.Copy(_chunks, start, chunks, _first + start - first, end - start);
            if (_isOwn is not null)
            {
                Array.Copy(_isOwn, start, own, _first + start - first, end - start);
            }
        }

        (_chunks, _isOwn, _first) = (chunks, own, first);
    }

    // The stretch of the list that has members.
    private (int Start, int End) Extent()
    {
        var (start, end) = (0, _chunks.Length);
        while (start < end && _chunks[start] is null)
        {
            start++;
        }

        while (end > start && _chunks[end - 1] is null)
        {
            end--;
        }

        return (start, end);
    }

    private ulong[]? Chunk(int index)
    {
        index -= _first;
        return index >= 0 && index < _chunks.Length ? _chunks[index] : null;
    }

    private sealed class Spare
    {
        public ulong[]? Chunk { get; set; }

        public ulong[]?[]? Chunks { get; set; }

        public bool[]? IsOwn { get; set; }
    }
}
