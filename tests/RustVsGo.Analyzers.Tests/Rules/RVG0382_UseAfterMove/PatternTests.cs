namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>What a pattern names is bound as it is used: by borrow, unless it is moved later.</summary>
public sealed class PatternTests
{
    [Fact]
    public Task Tested_by_patterns_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (x is { Port: > 1, Host: var host }) Console.WriteLine(host);
        if (x is not null) Look(x);
        if (x is { Left: { Size: 1 } }) Look(x);
        Take(x);
        """);

    [Fact]
    public Task A_pattern_on_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        if (x is { {|RVG0382:Port|}: 1 }) return;
        """);

    [Fact]
    public Task A_switch_on_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        var y = x switch { { {|RVG0382:Port|}: 1 } => 1, _ => 2 };
        """);

    [Fact]
    public Task What_a_pattern_names_and_only_looks_at_is_accepted() => Moves.Body(
        """
        var x = Make();
        if (x is { Left: var left }) Look(left);
        if (x is { } y) Look(y);
        Look(x);
        """);

    [Fact]
    public Task A_field_moved_through_the_name_that_a_pattern_gave_it_is_reported() => Moves.Body(
        """
        var x = Make();
        if (x is { Left: var left }) Take(left);
        Look(x.Right);
        Look({|RVG0382:x.Left|});
        """);

    [Fact]
    public Task Moved_through_the_name_that_a_pattern_gave_it_is_reported() => Moves.Body(
        """
        var x = Make();
        if (x is { } y) Take(y);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_through_the_name_that_a_case_gave_it_is_reported() => Moves.Body(
        """
        IShape x = new Square();
        switch (x)
        {
            case Square square: Keep(square); break;
        }
        {|RVG0382:x|}.Area();
        static void Keep([Owned] Square square) { }
        """,
        """
        [Owned] interface IShape { int Area(); }
        class Square : IShape { public int Area() => 1; }
        """);

    [Fact]
    public Task Looked_at_through_the_name_that_a_case_gave_it_is_accepted() => Moves.Body(
        """
        IShape x = new Square();
        switch (x)
        {
            case Square square when square.Area() > 1: break;
            case Square square: square.Area(); break;
        }
        x.Area();
        """,
        """
        [Owned] interface IShape { int Area(); }
        class Square : IShape { public int Area() => 1; }
        """);

    [Fact]
    public Task A_type_test_is_accepted() => Moves.Body(
        """
        var x = Make();
        object o = x;
        if (o is Config || x is IDisposable) Look(x);
        """);

    [Fact]
    public Task The_name_that_a_pattern_gave_moved_twice_is_reported() => Moves.Body(
        """
        if (Make() is { } x)
        {
            Take(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task The_name_that_a_pattern_gave_to_a_new_value_moved_once_is_accepted() => Moves.Body(
        """
        if (Make() is { } x) Take(x);
        """);

    [Fact]
    public Task Of_the_uses_behind_one_move_the_one_inside_the_pattern_is_told_as_in_rustc() => Moves.Body(
        """
        var x = Make();
        Take(x);
        switch (x.Left)
        {
            case { } left: Look(left); Look({|RVG0382:x.Right|}); break;
            case null: break;
        }
        """);

    [Fact]
    public Task A_switch_over_a_part_that_is_still_there_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x.Right);
        switch (x.Left)
        {
            case { } left: Look(left); break;
            case null: break;
        }
        """);
}
