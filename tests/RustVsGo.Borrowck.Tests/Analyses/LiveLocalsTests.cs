using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using RustVsGo.Borrowck.Tests.Support;
using static RustVsGo.Borrowck.Tests.Support.BodyBuilder;
using static RustVsGo.Borrowck.Tests.Support.Members;

namespace RustVsGo.Borrowck.Tests.Analyses;

/// <summary>Which holders of loans are read later, at each point of bodies made by hand. <c>_0</c> is what is borrowed.</summary>
public sealed class LiveLocalsTests
{
    [Fact]
    public void A_holder_lives_from_its_borrow_to_its_last_use() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Shared, Place(0)), Use(Place(1)), Use(Place(0))).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1}
          use borrow _1
              {}
          use borrow _0
              {}
        """);

    [Fact]
    public void Written_again_it_was_dead_in_between() => Check(
        new BodyBuilder(2).Block(
            Borrow(Place(1), BorrowKind.Shared, Place(0)),
            Use(Place(1)),
            Borrow(Place(1), BorrowKind.Shared, Place(0)),
            Use(Place(1))).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1}
          use borrow _1
              {}
          _1 = &_0
              {_1}
          use borrow _1
              {}
        """);

    [Fact]
    public void Writing_a_part_or_behind_it_is_no_end() => Check(
        new BodyBuilder(2).Block(
            Borrow(Place(1), BorrowKind.Exclusive, Place(0)),
            Fresh(Place(1, Exclusive, A)),
            Fresh(Place(1, B)),
            Use(Place(1))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1}
          (*_1).A = owned
              {_1}
          _1.B = owned
              {_1}
          use borrow _1
              {}
        """);

    [Fact]
    public void Writing_behind_it_reads_it() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Exclusive, Place(0)), Fresh(Place(1, Exclusive))).Build(),
        """
        bb0
              {}
          _1 = &mut _0
              {_1}
          (*_1) = owned
              {}
        """);

    [Fact]
    public void The_end_of_a_scope_is_no_use() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Shared, Place(0)), Dead(1)).Build(),
        """
        bb0
              {}
          _1 = &_0
              {}
          dead _1
              {}
        """);

    [Fact]
    public void Used_on_one_of_two_paths_it_lives_on_that_one() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Shared, Place(0))).Block(Use(Place(1))).Block()
            .Edge(0, 1, 2).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1}
        bb1
              {_1}
          use borrow _1
              {}
        bb2
              {}
        """);

    [Fact]
    public void Used_at_the_start_of_a_loop_it_lives_at_its_end() => Check(
        new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Shared, Place(0))).Block(Use(Place(1)), Use(Place(0))).Block()
            .Edge(0, 1).Edge(1, 1, 2).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1}
        bb1
              {_1}
          use borrow _1
              {_1}
          use borrow _0
              {_1}
        bb2
              {}
        """);

    [Fact]
    public void An_argument_lives_to_its_call_and_the_result_from_there() => Check(
        new BodyBuilder(3).Block(
            Borrow(Place(1), BorrowKind.Shared, Place(0)),
            Call(2, [1], sources: [0]),
            Use(Place(2))).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1}
          _2 = call (_1)
              {_2}
          use borrow _2
              {}
        """);

    [Fact]
    public void The_caller_reads_the_result() => Check(
        new BodyBuilder(2).Returns(1).Block(Borrow(Place(1), BorrowKind.Shared, Place(0)), Use(Place(0))).Build(),
        """
        bb0
              {}
          _1 = &_0
              {_1}
          use borrow _0
              {_1}
        """);

    [Fact]
    public void Nobody_reads_the_result_of_a_body_that_throws() => Check(
        new BodyBuilder(2).Returns(1).Block(Borrow(Place(1), BorrowKind.Shared, Place(0))).Block(Use(Place(0))).Block(Use(Place(0)))
            .Edge(0, 1, 2).Build(unwinding: 2),
        """
        bb0
              {}
          _1 = &_0
              {_1}
        bb1
              {_1}
          use borrow _0
              {_1}
        bb2
              {}
          use borrow _0
              {}
        """);

    private static void Check(Body body, string expected)
    {
        var loans = LoanSet.Build(body);
        var holders = Holders.Find(body, loans);
        var states = States.Backward(body, new LiveLocals(HolderEvents.Of(body, holders, loans)));
        string At(Point point) => string.Join(
            ", ",
            body.Locals.Where(local => holders.IndexOf(local.Index) is >= 0 and var index && states[point][index]).Select(local => "_" + local.Index));

        Assert.Equal(expected + "\n", States.Print(body, At), ignoreLineEndingDifferences: true);
    }
}
