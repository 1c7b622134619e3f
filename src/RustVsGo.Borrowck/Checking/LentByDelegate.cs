using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// Whether a local has nothing but what nested functions lend it. A delegate's type does not say whether the result is lent or given; what the
/// function returns of its captures does: <c>() =&gt; Own.Borrow(d)</c> lends, and <c>r</c> in <c>var r = f()</c> is as good a borrow as any, though it
/// has the mode of a plain value.
/// </summary>
internal static class LentByDelegate
{
    // A result is copied from a temporary, a delegate from what created it: longer chains are assignments between variables. On the way along one
    // nothing branches, so that the cost stays within what is written to the variable itself.
    private const int MostCopies = 8;

    /// <summary>Looks at what is written to <paramref name="local"/>, and to what that is copied from.</summary>
    public static bool Is(Body body, int local) => Is(body, local, MostCopies);

    private static bool Is(Body body, int local, int copies)
    {
        var writes = WritesOf(body, local, copies);
        var lent = 0;
        for (var i = 0; i < writes.Count; i++)
        {
            // `r = r;` leaves it what it was.
            var copied = CopiedFrom(writes[i]);
            if (copied == local)
            {
                continue;
            }

            lent++;
            var isLent = writes[i] is Call { IsOfDelegate: true, Arguments: { IsEmpty: false } arguments }
                ? Lends(body, arguments[0], MostCopies)
                : copied >= 0 && copies > 0 && Is(body, copied, copies - 1);
            if (!isLent)
            {
                return false;
            }
        }

        return lent > 0;
    }

    // Whether any function that the delegate may be returns something of its captures.
    private static bool Lends(Body body, int function, int copies)
    {
        var writes = WritesOf(body, function, copies);
        for (var i = 0; i < writes.Count; i++)
        {
            if (writes[i] is Call creation)
            {
                foreach (var captured in creation.Arguments)
                {
                    if (IsReturned(body, captured))
                    {
                        return true;
                    }
                }
            }
            else if (CopiedFrom(writes[i]) is >= 0 and var copied && copies > 0 && Lends(body, copied, copies - 1))
            {
                return true;
            }
        }

        return false;
    }

    // The local that is copied as a whole, or -1.
    private static int CopiedFrom(Statement write) => write is Assign { Value: Read { Operand.Place: { IsLocal: true, Local: var copied } } } ? copied : -1;

    // None for a variable along a chain that is written more than once.
    private static IReadOnlyList<Statement> WritesOf(Body body, int local, int copies) =>
        body.WritesOf(local) is var writes && (copies == MostCopies || writes.Count == 1) ? writes : [];

    private static bool IsReturned(Body body, int captured)
    {
        var writes = body.WritesOf(captured);
        return writes.Count == 1 && writes[0] is Assign { Value: Borrow { IsCapture: true } and ({ IsReturned: true } or { IsContentReturned: true }) };
    }
}
