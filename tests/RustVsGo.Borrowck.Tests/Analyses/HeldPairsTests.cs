using CsCheck;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using RustVsGo.Borrowck.Tests.Support;
using static RustVsGo.Borrowck.Tests.Support.BodyBuilder;
using static RustVsGo.Borrowck.Tests.Support.Members;

namespace RustVsGo.Borrowck.Tests.Analyses;

/// <summary>Numbered pairs in a bit set say what a plain set of pairs says, whatever the order in which pairs come and go.</summary>
public sealed class HeldPairsTests
{
    private const int Locals = 12;
    private const int Loans = 120;

    private static readonly Gen<(int Action, int Holder, int Loan)[]> s_steps = Gen.Select(Gen.Int[0, 9], Gen.Int[0, Locals - 1], Gen.Int[0, Loans - 1]).Array[0, 1500];

    [Fact]
    public void Pairs_agree_with_a_plain_set() => s_steps.Sample(static steps =>
    {
        var loans = ManyLoans();
        var pairs = new HeldPairs(loans, Locals);
        var (state, other) = (new BitSet(), new BitSet());
        HashSet<(int Holder, int Loan)> expected = [], expectedOther = [];
        foreach (var (action, holder, loan) in steps)
        {
            switch (action)
            {
                case 0:
                    pairs.RemoveHolder(state, holder);
                    expected.RemoveWhere(pair => pair.Holder == holder);
                    break;
                case 1:
                    pairs.RemoveLoan(state, loans.Loans[loan]);
                    expected.RemoveWhere(pair => pair.Loan == loan);
                    break;
                case 2:
                    pairs.AddHolder(state, holder, other);
                    expectedOther.UnionWith(expected.Where(pair => pair.Holder == holder));
                    break;
                case 3:
                    pairs.RemoveKilled(state, new Place(loans.Loans[loan].Place.Local));
                    expected.RemoveWhere(pair => loans.Loans[pair.Loan].Place.Local == loans.Loans[loan].Place.Local);
                    break;
                default:
                    state.Add(pairs.Number(holder, loan));
                    expected.Add((holder, loan));
                    break;
            }
        }

        Assert.Equal(expected.Order(), pairs.All(state).Order());
        Assert.Equal(expectedOther.Order(), pairs.All(other).Order());
        for (var local = 0; local < Locals; local++)
        {
            var held = new List<int>();
            pairs.AddLoansOf(state, local, held);
            Assert.Equal(expected.Where(pair => pair.Holder == local).Select(static pair => pair.Loan).Order(), held.Order());
            Assert.Equal(Expected(local, BorrowKind.Shared), On(local, BorrowKind.Shared));
            Assert.Equal(Expected(local, BorrowKind.Exclusive), On(local, BorrowKind.Exclusive));
        }

        Assert.All(expected, pair => Assert.True(pairs.Contains(state, pair.Holder, pair.Loan)));

        IEnumerable<(int Holder, int Loan)> Expected(int local, BorrowKind kind) =>
            expected.Where(pair => loans.Loans[pair.Loan].Place.Local == local && loans.Loans[pair.Loan].Kind == kind).Order();

        IEnumerable<(int Holder, int Loan)> On(int local, BorrowKind kind)
        {
            var found = new List<(int Holder, int Loan)>();
            foreach (var pair in pairs.On(state, local, kind))
                found.Add(pair);
            return found.Order();
        }
    });

    // Most of one local, a few of the others; every third one exclusive.
    private static LoanSet ManyLoans()
    {
        var statements = new Statement[Loans];
        for (var i = 0; i < Loans; i++)
            statements[i] = Borrow(Place(Locals - 1), i % 3 == 0 ? BorrowKind.Exclusive : BorrowKind.Shared, Place(i % 4 == 0 ? i % 5 : 0));
        return LoanSet.Build(new BodyBuilder(Locals).Block(statements).Build());
    }
}
