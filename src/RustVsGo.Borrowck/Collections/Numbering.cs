namespace RustVsGo.Borrowck.Collections;

/// <summary>
/// Finds the number that a key was given, where the key of each number is kept elsewhere anyway: an open-addressed table of the numbers alone,
/// a fifth of what a dictionary takes.
/// </summary>
internal abstract class Numbering<TKey>
{
    private const int Fewest = 8;

    // One more than the number; 0 where there is none. Its length is a power of two, of which at most two thirds are taken.
    private Segmented<int>? _slots;
    private int _count;

    /// <summary>The number of <paramref name="key"/>, or -1.</summary>
    public int Find(TKey key)
    {
        if (_slots is null)
        {
            return -1;
        }

        var mask = _slots.Count - 1;
        for (var slot = Mix(Hash(key)) & mask; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (IsKey(_slots[slot] - 1, key))
            {
                return _slots[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>Notes <paramref name="number"/>, whose key has none yet and is kept by now.</summary>
    public void Add(int number)
    {
        _slots ??= new Segmented<int>(Fewest, 0);
        if (++_count * 3 > _slots.Count * 2)
        {
            var old = _slots;
            _slots = new Segmented<int>(old.Count * 2, 0);
            foreach (var taken in old)
            {
                if (taken != 0)
                {
                    Put(_slots, taken);
                }
            }
        }

        Put(_slots, number + 1);
    }

    protected abstract int Hash(TKey key);

    /// <summary>The key that <paramref name="number"/> was given to.</summary>
    protected abstract TKey KeyOf(int number);

    protected abstract bool IsKey(int number, TKey key);

    private void Put(Segmented<int> slots, int taken)
    {
        var mask = slots.Count - 1;
        var slot = Mix(Hash(KeyOf(taken - 1))) & mask;
        while (slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        slots[slot] = taken;
    }

    // Numbers that follow each other shall not lie side by side (Fibonacci hashing, Knuth, The Art of Computer Programming 3, 6.4).
    private static int Mix(int hash) => (int)(unchecked((uint)hash * 2654435769u) >> 8);
}
