using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>
/// The locals that can hold a loan at all, whatever the order of statements: those that a borrow, another holder or a call with a
/// holder among its sources is written to; found by following loans without regard to order. Everything that follows loans looks at these alone.
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

        var held = new HashSet<int>?[body.Locals.Count];
        foreach (var loan in loans.Loans)
        {
            if (loan.IsUniversal)
            {
                (held[loan.Holder] ??= new HashSet<int>()).Add(loan.Index);
            }
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var block in body.ReversePostorder)
            {
                var statements = body.Blocks[block].Statements;
                for (var i = 0; i < statements.Count; i++)
                {
                    foreach (var (from, to) in LoanFlow.Of(statements[i]))
                    {
                        changed |= Give(held, loans, new Point(block, i), from, to);
                    }

                    // What is stored behind a borrow is held by what the borrow points into.
                    foreach (var (from, through) in LoanFlow.StoredThrough(statements[i]))
                    {
                        foreach (var index in held[through] is { } behind ? new List<int>(behind) : new List<int>())
                        {
                            if (!loans.Loans[index].IsUniversal && PointsInto.MayPoint(body, through, loans.Loans[index]))
                            {
                                changed |= Give(held, loans, new Point(block, i), from, loans.Loans[index].Place.Local);
                            }
                        }
                    }
                }
            }
        }

        var count = 0;
        for (var local = 0; local < held.Length; local++)
        {
            if (held[local] is not null)
            {
                dense[local] = count++;
            }
        }

        return new Holders(dense, count);
    }

    private static bool Give(HashSet<int>?[] held, LoanSet loans, Point point, int from, int to)
    {
        if (from < 0)
        {
            return loans.At(point) is { } opened && (held[to] ??= new HashSet<int>()).Add(opened.Index);
        }

        if (held[from] is not { } given || from == to)
        {
            return false;
        }

        var target = held[to] ??= new HashSet<int>();
        var before = target.Count;
        target.UnionWith(given);
        return target.Count != before;
    }
}
