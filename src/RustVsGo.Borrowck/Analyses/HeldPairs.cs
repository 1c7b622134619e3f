using System;
using System.Collections.Generic;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Numbers the pairs of a holder and a loan that occur, so that a state is a <see cref="BitSet"/> of them. The loans of one local of one kind
/// have numbers side by side: an access to a local looks at those alone, and a reading one at the exclusive ones alone.
/// </summary>
internal sealed class HeldPairs
{
    private const int SmallestGroup = 4;
    private const int LargestGroup = 64;

    private readonly LoanSet _loans;
    private readonly Dictionary<(int Holder, int Loan), int> _numbers = new();

    // By holder: where its numbers stand, a word after the other.
    private readonly List<(int Word, ulong Members, int Next)> _words = new();
    private readonly int[] _firstWord;
    private readonly int[] _lastWord;

    // By borrowed local and kind: runs of numbers, each inside one word.
    private readonly List<Group> _groups = new();
    private readonly int[] _firstGroup;
    private readonly int[] _lastGroup;
    private (int Holder, int Loan)[] _pairs = new (int, int)[LargestGroup];
    private int _end;

    /// <param name="loans">The loans of the body.</param>
    /// <param name="locals">How many locals it has.</param>
    public HeldPairs(LoanSet loans, int locals)
    {
        _loans = loans;
        _firstWord = Filled(locals);
        _lastWord = Filled(locals);
        _firstGroup = Filled(2 * (locals + 1));
        _lastGroup = Filled(2 * (locals + 1));
    }

    /// <summary>The number of the pair, which gets one if it has none.</summary>
    public int Number(int holder, int loan)
    {
        if (_numbers.TryGetValue((holder, loan), out var number))
        {
            return number;
        }

        number = NewNumber(Key(_loans.Loans[loan].Place.Local, _loans.Loans[loan].Kind));
        _numbers.Add((holder, loan), number);
        _pairs[number] = (holder, loan);
        var member = 1UL << (number & 63);
        var last = _lastWord[holder];
        if (last >= 0 && _words[last].Word == number >> 6)
        {
            _words[last] = (number >> 6, _words[last].Members | member, -1);
            return number;
        }

        _words.Add((number >> 6, member, -1));
        _lastWord[holder] = _words.Count - 1;
        if (last < 0)
        {
            _firstWord[holder] = _words.Count - 1;
        }
        else
        {
            _words[last] = (_words[last].Word, _words[last].Members, _words.Count - 1);
        }

        return number;
    }

    public bool Contains(BitSet state, int holder, int loan) => _numbers.TryGetValue((holder, loan), out var number) && state[number];

    /// <summary>Adds the pairs that <paramref name="holder"/> has in <paramref name="state"/> to <paramref name="other"/>.</summary>
    public void AddHolder(BitSet state, int holder, BitSet other)
    {
        for (var node = _firstWord[holder]; node >= 0; node = _words[node].Next)
        {
            var (word, members, _) = _words[node];
            other.SetWord(word, other.Word(word) | (state.Word(word) & members));
        }
    }

    /// <summary>Removes all pairs of <paramref name="holder"/>.</summary>
    public void RemoveHolder(BitSet state, int holder)
    {
        for (var node = _firstWord[holder]; node >= 0; node = _words[node].Next)
        {
            var (word, members, _) = _words[node];
            state.SetWord(word, state.Word(word) & ~members);
        }
    }

    /// <summary>Removes all pairs of <paramref name="loan"/>.</summary>
    public void RemoveLoan(BitSet state, Loan loan)
    {
        for (var node = _firstGroup[Key(loan.Place.Local, loan.Kind)]; node >= 0; node = _groups[node].Next)
        {
            for (var members = Members(state, _groups[node]); members != 0; members &= members - 1)
            {
                var number = _groups[node].Start + Bits.Lowest(members);
                if (_pairs[number].Loan == loan.Index)
                {
                    state.Remove(number);
                }
            }
        }
    }

    /// <summary>Removes the loans that writing <paramref name="written"/> ends.</summary>
    public void RemoveKilled(BitSet state, Place written)
    {
        RemoveKilled(state, written, BorrowKind.Shared);
        RemoveKilled(state, written, BorrowKind.Exclusive);
    }

