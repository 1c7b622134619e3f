using CsCheck;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using RustVsGo.Borrowck.MovePaths;
using RustVsGo.Borrowck.Tests.Support;

namespace RustVsGo.Borrowck.Tests.Reference;

/// <summary>The fast solvers find at every point of a random body what the slow one finds.</summary>
public sealed class AgreementTests
{
    private const long Bodies = 20_000;

    [Fact]
    public void Maybe_uninitialized_agrees() => RandomBodies.Any.Sample(
        static body =>
        {
            if (MoveDataBuilder.Build(body, new MoveLegality(body, new TypeOwnership(StatedContracts.None, withoutCatalog: null, _ => true))) is not { } moves)
                return;

            var reference = new ReferenceSolver(body).MaybeUninitialized(moves);
            var states = States.Forward(body, new MaybeUninitialized(moves));
            foreach (var (point, state) in states)
                Assert.Equal(reference[point].Order(), Enumerable.Range(0, moves.Paths.Count).Where(path => state[path]));
        },
        iter: Bodies,
        print: BodyPrinter.Print);

    [Fact]
    public void Live_locals_agree() => RandomBodies.Any.Sample(
        static body =>
        {
            var loans = LoanSet.Build(body);
            var holders = Holders.Find(body, loans);
            var reference = new ReferenceSolver(body).Live();
            var states = States.Backward(body, new LiveLocals(HolderEvents.Of(body, holders, loans)));
            foreach (var (point, state) in states)
            {
                var live = Enumerable.Range(0, body.Locals.Count).Where(local => holders.IndexOf(local) is >= 0 and var index && state[index]);
                Assert.Equal(reference[point].Where(local => holders.IndexOf(local) >= 0).Order(), live);
            }
        },
        iter: Bodies,
        print: BodyPrinter.Print);

    [Fact]
    public void Held_loans_agree() => RandomBodies.Any.Sample(
        static body =>
        {
            var loans = LoanSet.Build(body);
            var holders = Holders.Find(body, loans);
            var solver = new ReferenceSolver(body);
            var (held, live) = (solver.Held(loans), solver.Live());
            bool MayMatter(Point point, (int Holder, int Loan) pair) => live[point].Contains(pair.Holder) && MayConflict(loans.Loans[pair.Loan], live[point], holders);
            var needed = solver.Held(loans, MayMatter);
            var cursor = HeldLoans.Solve(body, loans, States.GraphOf(body), CancellationToken.None);
            foreach (var block in body.ReversePostorder)
            {
                cursor.Enter(block);
                for (var i = 0; i <= body.Blocks[block].Statements.Count; i++)
                {
                    var point = new Point(block, i);
                    var expected = held[point].Where(pair => live[point].Contains(pair.Holder)).ToHashSet();
                    Assert.Subset(expected, cursor.Held.ToHashSet());
                    Assert.Superset(needed[point].Where(pair => MayMatter(point, pair)).ToHashSet(), cursor.Held.ToHashSet());
                    if (i < body.Blocks[block].Statements.Count)
                        cursor.Advance(i);
                }
            }
        },
        iter: Bodies,
        print: BodyPrinter.Print);

    [Fact]
    public void Liveness_inside_a_block_agrees() => RandomBodies.Any.Sample(
        static body =>
        {
            var loans = LoanSet.Build(body);
            var holders = Holders.Find(body, loans);
            var reference = new ReferenceSolver(body).Live();
            var analysis = new LiveLocals(HolderEvents.Of(body, holders, loans));
            var liveness = new BlockLiveness(HolderEvents.Of(body, holders, loans), Worklist.Solve(analysis, States.GraphOf(body), CancellationToken.None));
            foreach (var block in body.ReversePostorder)
            {
                liveness.Enter(block);
                for (var i = 0; i <= body.Blocks[block].Statements.Count; i++)
                {
                    var live = Enumerable.Range(0, body.Locals.Count).Where(local => liveness.IsLive(local, i));
                    Assert.Equal(reference[new Point(block, i)].Where(local => holders.IndexOf(local) >= 0).Order(), live);
                }
            }
        },
        iter: Bodies,
        print: BodyPrinter.Print);

    // A store through such a borrow goes to what the borrow pointed at before its variable got another value: nothing that is live.
    // What was borrowed through a borrow can be touched again only where that borrow is read again.
    private static bool MayConflict(Loan loan, HashSet<int> live, Holders holders) =>
        loan.Place.IsLocal
        || loan.Place.Projections[0].Kind != ProjectionKind.Deref
        || live.Contains(loan.Place.Local)
        || holders.IndexOf(loan.Place.Local) < 0;

    [Fact]
    public void Every_local_that_may_hold_a_loan_is_a_holder() => RandomBodies.Any.Sample(
        static body =>
        {
            var loans = LoanSet.Build(body);
            var holders = Holders.Find(body, loans);
            foreach (var (holder, _) in new ReferenceSolver(body).Held(loans).Values.SelectMany(static pairs => pairs))
                Assert.True(holders.IndexOf(holder) >= 0);
        },
        iter: Bodies,
        print: BodyPrinter.Print);

    [Fact]
    public void A_second_cursor_finds_the_same_as_the_first() => RandomBodies.Any.Sample(
        static body =>
        {
            var loans = LoanSet.Build(body);
            var first = HeldLoans.Solve(body, loans, States.GraphOf(body), CancellationToken.None);
            var second = first.NewCursor();
            foreach (var block in body.ReversePostorder.Reverse())
            {
                first.Enter(block);
                second.Enter(block);
                for (var i = 0; i < body.Blocks[block].Statements.Count; i++)
                {
                    Assert.Equal(first.Held, second.Held);
                    first.Advance(i);
                    second.Advance(i);
                }
            }
        },
        iter: Bodies / 10,
        print: BodyPrinter.Print);

    [Fact]
    public void The_order_of_blocks_has_each_reachable_one_once() => RandomBodies.Any.Sample(
        static body =>
        {
            var reachable = new ReferenceSolver(body).Reachable;
            Assert.Equal(0, body.ReversePostorder[0]);
            Assert.Equal(reachable.Order(), body.ReversePostorder.Order());
        },
        iter: Bodies / 10,
        print: BodyPrinter.Print);
}
