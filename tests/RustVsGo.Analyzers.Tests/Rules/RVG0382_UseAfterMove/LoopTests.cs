namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>A move in a loop counts in the next iteration.</summary>
public sealed class LoopTests
{
    [Theory]
    [InlineData("while (c) Take({|RVG0382:x|});")]
    [InlineData("do Take({|RVG0382:x|}); while (c);")]
    [InlineData("for (var i = 0; i < n; i++) Take({|RVG0382:x|});")]
    [InlineData("foreach (var i in new[] { 1, 2 }) Take({|RVG0382:x|});")]
    [InlineData("while (true) Take({|RVG0382:x|});")]
    [InlineData("again: Take({|RVG0382:x|}); if (c) goto again;")]
    public Task Moved_in_a_loop_is_reported(string loop) => Moves.Body("var x = Make(); " + loop);

    [Theory]
    [InlineData("while (c) { Take(x); break; }")]
    [InlineData("do { Take(x); } while (false);")]
    [InlineData("for (;;) { Take(x); return; }")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { Take(x); break; }")]
    [InlineData("while (true) { if (c) { Take(x); break; } Look(x); }")]
    [InlineData("while (c) { if (d) { Take(x); throw new InvalidOperationException(); } Look(x); }")]
    public Task Moved_in_a_loop_that_ends_there_is_accepted(string loop) => Moves.Body("var x = Make(); " + loop);

    [Theory]
    [InlineData("while (c) { var x = Make(); Take(x); }")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { var x = Make(); var y = x; Take(y); }")]
    [InlineData("for (var x = Make(); c; x = Make()) Take(x);")]
    [InlineData("Config x; while (c) { x = Make(); Take(x); }")]
    public Task Made_anew_in_each_iteration_is_accepted(string loop) => Moves.Body(loop);

    [Fact]
    public Task Used_behind_the_loop_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c) { Take(x); break; }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Used_first_and_moved_last_in_a_loop_is_reported_at_the_use() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            Look({|RVG0382:x|});
            Take(x);
        }
        """);

    [Fact]
    public Task Given_a_new_value_at_the_end_of_each_iteration_is_accepted() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            Look(x);
            Take(x);
            x = Make();
        }
        Look(x);
        """);

    [Fact]
    public Task Given_a_new_value_on_some_path_of_the_iteration_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            Take({|RVG0382:x|});
            if (d) x = Make();
        }
        """);

    [Fact]
    public Task A_continue_before_the_new_value_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            Take({|RVG0382:x|});
            if (d) continue;
            x = Make();
        }
        """);

    [Fact]
    public Task A_break_before_the_new_value_is_reported_behind_the_loop() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            Take(x);
            if (d) break;
            x = Make();
        }
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_before_a_continue_and_used_in_the_next_iteration_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            if (d) { Take(x); continue; }
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Moved_by_the_condition_of_a_loop_is_reported() => Moves.Body(
        """
        var x = Make();
        while (Takes({|RVG0382:x|})) { }
        """);

    [Fact]
    public Task Moved_in_an_inner_loop_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c) while (d) Take({|RVG0382:x|});
        """);

    [Fact]
    public Task A_new_value_in_the_outer_loop_does_not_serve_the_inner_one() => Moves.Body(
        """
        Config x;
        while (c)
        {
            x = Make();
            while (d) Take({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_new_value_in_the_inner_loop_is_accepted() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            while (d) { Take(x); x = Make(); }
            Look(x);
        }
        """);

    [Fact]
    public Task A_break_out_of_the_inner_loop_alone_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c)
        {
            while (d) { Take({|RVG0382:x|}); break; }
        }
        """);

    [Fact]
    public Task Two_values_that_change_places_in_each_iteration_are_accepted() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        while (c)
        {
            var z = x;
            x = y;
            y = z;
        }
        Look(x);
        Look(y);
        """);

    [Fact]
    public Task Moved_before_the_loop_and_used_in_it_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        while (c) Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_behind_the_loop_is_accepted() => Moves.Body(
        """
        var x = Make();
        while (c) Look(x);
        Take(x);
        """);

    [Fact]
    public Task Handed_on_to_a_variable_of_the_next_iteration_is_accepted() => Moves.Body(
        """
        var current = Make();
        for (var i = 0; i < n; i++)
        {
            var next = Make();
            Take(current);
            current = next;
        }
        Look(current);
        """);

    [Fact]
    public Task The_elements_of_an_owned_sequence_are_owned() => Moves.Members(
        """
        static IEnumerable<Config> All() { yield return Make(); }
        static void Test()
        {
            foreach (var x in All())
            {
                Take(x);
                Look({|RVG0382:x|});
            }
        }
        """);

    [Fact]
    public Task An_element_of_an_owned_sequence_moved_once_is_accepted() => Moves.Members(
        """
        static IEnumerable<Config> All() { yield return Make(); }
        static void Test()
        {
            foreach (var x in All()) Take(x);
        }
        """);

    [Fact]
    public Task A_moved_array_in_a_foreach_is_reported() => Moves.Body(
        """
        var all = new[] { Make() };
        var other = all;
        foreach (var x in {|RVG0382:all|}) Look(x);
        """);
}
