using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <summary>Who stands behind an error: the highest authority among the statements and variables that are involved. On the error path only.</summary>
internal static class BodyAuthority
{
    /// <summary>That of the statement at <paramref name="point"/> and of the variable <paramref name="local"/> with what it was given.</summary>
    public static Authority Of(Body body, int local, Point point) => Max(OfStatement(body, point), OfLocal(body, local));

    /// <summary>As above, and of the loan that was taken at <paramref name="loanPoint"/> of <paramref name="loanLocal"/>.</summary>
    public static Authority Of(Body body, int local, Point point, int loanLocal, Point loanPoint) =>
        Max(Of(body, local, point), Of(body, loanLocal, loanPoint));

    public static Authority Max(Authority first, Authority second) => first > second ? first : second;

    /// <summary>
    /// What is left of <paramref name="authority"/> for an error about the end of what <paramref name="loan"/> borrows: where a task or delegate
    /// still uses the value, the catalog also has to know that nothing is left of it. The <c>Dispose</c> of a type of the project may wait for it.
    /// </summary>
    public static Authority AtEnd(Body body, Loan loan, Authority authority)
    {
        var local = loan.Place.Local;
        if (authority != Authority.Catalog || body.Locals[local].IsMoveType || !(loan.IsCapture || loan.Strength == LoanStrength.Loose))
        {
            return authority;
        }

        Authority? known = null;
        foreach (var block in body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is Drop { Place: { IsLocal: true } place } && place.Local == local)
                {
                    known = Max(known ?? Authority.Default, statement.Authority);
                }
            }
        }

        return known ?? authority;
    }

    public static Authority OfStatement(Body body, Point point)
    {
        var statements = body.Blocks[point.Block].Statements;
        return point.Statement < statements.Count ? statements[point.Statement].Authority : Authority.Default;
    }

    // A variable has the authority of its type or parameter, or of the calls that it got its values from.
    private static Authority OfLocal(Body body, int local)
    {
        if (local < 0)
        {
            return Authority.Default;
        }

        var authority = body.Locals[local].Authority;
        foreach (var statement in body.WritesOf(local))
        {
            var given = statement switch
            {
                Call => statement.Authority,
                Assign { Value: Read { Operand.Place: { IsLocal: true } source } } when source.Local != local =>
                    body.Locals[source.Local] is { IsTransient: true } transient ? OfTransient(body, transient.Index) : body.Locals[source.Local].Authority,
                _ => Authority.Default,
            };
            authority = Max(authority, given);
        }

        return authority;
    }

    private static Authority OfTransient(Body body, int local)
    {
        foreach (var statement in body.WritesOf(local))
        {
            if (statement is Call)
            {
                return Max(statement.Authority, body.Locals[local].Authority);
            }
        }

        return body.Locals[local].Authority;
    }
}
