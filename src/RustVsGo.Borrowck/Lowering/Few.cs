using System.Collections.Generic;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>A list that mostly stays empty, and costs no memory as long as it does. A field that changes: keep it in one place, and do not copy it.</summary>
internal struct Few<T>
{
    private static readonly List<T> s_none = new(0);

    private List<T>? _items;

    public readonly int Count => _items?.Count ?? 0;

    /// <exception cref="System.ArgumentOutOfRangeException">There are no more than <paramref name="index"/> items.</exception>
    public readonly T this[int index] => (_items ?? s_none)[index];

    public void Add(T item) => (_items ??= new List<T>(2)).Add(item);

    public readonly void Clear() => _items?.Clear();

    public readonly bool Contains(T item) => _items is not null && _items.Contains(item);

    public readonly List<T>.Enumerator GetEnumerator() => (_items ?? s_none).GetEnumerator();
}
