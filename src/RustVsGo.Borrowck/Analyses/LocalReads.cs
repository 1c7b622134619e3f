using System.Collections.Immutable;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>The locals that one statement reads; a value, so that asking costs no memory.</summary>
internal readonly struct LocalReads
{
    private readonly int _first;
    private readonly int _second;
    private readonly int _third;
    private readonly ImmutableArray<int> _more;

    /// <summary>Up to three locals; -1 stands for none.</summary>
    public LocalReads(int first, int second = -1, int third = -1, ImmutableArray<int> more = default)
    {
        _first = first;
        _second = second;
        _third = third;
        _more = more.IsDefault ? ImmutableArray<int>.Empty : more;
    }

    public static LocalReads None => new(-1);

    public Enumerator GetEnumerator() => new(this);

    public struct Enumerator
    {
        private readonly LocalReads _reads;
        private int _position;

        public Enumerator(LocalReads reads)
        {
            _reads = reads;
            _position = -4;
        }

        public int Current => _position switch
        {
            -3 => _reads._first,
            -2 => _reads._second,
            -1 => _reads._third,
            _ => _reads._more[_position],
        };

        public bool MoveNext()
        {
            while (++_position < 0)
            {
                if (Current >= 0)
                {
                    return true;
                }
            }

            return _position < _reads._more.Length;
        }
    }
}
