namespace RustVsGo.Borrowck.Collections;

/// <summary>
/// A list for each key, which is a number, in the order in which they were added. All of them stand in two arrays together: thousands of short lists
/// cost no object each.
/// </summary>
internal sealed class ListsByNumber<T>
{
    // By key the last entry of its list, or -1. The entry behind the last one is the first.
    private readonly Segmented<int> _last;
    private readonly Segmented<(T Item, int Next)> _entries = new();

    /// <param name="keys">How many keys there are; they are numbers below that.</param>
    public ListsByNumber(int keys) => _last = new Segmented<int>(keys, -1);

    public Items this[int key] => new(_entries, _last[key]);

    public void Add(int key, T item)
    {
        var (last, index) = (_last[key], _entries.Count);
        if (last < 0)
        {
            _entries.Add((item, index));
        }
        else
        {
            _entries.Add((item, _entries[last].Next));
            _entries[last] = (_entries[last].Item, index);
        }

        _last[key] = index;
    }

    /// <summary>The list of one key; a value, so that asking costs no memory.</summary>
    public readonly struct Items
    {
        private readonly Segmented<(T Item, int Next)> _entries;
        private readonly int _last;

        public Items(Segmented<(T Item, int Next)> entries, int last)
        {
            _entries = entries;
            _last = last;
        }

        public bool IsEmpty => _last < 0;

        /// <summary>The item of a list that has no other; else none.</summary>
        public T? Only => _last >= 0 && _entries[_last].Next == _last ? _entries[_last].Item : default;

        public Enumerator GetEnumerator() => new(_entries, _last);
    }

    public struct Enumerator
    {
        private readonly Segmented<(T Item, int Next)> _entries;
        private readonly int _last;
        private int _next;

        public Enumerator(Segmented<(T Item, int Next)> entries, int last)
        {
            _entries = entries;
            _last = last;
            _next = last < 0 ? -1 : entries[last].Next;
            Current = default!;
        }

        public T Current { get; private set; }

        public bool MoveNext()
        {
            if (_next < 0)
            {
                return false;
            }

            var (item, next) = _entries[_next];
            Current = item;
            _next = _next == _last ? -1 : next;
            return true;
        }
    }
}
