using System;
using System.Collections.Generic;
using RustVsGo.Borrowck.Collections;
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
    private const int LargestGroup = 512;

    private readonly LoanSet _loans;
    private readonly PairNumbers _numbers;

    // By holder: where its numbers stand, a word after the other, and the first of those last ones that stand in one chunk.
    private readonly Segmented<HolderWord> _words = new();
    private readonly Segmented<int> _firstWord;
    private readonly Segmented<int> _lastWord;
    private readonly Segmented<int> _lastRun;

    // By borrowed local and kind: runs of numbers.
    private readonly Segmented<Group> _groups = new();
    private readonly Segmented<int> _firstGroup;
    private readonly Segmented<int> _lastGroup;
    private readonly Segmented<(int Holder, int Loan)> _pairs = new();
    private int _end;

    /// <param name="loans">The loans of the body.</param>
    /// <param name="locals">How many locals it has.</param>
    public HeldPairs(LoanSet loans, int locals)
    {
        _loans = loans;
        _numbers = new PairNumbers(this);
        _firstWord = new Segmented<int>(locals, -1);
        _lastWord = new Segmented<int>(locals, -1);
        _lastRun = new Segmented<int>(locals, -1);
        _firstGroup = new Segmented<int>(2 * (locals + 1), -1);
        _lastGroup = new Segmented<int>(2 * (locals + 1), -1);
    }

    /// <summary>The number of the pair, which gets one if it has none.</summary>
    public int Number(int holder, int loan)
    {
        var number = _numbers.Find((holder, loan));
        if (number >= 0)
        {
            return number;
        }

        number = NewNumber(Key(_loans.Loans[loan].Place.Local, _loans.Loans[loan].Kind));
        _pairs[number] = (holder, loan);
        _numbers.Add(number);
        AddWord(holder, number);
        return number;
    }

    private void AddWord(int holder, int number)
    {
        var member = 1UL << (number & 63);
        var last = _lastWord[holder];
        if (last >= 0 && _words[last].Word == number >> 6)
        {
            _words[last] = _words[last] with { Members = _words[last].Members | member };
            return;
        }

        var added = _words.Count;
        var startsRun = last < 0 || !BitSet.InOneChunk(_words[last].Word, number >> 6);
        _words.Add(new HolderWord(number >> 6, member, Next: -1, startsRun ? -1 : HolderWord.InRun));
        _lastWord[holder] = added;
        if (last < 0)
        {
            _firstWord[holder] = added;
        }
        else
        {
            _words[last] = _words[last] with { Next = added };
        }

        if (startsRun)
        {
            if (_lastRun[holder] is >= 0 and var run)
            {
                _words[run] = _words[run] with { NextRun = added };
            }

            _lastRun[holder] = added;
        }
    }

    // The first of the holder's words from `node` on that may have members in the state: a variable that was pointed at one place after the other has
    // many words, nearly all of them in chunks that the state does not have.
    private int SkipEmpty(BitSet state, int node)
    {
        while (node >= 0 && _words[node] is { NextRun: not HolderWord.InRun and var next, Word: var word } && !state.HasChunkOf(word))
        {
            node = next;
        }

        return node;
    }

    /// <summary>Whether the pair has a number: <paramref name="holder"/> may hold <paramref name="loan"/> somewhere.</summary>
    public bool IsKnown(int holder, int loan) => _numbers.Find((holder, loan)) >= 0;

    public bool Contains(BitSet state, int holder, int loan) => _numbers.Find((holder, loan)) is >= 0 and var number && state[number];

    /// <summary>Adds the pairs that <paramref name="holder"/> has in <paramref name="state"/> to <paramref name="other"/>.</summary>
    public void AddHolder(BitSet state, int holder, BitSet other)
    {
        for (var node = SkipEmpty(state, _firstWord[holder]); node >= 0; node = SkipEmpty(state, _words[node].Next))
        {
            var (word, members, _, _) = _words[node];
            other.SetWord(word, other.Word(word) | (state.Word(word) & members));
        }
    }

    /// <summary>Removes all pairs of <paramref name="holder"/>.</summary>
    public void RemoveHolder(BitSet state, int holder)
    {
        for (var node = SkipEmpty(state, _firstWord[holder]); node >= 0; node = SkipEmpty(state, _words[node].Next))
        {
            var (word, members, _, _) = _words[node];
            state.SetWord(word, state.Word(word) & ~members);
        }
    }

    /// <summary>Removes all pairs of <paramref name="loan"/>.</summary>
    public void RemoveLoan(BitSet state, Loan loan)
    {
        for (var pairs = On(state, loan.Place.Local, loan.Kind).GetEnumerator(); pairs.MoveNext();)
        {
            if (pairs.Current.Loan == loan.Index)
            {
                state.Remove(pairs.Number);
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
        for (var node = SkipEmpty(state, _firstWord[holder]); node >= 0; node = SkipEmpty(state, _words[node].Next))
        {
            var (word, members, _, _) = _words[node];
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

    private void RemoveKilled(BitSet state, Place written, BorrowKind kind)
    {
        for (var pairs = On(state, written.Local, kind).GetEnumerator(); pairs.MoveNext();)
        {
            if (PlacesConflict.IsKilledBy(_loans.Loans[pairs.Current.Loan].Place, written))
            {
                state.Remove(pairs.Number);
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
            while (_pairs.Count < _end)
            {
                _pairs.Add(default);
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

    private sealed class PairNumbers : Numbering<(int Holder, int Loan)>
    {
        private readonly HeldPairs _owner;

        public PairNumbers(HeldPairs owner) => _owner = owner;

        protected override int Hash((int Holder, int Loan) key) => unchecked((key.Holder * 31) + key.Loan);

        protected override (int Holder, int Loan) KeyOf(int number) => _owner._pairs[number];

        protected override bool IsKey(int number, (int Holder, int Loan) key) => _owner._pairs[number] == key;
    }

    // A word with numbers of one holder, the holder's next one, and of the first of several in one chunk the next one elsewhere.
    private readonly record struct HolderWord(int Word, ulong Members, int Next, int NextRun)
    {
        public const int InRun = -2;
    }

    // A small one is a part of one word, a large one words of its own.
    private readonly record struct Group(int Start, int Size, int Count, int Next)
    {
        public int FirstWord => Start >> 6;

        public int EndWord => (Start + Size + 63) >> 6;

        public ulong Mask => Size >= 64 ? ulong.MaxValue : (ulong.MaxValue >> (64 - Size)) << (Start & 63);
    }

    /// <summary>The pairs of one local and kind in a state, of which what is removed meanwhile may still be listed; a value, so that asking costs no memory.</summary>
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
            private int _nextGroup;
            private int _nextWord;
            private int _endWord;
            private ulong _mask;
            private ulong _members;

            public Enumerator(HeldPairs owner, BitSet state, int first)
            {
                _owner = owner;
                _state = state;
                _nextGroup = first;
                _nextWord = 0;
                _endWord = 0;
                _mask = 0;
                _members = 0;
                Number = -1;
            }

            public int Number { get; private set; }

            public readonly (int Holder, int Loan) Current => _owner._pairs[Number];

            public bool MoveNext()
            {
                while (_members == 0)
                {
                    _nextWord = _state.NextWord(_nextWord, _endWord);
                    if (_nextWord < _endWord)
                    {
                        _members = _state.Word(_nextWord++) & _mask;
                    }
                    else if (_nextGroup < 0)
                    {
                        return false;
                    }
                    else
                    {
                        var group = _owner._groups[_nextGroup];
                        (_nextWord, _endWord, _mask, _nextGroup) = (group.FirstWord, group.EndWord, group.Mask, group.Next);
                    }
                }

                Number = ((_nextWord - 1) << 6) + Bits.Lowest(_members);
                _members &= _members - 1;
                return true;
            }
        }
    }
}