    /// <summary>Lists the loans of <paramref name="holder"/>.</summary>
    public void AddLoansOf(BitSet state, int holder, List<int> loans)
    {
        for (var node = _firstWord[holder]; node >= 0; node = _words[node].Next)
        {
            var (word, members, _) = _words[node];
            for (var held = state.Word(word) & members; held != 0; held &= held - 1)
            {
                loans.Add(_pairs[(word << 6) + Bits.Lowest(held)].Loan);
            }
        }
    }

    /// <summary>The pairs whose loan, of the given kind, borrows from <paramref name="local"/>.</summary>
    public PairsOfLocal On(BitSet state, int local, BorrowKind kind) => new(this, state, _firstGroup[Key(local, kind)]);

    /// <summary>All pairs.</summary>
    public IEnumerable<(int Holder, int Loan)> All(BitSet state)
    {
        for (var word = 0; word << 6 < _end; word++)
        {
            for (var members = state.Word(word); members != 0; members &= members - 1)
            {
                yield return _pairs[(word << 6) + Bits.Lowest(members)];
            }
        }
    }

    // The caller's loans are of no local.
    private static int Key(int local, BorrowKind kind) => (2 * (local + 1)) + (kind == BorrowKind.Exclusive ? 1 : 0);

    private static int[] Filled(int length)
    {
        var array = new int[length];
        for (var i = 0; i < length; i++)
        {
            array[i] = -1;
        }

        return array;
    }

    private static ulong Members(BitSet state, Group group) => (state.Word(group.Start >> 6) >> (group.Start & 63)) & group.Mask;

    private void RemoveKilled(BitSet state, Place written, BorrowKind kind)
    {
        for (var node = _firstGroup[Key(written.Local, kind)]; node >= 0; node = _groups[node].Next)
        {
            for (var members = Members(state, _groups[node]); members != 0; members &= members - 1)
            {
                var number = _groups[node].Start + Bits.Lowest(members);
                if (PlacesConflict.IsKilledBy(_loans.Loans[_pairs[number].Loan].Place, written))
                {
                    state.Remove(number);
                }
            }
        }
    }

    // Most locals are borrowed once or twice; one that is borrowed often gets ever longer runs.
    private int NewNumber(int key)
    {
        var last = _lastGroup[key];
        if (last < 0 || _groups[last].Count == _groups[last].Size)
        {
            var size = last < 0 ? SmallestGroup : Math.Min(_groups[last].Size * 2, LargestGroup);
            var start = (_end + size - 1) & -size;
            _end = start + size;
            if (_end > _pairs.Length)
            {
                Array.Resize(ref _pairs, Math.Max(_end, _pairs.Length * 2));
            }

            _groups.Add(new Group(start, size, Count: 0, Next: -1));
            if (last < 0)
            {
                _firstGroup[key] = _groups.Count - 1;
            }
            else
            {
                _groups[last] = _groups[last] with { Next = _groups.Count - 1 };
            }

            last = _lastGroup[key] = _groups.Count - 1;
        }

        var group = _groups[last];
        _groups[last] = group with { Count = group.Count + 1 };
        return group.Start + group.Count;
    }

    private readonly record struct Group(int Start, int Size, int Count, int Next)
    {
        public ulong Mask => ulong.MaxValue >> (64 - Size);
    }

    /// <summary>The pairs of one local and kind in a state that must not change meanwhile; a value, so that asking costs no memory.</summary>
    internal readonly struct PairsOfLocal
    {
        private readonly HeldPairs _owner;
        private readonly BitSet _state;
        private readonly int _first;

        public PairsOfLocal(HeldPairs owner, BitSet state, int first)
        {
            _owner = owner;
            _state = state;
            _first = first;
        }

        public Enumerator GetEnumerator() => new(_owner, _state, _first);

        public struct Enumerator
        {
            private readonly HeldPairs _owner;
            private readonly BitSet _state;
            private int _next;
            private int _start;
            private ulong _members;

            public Enumerator(HeldPairs owner, BitSet state, int first)
            {
                _owner = owner;
                _state = state;
                _next = first;
                _start = 0;
                _members = 0;
                Current = default;
            }

            public (int Holder, int Loan) Current { get; private set; }

            public bool MoveNext()
            {
                while (_members == 0)
                {
                    if (_next < 0)
                    {
                        return false;
                    }

                    var group = _owner._groups[_next];
                    _start = group.Start;
                    _members = Members(_state, group);
                    _next = group.Next;
                }

                Current = _owner._pairs[_start + Bits.Lowest(_members)];
                _members &= _members - 1;
                return true;
            }
        }
    }
}
