using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>
/// The locals that can hold a loan at all, whatever the order of statements: those that a borrow, another holder or a call with a
/// holder among its sources is written to. Everything that follows loans looks at these alone.
/// </summary>
internal sealed class Holders
{
    private readonly int[] _dense;

    private Holders(int[] dense, int count)
    {
        _dense = dense;
        Count = count;
    }

    public int Count { get; }

    /// <summary>The number of <paramref name="local"/> among the holders, or -1.</summary>
    public int IndexOf(int local) => _dense[local];

    public static Holders Find(Body body, LoanSet loans)
    {
        var dense = new int[body.Locals.Count];
        for (var i = 0; i < dense.Length; i++)
        {
            dense[i] = -1;
        }

        var count = 0;
        foreach (var loan in loans.Loans)
        {
            if (loan.IsUniversal && dense[loan.Holder] < 0)
            {
                dense[loan.Holder] = count++;
            }
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var block in body.ReversePostorder)
            {
                foreach (var statement in body.Blocks[block].Statements)
                {
                    foreach (var (from, to) in LoanFlow.Of(statement))
                    {
                        if ((from < 0 || dense[from] >= 0) && dense[to] < 0)
                        {
                            dense[to] = count++;
                            changed = true;
                        }
                    }

                    // What is stored behind a borrow is held by what the borrow points into.
                    foreach (var (from, through) in LoanFlow.StoredThrough(statement))
                    {
                        if (from >= 0 && dense[from] < 0)
                        {
                            continue;
                        }

                        foreach (var loan in loans.Loans)
                        {
                            if (loan.Holder == through && !loan.IsUniversal && dense[loan.Place.Local] < 0)
                            {
                                dense[loan.Place.Local] = count++;
                                changed = true;
                            }
                        }
                    }
                }
            }
        }

        return new Holders(dense, count);
    }
}
