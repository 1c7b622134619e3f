using System.Collections.Generic;

namespace RustVsGo.Borrowck.Collections;

/// <summary>A dictionary from which nothing is removed, in segments (<see cref="Segmented{T}"/>).</summary>
internal sealed class SegmentedDictionary<TKey, TValue> : Numbering<TKey>
    where TKey : notnull
{
    private readonly Segmented<(TKey Key, TValue Value)> _entries = new();
    private readonly IEqualityComparer<TKey> _comparer;

    public SegmentedDictionary(IEqualityComparer<TKey>? comparer = null) => _comparer = comparer ?? EqualityComparer<TKey>.Default;

    public bool TryGetValue(TKey key, out TValue value)
    {
        var number = Find(key);
        value = number < 0 ? default! : _entries[number].Value;
        return number >= 0;
    }

    /// <summary>Gives <paramref name="key"/> the value, in the place of the one that it has.</summary>
    public void Set(TKey key, TValue value)
    {
        var number = Find(key);
        if (number >= 0)
        {
            _entries[number] = (key, value);
        }
        else
        {
            _entries.Add((key, value));
            Add(_entries.Count - 1);
        }
    }

    protected override int Hash(TKey key) => _comparer.GetHashCode(key);

    protected override TKey KeyOf(int number) => _entries[number].Key;

    protected override bool IsKey(int number, TKey key) => _comparer.Equals(_entries[number].Key, key);
}
