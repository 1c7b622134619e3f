namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>What a call does to its receiver and its arguments.</summary>
public sealed class CallTests
{
    [Fact]
    public Task Passed_to_an_owned_parameter_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Passed_to_an_owned_parameter_twice_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Take({|RVG0382:x|});
        """);

    [Fact]
    public Task Passed_to_a_parameter_that_says_nothing_and_used_is_reported() => Moves.Members(
        """
        static void Keep(Config config) { }
        static void Test()
        {
            var x = Make();
            Keep(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Passed_to_a_borrowed_parameter_is_accepted() => Moves.Body(
        """
        var x = Make();
        Look(x);
        Look(x);
        """);

    [Fact]
    public Task Passed_to_an_exclusively_borrowed_parameter_is_accepted() => Moves.Body(
        """
        var x = Make();
        Edit(x);
        Look(x);
        """);

    [Fact]
    public Task Passed_as_an_object_is_accepted() => Moves.Body(
        """
        var x = Make();
        Lend(x);
        Console.WriteLine(x);
        Console.WriteLine($"{x} {x.Host}");
        Look(x);
        """);

    [Fact]
    public Task Passed_as_an_object_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Lend({|RVG0382:x|});
        """);

    [Fact]
    public Task Written_into_a_string_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Console.WriteLine($"{{|RVG0382:x|}}");
        """);

    [Fact]
    public Task A_field_read_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Console.WriteLine({|RVG0382:x.Port|});
        """);

    [Fact]
    public Task A_method_called_after_the_move_is_reported_at_its_receiver() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x|}.Count();
        """);

    [Fact]
    public Task A_method_called_conditionally_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x|}?.Bump();
        """);

    [Fact]
    public Task The_receiver_of_a_consuming_method_used_again_is_reported() => Moves.Body(
        """
        var x = Make();
        Look(x.Into());
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task The_receiver_of_a_borrowing_or_mutating_method_is_accepted() => Moves.Body(
        """
        var x = Make();
        x.Count();
        x.Bump();
        Look(x);
        """);

    [Fact]
    public Task The_receiver_of_an_extension_method_is_accepted() => Moves.Body(
        """
        var x = Make();
        x.Width();
        Look(x);
        """,
        "static class Extensions { public static int Width(this Config config) => config.Port; }");

    [Fact]
    public Task The_receiver_of_a_consuming_extension_method_used_again_is_reported() => Moves.Body(
        """
        var x = Make();
        x.Discard();
        Look({|RVG0382:x|});
        """,
        "static class Extensions { [Consumes] public static void Discard(this Config config) { } }");

    [Fact]
    public Task Two_owned_parameters_given_one_value_are_reported() => Moves.Body(
        """
        var x = Make();
        Both(x, {|RVG0382:x|});
        static void Both(Config a, Config b) { }
        """);

    [Fact]
    public Task Moved_and_used_in_one_argument_list_is_reported() => Moves.Body(
        """
        var x = Make();
        With(x, {|RVG0382:x.Port|});
        static void With([Owned] Config config, int port) { }
        """);

    [Fact]
    public Task Used_and_moved_in_one_argument_list_is_accepted() => Moves.Body(
        """
        var x = Make();
        With(x.Port, x);
        static void With(int port, [Owned] Config config) { }
        """);

    [Fact]
    public Task Named_arguments_are_taken_in_the_order_in_which_they_are_written() => Moves.Body(
        """
        var x = Make();
        With(port: x.Port, config: x);
        var y = Make();
        With(config: y, port: {|RVG0382:y.Port|});
        static void With([Owned] Config config, int port) { }
        """);

    [Fact]
    public Task Passed_in_a_params_array_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        All(x, y);
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        static void All(params Config[] all) { }
        """);

    [Fact]
    public Task Passed_in_a_params_array_of_objects_is_accepted() => Moves.Body(
        """
        var x = Make();
        All("x", x, 1);
        Look(x);
        static void All(params object[] all) { }
        """);

    [Fact]
    public Task Passed_to_a_delegate_without_contract_is_accepted() => Moves.Members(
        """
        static void Test(Action<Config> look)
        {
            var x = Make();
            look(x);
            Look(x);
        }
        """);

    [Fact]
    public Task Passed_to_a_delegate_that_takes_ownership_and_used_is_reported() => Moves.Members(
        """
        delegate void Sink([Owned] Config config);
        static void Test(Sink sink)
        {
            var x = Make();
            sink(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Passed_through_a_call_inside_a_call_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Look(Id(x));
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Passed_to_its_own_method_recursively_is_accepted() => Moves.Members(
        """
        static void Test(Config x, int n)
        {
            if (n > 0) Test(x, n - 1);
            else Look(x);
        }
        """);

    [Fact]
    public Task A_returned_value_is_accepted() => Moves.Members(
        """
        static Config Test(bool c)
        {
            var x = Make();
            if (c) return x;
            Look(x);
            return x;
        }
        """);

    [Fact]
    public Task An_implementation_borrows_where_its_interface_says_so() => Moves.Body(
        """
        var x = Make();
        new Viewer().View(x);
        Look(x);
        """,
        """
        interface IViewer { void View([Borrowed] Config config); }
        class Viewer : IViewer { public void View(Config config) { } }
        """);

    [Fact]
    public Task An_override_borrows_where_its_base_says_so() => Moves.Body(
        """
        var x = Make();
        new Viewer().View(x);
        Look(x);
        """,
        """
        abstract class ViewerBase { public abstract void View([Borrowed] Config config); }
        class Viewer : ViewerBase { public override void View(Config config) { } }
        """);

    [Fact]
    public Task An_implementation_of_an_interface_that_knows_no_ownership_is_accepted() => Moves.Body(
        """
        var x = Make();
        new Observer().OnNext(x);
        Look(x);
        """,
        """
        class Observer : IObserver<Config>
        {
            public void OnCompleted() { }
            public void OnError(Exception error) { }
            public void OnNext(Config value) { }
        }
        """);

    [Fact]
    public Task A_comparison_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        if (x.Equals(y) || ReferenceEquals(x, y) || x == y) Look(x);
        new ByPort().Compare(x, y);
        Look(y);
        """,
        "class ByPort : IComparer<Config> { public int Compare(Config a, Config b) => a.Port - b.Port; }");
}
