namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>A local function captures at each of its calls.</summary>
public sealed class LocalFunctionTests
{
    [Fact]
    public Task Moved_by_a_called_local_function_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Give();
        Look({|RVG0382:x|});
        void Give() => Take(x);
        """);

    [Fact]
    public Task Moved_by_a_local_function_that_is_called_twice_is_reported() => Moves.Body(
        """
        var x = Make();
        Give();
        {|RVG0382:Give()|};
        void Give() => Take(x);
        """);

    [Fact]
    public Task Moved_by_a_local_function_that_is_called_in_a_loop_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c) {|RVG0382:Give()|};
        void Give() => Take(x);
        """);

    [Fact]
    public Task A_local_function_that_nobody_calls_moves_nothing() => Moves.Body(
        """
        var x = Make();
        Look(x);
        void Give() => Take(x);
        """);

    [Fact]
    public Task Used_before_the_call_that_moves_is_accepted() => Moves.Body(
        """
        var x = Make();
        Look(x);
        Give();
        void Give() => Take(x);
        """);

    [Fact]
    public Task A_local_function_that_looks_is_accepted() => Moves.Body(
        """
        var x = Make();
        Show();
        Show();
        Take(x);
        void Show() => Look(x);
        """);

    [Fact]
    public Task A_call_of_a_local_function_that_looks_at_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:Show()|};
        void Show() => Look(x);
        """);

    [Fact]
    public Task Passed_to_a_local_function_that_takes_ownership_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Keep(x);
        Look({|RVG0382:x|});
        static void Keep([Owned] Config config) { }
        """);

    [Fact]
    public Task A_parameter_moved_and_used_inside_a_local_function_is_reported() => Moves.Body(
        """
        static void Keep(Config config)
        {
            Take(config);
            Look({|RVG0382:config|});
        }
        """);

    [Fact]
    public Task Moved_by_a_local_function_through_another_one_is_reported() => Moves.Body(
        """
        var x = Make();
        Outer();
        Look({|RVG0382:x|});
        void Outer() => Inner();
        void Inner() => Take(x);
        """);

    [Fact]
    public Task Local_functions_that_call_each_other_are_accepted() => Moves.Body(
        """
        var x = Make();
        Even(n);
        Look(x);
        void Even(int i) { if (i > 0) Odd(i - 1); }
        void Odd(int i) { Look(x); if (i > 0) Even(i - 1); }
        """);

    [Fact]
    public Task Moved_by_either_of_two_local_functions_that_call_each_other_is_reported() => Moves.Body(
        """
        var x = Make();
        Even(n);
        x = Make();
        Odd(n);
        Look({|RVG0382:x|});
        void Even(int i) { if (i > 0) Odd(i - 1); else Take(x); }
        void Odd(int i) => Even(i - 1);
        """);

    [Fact]
    public Task A_local_function_as_a_value_that_moves_is_reported() => Moves.Body(
        """
        var x = Make();
        RunOnce(Give);
        Look({|RVG0382:x|});
        void Give() => Take(x);
        """);

    [Fact]
    public Task One_field_moved_by_a_local_function_leaves_the_others_usable() => Moves.Body(
        """
        var x = Make();
        Give();
        Look(x.Right);
        Look({|RVG0382:x.Left|});
        void Give() => Take(x.Left);
        """);

    [Fact]
    public Task Moved_and_used_inside_a_local_function_is_reported_there() => Moves.Body(
        """
        var x = Make();
        Give();
        void Give()
        {
            Take(x);
            Look({|RVG0382:x|});
        }
        """);
}
