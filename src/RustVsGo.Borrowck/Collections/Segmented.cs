using System.Collections;
using System.Collections.Generic;

namespace RustVsGo.Borrowck.Collections;

/// <summary>
/// A list that grows by whole segments. None of them is large enough for the heap of large objects, where each collection is one of everything
/// that the host holds (as Roslyn's <c>SegmentedList</c>).
/// </summary>
public sealed class Segmented<T> : IReadOnlyList<T>
{
    private const int Shift = 11;
    private const int SegmentSize = 1 << Shift;
    private const int SmallestSegment = 4;

    private static readonly T[][] s_none = [];

    private T[][] _segments = s_none;

    public Segmented()
    {
    }

    /// <param name="count">How many items the list starts with.</param>
    /// <param name="item">What each of them is.</param>
    public Segmented(int count, T item)
    {
        _segments = new T[(count + SegmentSize - 1) >> Shift][];
        for (var segment = 0; segment < _segments.Length; segment++)
        {
            var items = new T[segment < _segments.Length - 1 ? SegmentSize : count - (segment << Shift)];
            for (var i = 0; i < items.Length; i++)
            {
                items[i] = item;
            }

            _segments[segment] = items;
        }

        Count = count;
    }

    public int Count { get; private set; }

    /// <exception cref="System.IndexOutOfRangeException">There is no item <paramref name="index"/>, nor room for it.</exception>
    public T this[int index]
    {
        get => _segments[index >> Shift][index & (SegmentSize - 1)];
        set => _segments[index >> Shift][index & (SegmentSize - 1)] = value;
    }

    public void Add(T item)
    {
        var (segment, position) = (Count >> Shift, Count & (SegmentSize - 1));
        if (segment == _segments.Length)
        {
            System.Array.Resize(ref _segments, segment == 0 ? 1 : segment * 2);
        }

        ref var items = ref _segments[segment];
        if (items is null)
        {
            items = new T[segment == 0 ? SmallestSegment : SegmentSize];
        }
        else if (position == items.Length)
        {
            System.Array.Resize(ref items, position == 0 ? SmallestSegment : position * 2);
        }

        items[position] = item;
        Count++;
    }

    /// <summary>Takes all items away and keeps the room.</summary>
    public void Clear() => Count = 0;

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<T>
    {
        private readonly Segmented<T> _list;
        private int _index;

        internal Enumerator(Segmented<T> list)
        {
            _list = list;
            _index = -1;
        }

        public readonly T Current => _list[_index];

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < _list.Count;

        public void Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
