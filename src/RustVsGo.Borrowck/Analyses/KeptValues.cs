using System.Collections.Generic;
using System.Threading;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Writes out what happens to a value that a keeper keeps (docs/ownership-model.md, section 2, "Plain values"): it is dropped where its keeper is
/// dropped, and goes where its keeper goes. In: a resolved body and its held loans; out: the same body with those drops and moves.
/// </summary>
/// <remarks>
/// <code>
/// var reader = new StreamReader(stream);   // reader = call StreamReader(&amp;keeps stream)
/// reader.Dispose();                        // drop reader; drop stream
/// stream.ReadByte();                       // RVG0382
/// </code>
/// </remarks>
internal static class KeptValues
{
    /// <returns>Whether a statement was added: loans and states have to be computed again.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static bool TryFollow(Body body, LoanSet loans, HeldLoans held, CancellationToken cancellation)
    {
        var hasGrown = false;
        foreach (var index in body.ReversePostorder)
        {
            cancellation.ThrowIfCancellationRequested();
            held.Enter(index);
            var statements = body.Blocks[index].Statements;
            var added = new List<(int Behind, Statement Statement)>();
            for (var i = 0; i < statements.Count; i++)
            {
                switch (statements[i])
                {
                    case Drop { Place: { IsLocal: true } keeper } drop:
                        foreach (var kept in KeptBy(loans, held, keeper.Local))
                        {
                            var cause = new MoveCause(MoveCauseKind.DroppedByKeeper, body.Locals[keeper.Local].Symbol);
                            added.Add((i, new Drop(drop.Origin, kept, cause, Idempotent: true) { Authority = drop.Authority }));
                        }

                        break;
                    case Assign { Value: Read { Operand: { Kind: OperandKind.Move, Gives: true, Place: { IsLocal: true } keeper, Cause: { Kind: MoveCauseKind.Argument or MoveCauseKind.Receiver } cause } } } move:
                        foreach (var kept in KeptBy(loans, held, keeper.Local))
                        {
                            var operand = new Operand(OperandKind.Move, kept, Gives: true, cause, IsMoveType: false);
                            added.Add((i, new Assign(move.Origin, new Place(NewTransient(body)), new Read(operand)) { Authority = move.Authority }));
                        }

                        break;
                }

                held.Advance(i);
            }

            hasGrown |= added.Count > 0;
            for (var i = added.Count - 1; i >= 0; i--)
            {
                statements.Insert(added[i].Behind + 1, added[i].Statement);
            }
        }

        if (hasGrown)
        {
            body.StatementsWereAdded();
        }

        return hasGrown;
    }

    private static int NewTransient(Body body)
    {
        var local = new LocalDecl(body.Locals.Count, LocalKind.Temporary, symbol: null, type: null, isMoveType: false) { IsTransient = true };
        body.Locals.Add(local);
        return local.Index;
    }

    private static IEnumerable<Place> KeptBy(LoanSet loans, HeldLoans held, int keeper)
    {
        foreach (var index in held.LoansHeldBy(keeper))
        {
            var loan = loans.Loans[index];
            if (loan is { Strength: LoanStrength.Keeps, IsUniversal: false })
            {
                yield return loan.Place;
            }
        }
    }
}
