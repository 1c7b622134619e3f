using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// Tells where a nested function goes from where only its result goes. Both hold what the function captured: <c>return () =&gt; d.View();</c> gives the
/// function away, which can take <c>d</c> along; <c>var f = () =&gt; d.View(); return f();</c> gives away a borrow of <c>d</c>. On the error path only.
/// </summary>
internal static class FunctionFlow
{
    /// <param name="body">The body that creates the function.</param>
    /// <param name="capture">A loan that the function took for what it captures.</param>
    /// <param name="local">What holds the loan.</param>
    /// <returns>Whether it may hold the function itself.</returns>
    public static bool MayReach(Body body, Loan capture, int local)
    {
        var reached = new HashSet<int> { capture.Holder };

        // What it is stored in is found by who can follow borrows.
        return Follow(body, reached) || reached.Contains(local);
    }

    /// <param name="body">The body that creates the function.</param>
    /// <param name="capture">A loan that the function took for what it captures.</param>
    /// <param name="holders">Who may hold the loan.</param>
    /// <returns>Whether the function became an element of a collection, and none has the loan but collections that it is in, and who has it from them.</returns>
    public static bool IsCollected(Body body, Loan capture, HashSet<int> holders)
    {
        var reached = new HashSet<int> { capture.Holder };
        Follow(body, reached);
        var collections = new HashSet<int>();
        foreach (var block in body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is Call { Collects: true } call)
                {
                    foreach (var (from, to) in call.Stores)
                    {
                        if (reached.Contains(call.Arguments[from]) && body.WritesOf(call.Arguments[to]).Only is Assign { Value: Borrow { Place.Local: var collection } })
                        {
                            collections.Add(collection);
                        }
                    }
                }
            }
        }

        Follow(body, collections);
        return collections.Count > 0 && holders.IsSubsetOf(collections);
    }

    // Adds who may hold what the locals in `reached` hold. Whether one of them is stored behind a borrow.
    private static bool Follow(Body body, HashSet<int> reached)
    {
        var isStored = false;
        bool hasGrown;
        do
        {
            hasGrown = false;
            foreach (var block in body.Blocks)
            {
                foreach (var statement in block.Statements)
                {
                    if (statement is Call { IsOfDelegate: true })
                    {
                        continue;
                    }

                    foreach (var (from, to) in LoanFlow.Of(statement))
                    {
                        hasGrown |= reached.Contains(from) && reached.Add(to);
                    }

                    foreach (var (from, _) in LoanFlow.StoredThrough(statement))
                    {
                        isStored |= reached.Contains(from);
                    }
                }
            }
        }
        while (hasGrown);

        return isStored;
    }
}
