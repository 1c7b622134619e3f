using System;

namespace RustVsGo.Borrowck.Dataflow;

/// <summary>A set of small numbers.</summary>
internal sealed class BitSet
{
    private readonly ulong[] _words;

    /// <param name="capacity">One more than the largest number that can be a member.</param>
    public BitSet(int capacity) => _words = new ulong[(capacity + 63) / 64];

    private BitSet(ulong[] words) => _words = words;

    public bool this[int index] => (_words[index >> 6] & (1UL << (index & 63))) != 0;

    public void Add(int index) => _words[index >> 6] |= 1UL << (index & 63);

    public void Remove(int index) => _words[index >> 6] &= ~(1UL << (index & 63));

    public BitSet Clone() => new((ulong[])_words.Clone());

    public void CopyFrom(BitSet other) => Array.Copy(other._words, _words, _words.Length);

    /// <summary>Adds the members of <paramref name="other"/>; true when that changed anything.</summary>
    public bool UnionWith(BitSet other)
    {
        var changed = false;
        for (var i = 0; i < _words.Length; i++)
        {
            var joined = _words[i] | other._words[i];
            changed |= joined != _words[i];
            _words[i] = joined;
        }

        return changed;
    }
}
