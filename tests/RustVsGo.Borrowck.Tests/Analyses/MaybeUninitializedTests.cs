using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.MovePaths;
using RustVsGo.Borrowck.Tests.Support;
using static RustVsGo.Borrowck.Tests.Support.BodyBuilder;
using static RustVsGo.Borrowck.Tests.Support.Members;

namespace RustVsGo.Borrowck.Tests.Analyses;

/// <summary>Which places may have lost their value, at each point of bodies made by hand.</summary>
public sealed class MaybeUninitializedTests
{
    [Fact]
    public void A_move_empties_and_an_assignment_fills() => Check(
        new BodyBuilder(2).Block(Move(Place(1), Place(0)), Fresh(Place(0)), Use(Place(0))).Build(),
        """
        bb0
              {}
          _1 = move _0
              {_0}
          _0 = owned
              {}
          use borrow _0
              {}
        """);

    [Fact]
    public void A_drop_empties() => Check(
        new BodyBuilder(1).Block(Drop(Place(0))).Build(),
        """
        bb0
              {}
          drop _0
              {_0}
        """);

    [Fact]
    public void A_moved_whole_empties_its_parts() => Check(
        new BodyBuilder(2).Block(Move(Place(1), Place(0, A)), Fresh(Place(0, A)), Move(Place(1), Place(0))).Build(),
        """
        bb0
              {}
          _1 = move _0.A
              {_0.A}
          _0.A = owned
              {}
          _1 = move _0
              {_0, _0.A}
        """);

    [Fact]
    public void A_moved_part_leaves_the_whole_and_the_other_parts() => Check(
        new BodyBuilder(2).Block(Move(Place(1), Place(0, A)), Move(Place(1), Place(0, B)), Fresh(Place(0, A))).Build(),
        """
        bb0
              {}
          _1 = move _0.A
              {_0.A}
          _1 = move _0.B
              {_0.A, _0.B}
          _0.A = owned
              {_0.B}
        """);

    [Fact]
    public void A_whole_assigned_again_fills_all_parts() => Check(
        new BodyBuilder(2).Block(Move(Place(1), Place(0, A, B)), Move(Place(1), Place(0, B)), Fresh(Place(0))).Build(),
        """
        bb0
              {}
          _1 = move _0.A.B
              {_0.A.B}
          _1 = move _0.B
              {_0.A.B, _0.B}
          _0 = owned
              {}
        """);

    [Fact]
    public void A_place_that_moves_into_itself_stays_filled() => Check(
        new BodyBuilder(1).Block(Move(Place(0), Place(0))).Build(),
        """
        bb0
              {}
          _0 = move _0
              {}
        """);

    [Fact]
    public void Where_paths_meet_either_counts() => Check(
        new BodyBuilder(2).Block().Block(Move(Place(1), Place(0))).Block().Block()
            .Edge(0, 1, 2).Edge(1, 3).Edge(2, 3).Build(),
        """
        bb0
              {}
        bb1
              {}
          _1 = move _0
              {_0}
        bb2
              {}
        bb3
              {_0}
        """);

    [Fact]
    public void A_loop_brings_its_end_to_its_start() => Check(
        new BodyBuilder(2).Block().Block(Use(Place(0)), Move(Place(1), Place(0))).Block()
            .Edge(0, 1).Edge(1, 1, 2).Build(),
        """
        bb0
              {}
        bb1
              {_0}
          use borrow _0
              {_0}
          _1 = move _0
              {_0}
        bb2
              {_0}
        """);

    [Fact]
    public void A_block_that_nothing_leads_to_brings_nothing() => Check(
        new BodyBuilder(2).Block().Block(Move(Place(1), Place(0))).Block(Move(Place(1), Place(0)))
            .Edge(0, 2).Edge(1, 2).Build(),
        """
        bb0
              {}
        bb1
              {-}
          _1 = move _0
              {-}
        bb2
              {}
          _1 = move _0
              {_0}
        """);

    [Fact]
    public void A_borrow_moves_nothing() => Assert.Null(
        MoveDataBuilder.Build(
            new BodyBuilder(2).Block(Borrow(Place(1), BorrowKind.Exclusive, Place(0)), Copy(Place(1), Place(0))).Build(),
            new MoveLegality(new BodyBuilder(2).Build(), new TypeOwnership(StatedContracts.None, withoutCatalog: null, _ => true))));

    [Fact]
    public void What_lies_behind_a_borrow_or_in_an_array_does_not_become_empty()
    {
        // Both are errors of their own (E0507, E0508), and would be told twice.
        var body = new BodyBuilder(2).Block(Move(Place(1), Place(0, Exclusive)), Move(Place(1), Place(0, Element))).Build();

        Assert.Null(MoveDataBuilder.Build(body, new MoveLegality(body, new TypeOwnership(StatedContracts.None, withoutCatalog: null, _ => true))));
    }

    private static void Check(Body body, string expected)
    {
        var moves = MoveDataBuilder.Build(body, new MoveLegality(body, new TypeOwnership(StatedContracts.None, withoutCatalog: null, _ => true)));
        Assert.NotNull(moves);
        var states = States.Forward(body, new MaybeUninitialized(moves));
        string At(Point point) => states.TryGetValue(point, out var state)
            ? string.Join(", ", moves.Paths.Where(path => state[path.Index]).Select(path => BodyPrinter.Print(body, path.Place)).Order(StringComparer.Ordinal))
            : "-";

        Assert.Equal(expected + "\n", States.Print(body, At), ignoreLineEndingDifferences: true);
    }
}
