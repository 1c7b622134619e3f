using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0507_MoveOutOfBorrow;

/// <summary>Delegates that can be called once, because their body moves what it captures.</summary>
public sealed class OnceTests
{
    private const string Delegates =
        """

        static class Delegates
        {
            public static void Twice(Action action) { action(); action(); }
            public static void Keep([Owned] Action action) { }
            public static async Task TwiceAsync([Borrowed] Func<Task> action) { await action(); await action(); }
        }
        """;

    [Fact]
    public Task A_capture_moved_in_a_delegate_that_may_run_again_is_reported() => Body(
        """
        var x = Make();
        Run(() => Take({|RVG0507:x|}));
        """);

    [Fact]
    public Task A_delegate_parameter_without_attributes_may_run_again() => Body(
        """
        var x = Make();
        Delegates.Twice(() => Take({|RVG0507:x|}));
        """);

    [Fact]
    public Task A_capture_moved_in_a_delegate_that_runs_once_is_accepted() => Body(
        """
        var x = Make();
        RunOnce(() => Take(x));
        """);

    [Fact]
    public Task A_parameter_of_code_that_knows_nothing_of_the_model_is_not_judged() => Body(
        """
        var x = Make();
        Array.ForEach(new[] { 1 }, _ => Take(x));
        """);

    [Fact]
    public Task A_capture_that_is_only_used_may_run_again() => Body(
        """
        var x = Make();
        Run(() => Look(x));
        Delegates.Twice(() => x.Bump());
        Take(x);
        """);

    [Fact]
    public Task A_moved_field_of_a_capture_is_reported() => Body(
        """
        var x = Make();
        Run(() => Take({|RVG0507:x.Left|}));
        """);

    [Fact]
    public Task A_dropped_capture_is_reported() => Body(
        """
        var x = Open();
        Run(() => {|RVG0507:x|}.Dispose());
        """);

    [Fact]
    public Task A_disposed_plain_value_is_accepted() => Body(
        """
        var x = new MemoryStream();
        Run(() => x.Dispose());
        """);

    [Fact]
    public Task The_move_is_found_through_variables() => Body(
        """
        var x = Make();
        Action action = () => Take({|RVG0507:x|});
        var other = action;
        Run(other);
        """);

    [Fact]
    public Task A_local_function_as_a_delegate_is_reported() => Body(
        """
        var x = Make();
        void Give() => Take({|RVG0507:x|});
        Run(Give);
        """);

    [Fact]
    public Task An_inner_delegate_takes_from_the_outer_one() => Body(
        """
        var x = Make();
        Run(() => RunOnce({|RVG0507:() => Take(x)|}));
        """);

    [Fact]
    public Task An_inner_delegate_of_one_that_runs_once_is_accepted() => Body(
        """
        var x = Make();
        RunOnce(() => RunOnce(() => Take(x)));
        """);

    [Fact]
    public Task An_asynchronous_delegate_is_reported() => Moves.AsyncBody(
        """
        var x = Make();
        await Delegates.TwiceAsync(async () => { await Task.Yield(); Take({|RVG0507:x|}); });
        """,
        Delegates);

    [Fact]
    public Task What_the_delegate_makes_itself_is_its_own() => Body(
        """
        Run(() =>
        {
            var x = Make();
            Take(x);
        });
        """);

    [Fact]
    public Task A_delegate_that_is_passed_on_through_a_type_parameter_is_accepted() => Body(
        """
        var x = Make();
        var action = Id<Action>(() => Take(x));
        action();
        """);

    [Fact]
    public Task A_kept_delegate_may_run_again() => Body(
        """
        var x = Make();
        Delegates.Keep(() => Take({|RVG0507:x|}));
        """);

    [Fact]
    public Task A_delegate_passed_where_it_runs_once_is_used_up() => Body(
        """
        var x = Make();
        Action action = () => Take(x);
        RunOnce(action);
        {|RVG0382:action|}();
        """);

    [Fact]
    public Task A_delegate_that_moves_nothing_is_not_used_up() => Body(
        """
        var x = Make();
        Action action = () => Look(x);
        RunOnce(action);
        RunOnce(action);
        action();
        """);

    [Fact]
    public Task The_body_of_a_method_calls_its_delegate_once() => Moves.Members(
        """
        static void Test([Once] Action action)
        {
            action();
            {|RVG0382:action|}();
        }
        """);

    [Fact]
    public Task The_body_of_a_method_may_call_its_delegate_on_each_path() => Moves.Members(
        """
        static void Test([Borrowed, Once] Action action, bool c)
        {
            if (c)
                action();
            else
                RunOnce(action);
        }
        """);

    private static Task Body(string statements) => Moves.Body(statements, Delegates);
}
