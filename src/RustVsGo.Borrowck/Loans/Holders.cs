using System.Collections.Generic;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>
/// The locals that can hold a loan at all, whatever the order of statements: those that a borrow, another holder or a call with a
/// holder among its sources is written to, and what is borrowed where something is stored behind a borrow. Everything that follows loans
/// looks at these alone.
/// </summary>
internal sealed class Holders
{
    private readonly int[] _dense;
    private readonly List<int> _locals = new();

    private Holders(int locals)
    {
        _dense = new int[locals];
        for (var i = 0; i < locals; i++)
        {
            _dense[i] = -1;
        }
    }

    public int Count => _locals.Count;

    /// <summary>The number of <paramref name="local"/> among the holders, or -1.</summary>
    public int IndexOf(int local) => _dense[local];

    /// <summary>The holder with the number <paramref name="index"/>.</summary>
    public int this[int index] => _locals[index];

    public static Holders Find(Body body, LoanSet loans)
    {
        var holders = new Holders(body.Locals.Count);
        var flows = new ListsByNumber<int>(body.Locals.Count);
        var stored = new List<int>();
        var isStored = false;
        foreach (var loan in loans.Loans)
        {
            if (loan.IsUniversal)
            {
                holders.Add(loan.Holder);
            }
        }

        foreach (var block in body.ReversePostorder)
        {
            var statements = body.Blocks[block].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                foreach (var (from, to) in LoanFlow.Of(statements[i]))
                {
                    if (from >= 0)
                    {
                        flows.Add(from, to);
                    }
                    else if (loans.At(new Point(block, i)) is not null)
                    {
                        holders.Add(to);
                    }
                }

                foreach (var (from, _) in LoanFlow.StoredThrough(statements[i]))
                {
                    isStored |= from < 0;
                    if (from >= 0)
                    {
                        stored.Add(from);
                    }
                }
            }
        }

        holders.Follow(flows, 0);
        foreach (var from in stored)
        {
            isStored |= holders.IndexOf(from) >= 0;
        }

        // What is stored behind a borrow is held by what the borrow points into: which that is, the order of statements says.
        if (isStored)
        {
            var first = holders.Count;
            foreach (var loan in loans.Loans)
            {
                if (!loan.IsUniversal)
                {
                    holders.Add(loan.Place.Local);
                }
            }

            holders.Follow(flows, first);
        }

        return holders;
    }

    private void Add(int local)
    {
        if (_dense[local] < 0)
        {
            _dense[local] = _locals.Count;
            _locals.Add(local);
        }
    }

    private void Follow(ListsByNumber<int> flows, int first)
    {
        for (var i = first; i < _locals.Count; i++)
        {
            foreach (var target in flows[_locals[i]])
            {
                Add(target);
            }
        }
    }
}
