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

    private static readonly Entry[] s_none = [];

    // The chunks that have members, in the order of their numbers: what holds at one place of a body has numbers close to each other, and some few of
    // what began long before. Of a chunk that is not the set's own, and of all where the list itself is shared, nothing is written.
    private Entry[] _chunks = s_none;
    private int _count;
    private bool _ownsList = true;

    // What a set that goes from state to state does not need at the moment.
    private Spare? _spare;

    public BitSet()
    {
    }

    private BitSet(Entry[] chunks, int count) => (_chunks, _count, _ownsList) = (chunks, count, false);

    public bool this[int index] => (Word(index >> 6) & (1UL << (index & 63))) != 0;

    public bool IsEmpty => _count == 0;

    /// <summary>How many members there may be, told without looking at them: for each stretch of 512 numbers that has one, 512.</summary>
    public int RoughCount => _count << ChunkShift;

    /// <summary>The members from 64 times <paramref name="word"/> on, one bit each.</summary>
    public ulong Word(int word)
    {
        var position = Find(word / WordsPerChunk);
        return position >= 0 ? _chunks[position].Words[word % WordsPerChunk] : 0;
    }

    /// <summary>Whether there may be members close to those from 64 times <paramref name="word"/> on: in the same chunk of the set.</summary>
    public bool HasChunkOf(int word) => Find(word / WordsPerChunk) >= 0;

    /// <summary>Whether the members of both words always come with each other in <see cref="HasChunkOf"/>.</summary>
    public static bool InOneChunk(int word, int other) => word / WordsPerChunk == other / WordsPerChunk;

    /// <summary>Replaces the members from 64 times <paramref name="word"/> on.</summary>
    public void SetWord(int word, ulong members)
    {
        var position = Find(word / WordsPerChunk);
        if ((position >= 0 ? _chunks[position].Words[word % WordsPerChunk] : 0) == members)
        {
            return;
        }

        var words = Writable(word / WordsPerChunk, position);
        words[word % WordsPerChunk] = members;
        if (members == 0 && IsZero(words))
        {
            // Where members come and go, so does their chunk.
            Array.Copy(_chunks, position + 1, _chunks, position, --_count - position);
            _chunks[_count] = default;
            (_spare ??= new Spare()).Chunk = words;
        }
    }

    /// <summary>The first word from <paramref name="word"/> on that has members; <paramref name="end"/> if none before that has.</summary>
    public int NextWord(int word, int end)
    {
        if (word >= end)
        {
            return end;
        }

        var position = Find(word / WordsPerChunk);
        for (position = position < 0 ? ~position : position; position < _count; position++)
        {
            ref readonly var chunk = ref _chunks[position];
            for (word = Math.Max(word, chunk.Index * WordsPerChunk); word < (chunk.Index + 1) * WordsPerChunk; word++)
            {
                if (word >= end)
                {
                    return end;
                }

                if (chunk.Words[word % WordsPerChunk] != 0)
                {
                    return word;
                }
            }
        }

        return end;
    }

    public void Add(int index) => SetWord(index >> 6, Word(index >> 6) | (1UL << (index & 63)));

    public void Remove(int index) => SetWord(index >> 6, Word(index >> 6) & ~(1UL << (index & 63)));

    public BitSet Clone()
    {
        _ownsList = false;
        return new BitSet(_chunks, _count);
    }

    public void CopyFrom(BitSet other)
    {
        if (_ownsList && _chunks.Length > 0 && !ReferenceEquals(this, other))
        {
            (_spare ??= new Spare()).Chunks = _chunks;
        }

        other._ownsList = false;
        _ownsList = false;
        (_chunks, _count) = (other._chunks, other._count);
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

        if (_count == 0)
        {
            CopyFrom(other);
            return _count > 0;
        }

        var changed = false;
        for (var i = 0; i < other._count; i++)
        {
            changed |= Join(ref other._chunks[i]);
        }

        return changed;
    }

    /// <summary>Lists the members that are not in <paramref name="other"/>.</summary>
    public void AddExcept(BitSet other, List<int> members)
    {
        for (var i = 0; i < _count && !ReferenceEquals(_chunks, other._chunks); i++)
        {
            var (index, words) = (_chunks[i].Index, _chunks[i].Words);
            var without = other.Find(index) is >= 0 and var position ? other._chunks[position].Words : null;
            if (ReferenceEquals(words, without))
            {
                continue;
            }

            for (var word = 0; word < WordsPerChunk; word++)
            {
                Bits.AddTo(members, (index << ChunkShift) + (word << 6), words[word] & ~(without?[word] ?? 0));
            }
        }
    }

    private bool Join(ref Entry added)
    {
        var position = Find(added.Index);
        var known = position >= 0 ? _chunks[position].Words : null;
        if (ReferenceEquals(known, added.Words))
        {
            return false;
        }

        var isLess = false;
        var isMore = false;
        for (var word = 0; word < WordsPerChunk; word++)
        {
            var before = known?[word] ?? 0;
            isLess |= (added.Words[word] & ~before) != 0;
            isMore |= (before & ~added.Words[word]) != 0;
        }

        if (!isLess)
        {
            return false;
        }

        if (isMore)
        {
            var words = Writable(added.Index, position);
            for (var word = 0; word < WordsPerChunk; word++)
            {
                words[word] |= added.Words[word];
            }

            return true;
        }

        // Nothing is here that is not there: one chunk serves both.
        added.IsOwn = false;
        MakeListWritable(position < 0 ? 1 : 0);
        if (position < 0)
        {
            Insert(~position, added);
        }
        else
        {
            _chunks[position] = added;
        }

        return true;
    }

    // Where the chunk with the number stands in the list, or the complement of where it belongs. Of a set whose chunks follow each other it is known at once.
    private int Find(int index)
    {
        if (_count == 0)
        {
            return ~0;
        }

        var guess = index - _chunks[0].Index;
        if (guess <= 0)
        {
            return guess == 0 ? 0 : ~0;
        }

        if (guess < _count && _chunks[guess].Index == index)
        {
            return guess;
        }

        var (low, high) = (1, Math.Min(guess, _count) - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = _chunks[middle].Index;
            if (found == index)
            {
                return middle;
            }

            (low, high) = found < index ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
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

    private ulong[] Writable(int index, int position)
    {
        MakeListWritable(position < 0 ? 1 : 0);
        if (position < 0)
        {
            var words = WritableCopy(null);
            Insert(~position, new Entry(index, words, isOwn: true));
            return words;
        }

        ref var chunk = ref _chunks[position];
        if (!chunk.IsOwn)
        {
            chunk = new Entry(index, WritableCopy(chunk.Words), isOwn: true);
        }

        return chunk.Words;
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

    private void Insert(int position, Entry chunk)
    {
        Array.Copy(_chunks, position, _chunks, position + 1, _count++ - position);
        _chunks[position] = chunk;
    }

    // The list is made anew where it is shared, or has no room for what is added.
    private void MakeListWritable(int added)
    {
        var length = _count + added;
        if (_ownsList && length <= _chunks.Length)
        {
            return;
        }

        // One that was written to will grow again.
        length += _ownsList ? _count / 2 : 0;
        var chunks = _spare?.Chunks;
        if (chunks is null || chunks.Length < length || chunks.Length > (2 * length) + 2)
        {
            chunks = new Entry[length];
        }
        else
        {
            _spare!.Chunks = null;
            Array.Clear(chunks, 0, chunks.Length);
        }

        for (var i = 0; i < _count; i++)
        {
            chunks[i] = new Entry(_chunks[i].Index, _chunks[i].Words, isOwn: _ownsList && _chunks[i].IsOwn);
        }

        (_chunks, _ownsList) = (chunks, true);
    }

    private struct Entry
    {
        public Entry(int index, ulong[] words, bool isOwn)
        {
            Index = index;
            Words = words;
            IsOwn = isOwn;
        }

        public int Index { get; }

        public bool IsOwn { get; set; }

        public ulong[] Words { get; }
    }

    private sealed class Spare
    {
        public ulong[]? Chunk { get; set; }

        public Entry[]? Chunks { get; set; }
    }
}
