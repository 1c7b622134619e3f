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
                        // What it is stored in is found by who can follow borrows.
                        if (reached.Contains(from))
                        {
                            return true;
                        }
                    }
                }
            }
        }
        while (hasGrown && !reached.Contains(local));

        return reached.Contains(local);
    }
}
