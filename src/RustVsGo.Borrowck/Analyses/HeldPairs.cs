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
    private const int GroupSize = 16;

    private readonly LoanSet _loans;
    private readonly Dictionary<(int Holder, int Loan), int> _numbers = new();
    private readonly Dictionary<int, List<(int Word, ulong Members)>> _byHolder = new();
    private readonly Dictionary<(int Local, BorrowKind Kind), List<int>> _groups = new();
    private (int Holder, int Loan)[] _pairs = new (int, int)[4 * GroupSize];
    private int[] _sizes = new int[4];
    private int _groupCount;

    public HeldPairs(LoanSet loans) => _loans = loans;

    /// <summary>The number of the pair, which gets one if it has none.</summary>
    public int Number(int holder, int loan)
    {
        if (_numbers.TryGetValue((holder, loan), out var number))
        {
            return number;
        }

        number = NewNumber((_loans.Loans[loan].Place.Local, _loans.Loans[loan].Kind));
        _numbers.Add((holder, loan), number);
        _pairs[number] = (holder, loan);
        if (!_byHolder.TryGetValue(holder, out var words))
        {
            _byHolder.Add(holder, words = new List<(int, ulong)>(1));
        }

        var member = 1UL << (number & 63);
        if (words.Count > 0 && words[words.Count - 1].Word == number >> 6)
        {
            words[words.Count - 1] = (number >> 6, words[words.Count - 1].Members | member);
        }
        else
        {
            words.Add((number >> 6, member));
        }

        return number;
    }

    public bool Contains(BitSet state, int holder, int loan) => _numbers.TryGetValue((holder, loan), out var number) && state[number];

    /// <summary>Removes all pairs of <paramref name="holder"/>.</summary>
    public void RemoveHolder(BitSet state, int holder)
    {
        if (_byHolder.TryGetValue(holder, out var words))
        {
            foreach (var (word, members) in words)
            {
                state.SetWord(word, state.Word(word) & ~members);
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
        if (_byHolder.TryGetValue(holder, out var words))
        {
            foreach (var (word, members) in words)
            {
                for (var held = state.Word(word) & members; held != 0; held &= held - 1)
                {
                    loans.Add(_pairs[(word << 6) + Bits.Lowest(held)].Loan);
                }
            }
        }
    }

    /// <summary>The pairs whose loan, of the given kind, borrows from <paramref name="local"/>.</summary>
    public IEnumerable<(int Holder, int Loan)> On(BitSet state, int local, BorrowKind kind) =>
        _groups.TryGetValue((local, kind), out var groups) ? In(state, groups) : Array.Empty<(int, int)>();

    /// <summary>All pairs.</summary>
    public IEnumerable<(int Holder, int Loan)> All(BitSet state)
    {
        for (var group = 0; group < _groupCount; group++)
        {
            for (var members = Members(state, group); members != 0; members &= members - 1)
            {
                yield return _pairs[(group * GroupSize) + Bits.Lowest(members)];
            }
        }
    }

    private static ulong Members(BitSet state, int group) =>
        (state.Word(group * GroupSize / 64) >> (group * GroupSize % 64)) & ((1UL << GroupSize) - 1);

    private IEnumerable<(int Holder, int Loan)> In(BitSet state, List<int> groups)
    {
        foreach (var group in groups)
        {
            for (var members = Members(state, group); members != 0; members &= members - 1)
            {
                yield return _pairs[(group * GroupSize) + Bits.Lowest(members)];
            }
        }
    }

    private void RemoveKilled(BitSet state, Place written, BorrowKind kind)
    {
        if (!_groups.TryGetValue((written.Local, kind), out var groups))
        {
            return;
        }

        foreach (var group in groups)
        {
            for (var members = Members(state, group); members != 0; members &= members - 1)
            {
                var number = (group * GroupSize) + Bits.Lowest(members);
                if (PlacesConflict.IsKilledBy(_loans.Loans[_pairs[number].Loan].Place, written))
                {
                    state.Remove(number);
                }
            }
        }
    }

    private int NewNumber((int Local, BorrowKind Kind) key)
    {
        if (!_groups.TryGetValue(key, out var groups))
        {
            _groups.Add(key, groups = new List<int>(1));
        }

        if (groups.Count == 0 || _sizes[groups[groups.Count - 1]] == GroupSize)
        {
            if (_groupCount == _sizes.Length)
            {
                Array.Resize(ref _sizes, _groupCount * 2);
                Array.Resize(ref _pairs, _groupCount * 2 * GroupSize);
            }

            groups.Add(_groupCount++);
        }

        var last = groups[groups.Count - 1];
        return (last * GroupSize) + _sizes[last]++;
    }
}
