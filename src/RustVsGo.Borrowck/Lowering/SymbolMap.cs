using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// What is known of variables and parameters. Nearly always one is named by the very object that it was noted by: only for another one the symbols
/// themselves are compared, which reads their syntax.
/// </summary>
internal sealed class SymbolMap<TValue>
{
    private readonly SegmentedDictionary<ISymbol, int> _byObject = new(SameObject.Comparer);
    private readonly SegmentedDictionary<ISymbol, int> _bySymbol = new(SymbolEqualityComparer.Default);
    private readonly Segmented<(ISymbol Symbol, TValue Value)> _entries = new();

    // How many entries are in `_bySymbol` by now.
    private int _compared;

    public bool TryGetValue(ISymbol symbol, out TValue value)
    {
        var entry = EntryOf(symbol);
        value = entry < 0 ? default! : _entries[entry].Value;
        return entry >= 0;
    }

    /// <summary>Gives <paramref name="symbol"/> the value, in the place of the one that it has.</summary>
    public void Set(ISymbol symbol, TValue value)
    {
        var entry = EntryOf(symbol);
        if (entry >= 0)
        {
            _entries[entry] = (symbol, value);
        }
        else
        {
            AddNew(symbol, value);
        }
    }

    /// <summary>Notes the value of a symbol that has none yet.</summary>
    public void AddNew(ISymbol symbol, TValue value)
    {
        _byObject.Set(symbol, _entries.Count);
        _entries.Add((symbol, value));
    }

    private int EntryOf(ISymbol symbol)
    {
        if (_byObject.TryGetValue(symbol, out var entry))
        {
            return entry;
        }

        for (; _compared < _entries.Count; _compared++)
        {
            _bySymbol.Set(_entries[_compared].Symbol, _compared);
        }

        if (!_bySymbol.TryGetValue(symbol, out entry))
        {
            return -1;
        }

        _byObject.Set(symbol, entry);
        return entry;
    }

    private sealed class SameObject : IEqualityComparer<ISymbol>
    {
        public static SameObject Comparer { get; } = new();

        public bool Equals(ISymbol? one, ISymbol? other) => ReferenceEquals(one, other);

        public int GetHashCode(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
    }
}
