using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using RustVsGo.Borrowck.Tests.Support;
using static RustVsGo.Borrowck.Tests.Support.BodyBuilder;
using static RustVsGo.Borrowck.Tests.Support.Members;

namespace RustVsGo.Borrowck.Tests.Analyses;

/// <summary>Which live local may hold which loan, at each point of bodies made by hand. A loan is written as what it borrows.</summary>
public sealed class HeldLoansTests
{
    [Fact]
    public void A_loan_is_held_from_the_borrow_to_the_last_use() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Exclusive, Place(0)), Use(Place(1)), Use(Place(0))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1: &mut _0}
          use borrow _1
              {}
          use borrow _0
              {}
        """);

    [Fact]
    public void A_borrow_that_nobody_uses_is_not_held() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Exclusive, Place(0)), Use(Place(0))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {}
          use borrow _0
              {}
        """);

    [Fact]
    public void Writing_the_holder_ends_what_it_held() => Check(
        new BodyBuilder(3).Block(
            Borrow(Place(2), BorrowKind.Shared, Place(0)),
            Use(Place(2)),
            Borrow(Place(2), BorrowKind.Shared, Place(1)),
            Use(Place(2))).Build(),
        """
        bb0
              {}
          _2 = &_0
              {_2: &_0}
          use borrow _2
              {}
          _2 = &_1
              {_2: &_1}
          use borrow _2
              {}
        """);

    [Fact]
    public void A_chain_of_reborrows_holds_what_it_began_with_and_its_last_link() => Check(
        new BodyBuilder(4).Block(
            Borrow(Place(1), BorrowKind.Exclusive, Place(0)),
            Borrow(Place(2), BorrowKind.Exclusive, Place(1, Exclusive)),
            Borrow(Place(3), BorrowKind.Exclusive, Place(2, Exclusive)),
            Use(Place(3))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1: &mut _0}
          _2 = &mut (*_1)
              {_2: &mut _0, _2: &mut (*_1)}
          _3 = &mut (*_2)
              {_3: &mut _0, _3: &mut (*_2)}
          use borrow _3
              {}
        """);

    [Fact]
    public void Each_link_that_is_read_again_stays_borrowed() => Check(
        new BodyBuilder(4).Block(
            Borrow(Place(1), BorrowKind.Exclusive, Place(0)),
            Borrow(Place(2), BorrowKind.Exclusive, Place(1, Exclusive)),
            Borrow(Place(3), BorrowKind.Exclusive, Place(2, Exclusive)),
            Use(Place(1)),
            Use(Place(3))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1: &mut _0}
          _2 = &mut (*_1)
              {_1: &mut _0, _2: &mut _0, _2: &mut (*_1)}
          _3 = &mut (*_2)
              {_1: &mut _0, _3: &mut _0, _3: &mut (*_1), _3: &mut (*_2)}
          use borrow _1
              {_3: &mut _0, _3: &mut (*_2)}
          use borrow _3
              {}
        """);

    [Fact]
    public void What_a_reservation_will_touch_stays_borrowed_until_it_begins() => Check(
        new BodyBuilder(5).Block(
            Borrow(Place(1), BorrowKind.Exclusive, Place(0)),
            Borrow(Place(2), BorrowKind.Shared, Place(1, Exclusive)),
            Move(Place(4), Place(2)),
            Borrow(Place(3), BorrowKind.Exclusive, Place(1, Exclusive), twoPhase: true),
            Call(null, [3]),
            Use(Place(4))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1: &mut _0}
          _2 = &(*_1)
              {_1: &mut _0, _2: &mut _0, _2: &(*_1)}
          _4 = move _2
              {_1: &mut _0, _4: &mut _0, _4: &(*_1)}
          _3 = &two-phase mut (*_1)
              {_3: &mut _0, _3: &mut (*_1), _4: &mut _0, _4: &(*_1)}
          call (_3)
              {_4: &mut _0}
          use borrow _4
              {}
        """);

    [Fact]
    public void A_copy_holds_what_its_source_held() => Check(
        new BodyBuilder(3).Block(
            Borrow(Place(1), BorrowKind.Shared, Place(0)),
            Copy(Place(2), Place(1)),
            Use(Place(1)),
            Use(Place(2))).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1: &_0}
          _2 = copy _1
              {_1: &_0, _2: &_0}
          use borrow _1
              {_2: &_0}
          use borrow _2
              {}
        """);

    [Fact]
    public void A_reborrow_holds_both_loans() => Check(
        new BodyBuilder(3).Block(
            Borrow(Place(1), BorrowKind.Exclusive, Place(0)),
            Borrow(Place(2), BorrowKind.Exclusive, Place(1, Exclusive, A)),
            Use(Place(2)),
            Use(Place(1))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1: &mut _0}
          _2 = &mut (*_1).A
              {_1: &mut _0, _2: &mut _0, _2: &mut (*_1).A}
          use borrow _2
              {_1: &mut _0}
          use borrow _1
              {}
        """);

    [Fact]
    public void A_shared_reborrow_of_a_shared_borrow_is_no_loan_of_its_own() => Check(
        new BodyBuilder(3).Block(
            Borrow(Place(1), BorrowKind.Shared, Place(0)),
            Borrow(Place(2), BorrowKind.Shared, Place(1, Shared, A)),
            Use(Place(2))).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1: &_0}
          _2 = &(*_1).A
              {_2: &_0}
          use borrow _2
              {}
        """);

    [Fact]
    public void A_result_holds_what_its_sources_hold_and_no_more() => Check(
        new BodyBuilder(5).Block(
            Borrow(Place(2), BorrowKind.Shared, Place(0)),
            Borrow(Place(3), BorrowKind.Shared, Place(1)),
            Call(4, [2, 3], sources: [1]),
            Use(Place(4))).Build(),
        """
        bb0
              {}
          _2 = &_0
              {_2: &_0}
          _3 = &_1
              {_2: &_0, _3: &_1}
          _4 = call (_2, _3)
              {_4: &_1}
          use borrow _4
              {}
        """);

    [Fact]
    public void What_a_call_stores_in_its_receiver_is_held_by_the_receiver() => Check(
        new BodyBuilder(4).Block(
            Borrow(Place(2), BorrowKind.Exclusive, Place(1)),
            Borrow(Place(3), BorrowKind.Shared, Place(0)),
            Call(null, [2, 3], stores: [(1, 0)]),
            Use(Place(1))).Build(),
        """
        bb0
              {}
          _2 = &mut _1
              {_2: &mut _1}
          _3 = &_0
              {_2: &mut _1, _3: &_0}
          call (_2, _3)
              {_1: &_0}
          use borrow _1
              {}
        """);

    [Fact]
    public void What_is_stored_through_a_copy_of_a_borrow_is_held_by_what_it_borrows() => Check(
        new BodyBuilder(5).Block(
            Borrow(Place(2), BorrowKind.Exclusive, Place(1)),
            Copy(Place(3), Place(2)),
            Borrow(Place(4), BorrowKind.Shared, Place(0)),
            Call(null, [3, 4], stores: [(1, 0)]),
            Use(Place(1))).Build(),
        """
        bb0
              {}
          _2 = &mut _1
              {_2: &mut _1}
          _3 = copy _2
              {_3: &mut _1}
          _4 = &_0
              {_3: &mut _1, _4: &_0}
          call (_3, _4)
              {_1: &_0}
          use borrow _1
              {}
        """);

    [Fact]
    public void A_write_behind_a_borrow_is_held_by_what_it_borrows() => Check(
        new BodyBuilder(3).Block(
            Borrow(Place(2), BorrowKind.Exclusive, Place(1)),
            Borrow(Place(2, Exclusive, A), BorrowKind.Shared, Place(0)),
            Use(Place(1))).Build(),
        """
        bb0
              {}
          _2 = &mut _1
              {_2: &mut _1}
          (*_2).A = &_0
              {_1: &_0}
          use borrow _1
              {}
        """);

    [Fact]
    public void Where_paths_meet_either_loan_is_held() => Check(
        new BodyBuilder(3).Block()
            .Block(Borrow(Place(2), BorrowKind.Shared, Place(0)))
            .Block(Borrow(Place(2), BorrowKind.Shared, Place(1)))
            .Block(Use(Place(2)))
            .Edge(0, 1, 2).Edge(1, 3).Edge(2, 3).Build(),
        """
        bb0
              {}
        bb1
              {}
          _2 = &_0
              {_2: &_0}
        bb2
              {}
          _2 = &_1
              {_2: &_1}
        bb3
              {_2: &_1, _2: &_0}
          use borrow _2
              {}
        """);

    [Fact]
    public void On_the_path_that_does_not_use_it_a_loan_is_not_held() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Exclusive, Place(0)))
            .Block(Use(Place(1)))
            .Block(Use(Place(0)))
            .Edge(0, 1, 2).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1: &mut _0}
        bb1
              {_1: &mut _0}
          use borrow _1
              {}
        bb2
              {}
          use borrow _0
              {}
        """);

    [Fact]
    public void A_loan_of_the_iteration_before_is_held_in_the_next_one() => Check(
        new BodyBuilder(3).Block(Fresh(Place(2)))
            .Block(Use(Place(2)), Borrow(Place(2), BorrowKind.Exclusive, Place(0)))
            .Block()
            .Edge(0, 1).Edge(1, 1, 2).Build(),
        """
        bb0
              {}
          _2 = owned
              {}
        bb1
              {_2: &mut _0}
          use borrow _2
              {}
          _2 = &mut _0
              {_2: &mut _0}
        bb2
              {}
        """);

    [Fact]
    public void Writing_what_is_borrowed_ends_the_loan() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Shared, Place(0, A)), Fresh(Place(0)), Use(Place(1))).Build(),
        """
        bb0
              {}
          _1 = &_0.A
              {_1: &_0.A}
          _0 = owned
              {}
          use borrow _1
              {}
        """);

    [Fact]
    public void A_list_walked_through_its_own_cursor_holds_the_loan_of_its_head() => Check(
        // cur = &mut list; loop { cur = &mut (*cur).A; }: the step through the old value of cur cannot be reached any more.
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Exclusive, Place(0)))
            .Block(Borrow(Place(1), BorrowKind.Exclusive, Place(1, Exclusive, A)))
            .Block(Use(Place(1)))
            .Edge(0, 1).Edge(1, 1, 2).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1: &mut _0}
        bb1
              {_1: &mut _0}
          _1 = &mut (*_1).A
              {_1: &mut _0}
        bb2
              {_1: &mut _0}
          use borrow _1
              {}
        """);

    private static void Check(Body body, string expected)
    {
        var loans = LoanSet.Build(body);
        var cursor = HeldLoans.Solve(body, loans, States.GraphOf(body), CancellationToken.None);
        string At(Point point)
        {
            cursor.Enter(point.Block);
            for (var i = 0; i < point.Statement; i++)
                cursor.Advance(i);
            return string.Join(", ", cursor.Held.Order().Select(pair => $"_{pair.Holder}: {Print(body, loans.Loans[pair.Loan])}"));
        }

        Assert.Equal(expected + "\n", States.Print(body, At), ignoreLineEndingDifferences: true);
    }

    private static string Print(Body body, Loan loan) =>
        (loan.Kind == BorrowKind.Exclusive ? "&mut " : "&") + BodyPrinter.Print(body, loan.Place);
}
