namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Lambdas and method groups capture places the weakest way that their bodies allow.</summary>
public sealed class ClosureTests
{
    [Fact]
    public Task Moved_into_a_lambda_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Action f = () => Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_into_a_lambda_with_a_block_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Action f = () => { if (c) { var y = x; } };
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_into_a_lambda_that_is_passed_on_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        RunOnce(() => Take(x));
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Returned_from_a_lambda_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Func<Config> f = () => x;
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Looked_at_by_a_lambda_is_accepted() => Moves.Body(
        """
        var x = Make();
        Action f = () => Look(x);
        f();
        Look(x);
        f();
        Take(x);
        """);

    [Fact]
    public Task A_clone_moved_in_a_lambda_is_accepted() => Moves.Body(
        """
        var x = Make();
        Action f = () => Take(x.Clone());
        f();
        Look(x);
        """);

    [Fact]
    public Task Changed_by_a_lambda_and_used_after_its_last_call_is_accepted() => Moves.Body(
        """
        var x = Make();
        Action f = () => x.Bump();
        f();
        f();
        Look(x);
        """);

    [Fact]
    public Task A_lambda_that_looks_at_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Run({|RVG0382:() => Look(x)|});
        """);

    [Fact]
    public Task A_lambda_that_moves_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        RunOnce({|RVG0382:() => Take(x)|});
        """);

    [Fact]
    public Task Moved_by_two_lambdas_is_reported_at_the_second() => Moves.Body(
        """
        var x = Make();
        RunOnce(() => Take(x));
        RunOnce({|RVG0382:() => Take(x)|});
        """);

    [Fact]
    public Task Moved_by_a_lambda_in_a_loop_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c) RunOnce({|RVG0382:() => Take(x)|});
        """);

    [Fact]
    public Task Made_and_moved_by_a_lambda_in_each_iteration_is_accepted() => Moves.Body(
        """
        while (c)
        {
            var x = Make();
            RunOnce(() => Take(x));
        }
        """);

    [Fact]
    public Task A_lambda_that_moves_its_capture_called_twice_is_reported() => Moves.Body(
        """
        var x = Make();
        Action f = () => Take(x);
        f();
        {|RVG0382:f|}();
        """);

    [Fact]
    public Task A_lambda_that_moves_its_capture_called_once_is_accepted() => Moves.Body(
        """
        var x = Make();
        Action f = () => Take(x);
        f();
        """);

    [Fact]
    public Task Moved_and_used_inside_a_lambda_is_reported_there() => Moves.Body(
        """
        var x = Make();
        RunOnce(() =>
        {
            Take(x);
            Look({|RVG0382:x|});
        });
        """);

    [Fact]
    public Task A_variable_of_the_lambda_itself_moved_and_used_is_reported() => Moves.Body(
        """
        Action f = () =>
        {
            var x = Make();
            Take(x);
            Look({|RVG0382:x|});
        };
        """);

    [Fact]
    public Task A_variable_of_the_lambda_itself_moved_once_is_accepted() => Moves.Body(
        """
        Action f = () =>
        {
            var x = Make();
            Look(x);
            Take(x);
        };
        f();
        f();
        """);

    [Fact]
    public Task A_parameter_of_a_lambda_that_its_delegate_makes_owned_is_reported() => Moves.Members(
        """
        delegate void Sink([Owned] Config config);
        static void Test()
        {
            Sink f = x =>
            {
                Take(x);
                Look({|RVG0382:x|});
            };
        }
        """);

    [Fact]
    public Task A_parameter_of_a_lambda_whose_delegate_says_nothing_is_plain() => Moves.Body(
        """
        Action<Config> f = x =>
        {
            Lend(x);
            Console.WriteLine(x.Port);
        };
        """);

    [Fact]
    public Task One_field_moved_into_a_lambda_leaves_the_others_usable() => Moves.Body(
        """
        var x = Make();
        RunOnce(() => Take(x.Left));
        Look(x.Right);
        Look({|RVG0382:x.Left|});
        """);

    [Fact]
    public Task A_field_looked_at_by_a_lambda_after_another_was_moved_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        Run(() => Look(x.Right));
        """);

    [Fact]
    public Task Moved_in_a_lambda_inside_a_lambda_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        RunOnce(() => RunOnce(() => Take(x)));
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Assigned_again_after_it_was_moved_into_a_lambda_that_is_gone_is_accepted() => Moves.Body(
        """
        var x = Make();
        RunOnce(() => Take(x));
        x = Make();
        Look(x);
        """);

    [Fact]
    public Task A_method_group_of_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Func<int> f = {|RVG0382:x|}.Count;
        """);

    [Fact]
    public Task A_method_group_of_a_value_is_accepted() => Moves.Body(
        """
        var x = Make();
        Func<int> f = x.Count;
        f();
        Look(x);
        f();
        Take(x);
        """);

    [Fact]
    public Task Moved_into_a_lambda_on_one_path_is_reported() => Moves.Body(
        """
        var x = Make();
        if (c) RunOnce(() => Take(x));
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_static_lambda_is_accepted() => Moves.Body(
        """
        var x = Make();
        Func<int, int> f = static i => i + 1;
        Take(x);
        f(n);
        """);

    [Fact]
    public Task Dropped_in_a_lambda_and_used_is_reported() => Moves.Body(
        """
        var x = Open();
        RunOnce(() => x.Dispose());
        Look({|RVG0382:x|});
        """);
}
