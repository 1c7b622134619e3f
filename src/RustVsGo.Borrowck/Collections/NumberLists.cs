namespace RustVsGo.Borrowck.Collections;

/// <summary>
/// A list of numbers for each key, in the order in which they were added. All of them stand in two arrays together: thousands of short lists
/// cost no object each.
/// </summary>
internal sealed class NumberLists
{
    // By key the last entry of its list, or -1. The entry behind the last one is the first.
    private readonly Segmented<int> _last;
    private readonly Segmented<(int Item, int Next)> _entries = new();

    /// <param name="keys">How many keys there are; they are numbers below that.</param>
    public NumberLists(int keys) => _last = new Segmented<int>(keys, -1);

    public Items this[int key] => new(_entries, _last[key]);

    public void Add(int key, int item)
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
        private readonly Segmented<(int Item, int Next)> _entries;
        private readonly int _last;

        public Items(Segmented<(int Item, int Next)> entries, int last)
        {
            _entries = entries;
            _last = last;
        }

        public Enumerator GetEnumerator() => new(_entries, _last);
    }

    public struct Enumerator
    {
        private readonly Segmented<(int Item, int Next)> _entries;
        private readonly int _last;
        private int _next;

        public Enumerator(Segmented<(int Item, int Next)> entries, int last)
        {
            _entries = entries;
            _last = last;
            _next = last < 0 ? -1 : entries[last].Next;
            Current = -1;
        }

        public int Current { get; private set; }

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
