namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Type parameters, containers that own their elements, <c>ref</c>, <c>out</c> and <c>in</c>.</summary>
public sealed class GenericTests
{
    [Fact]
    public Task Given_to_a_type_parameter_for_good_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        Swallow(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Given_to_a_type_parameter_and_bound_again_is_reported_under_the_old_name() => Moves.Body(
        """
        var x = Make();
        var y = Id(x);
        Look(y);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Bound_to_its_own_name_again_is_accepted() => Moves.Body(
        """
        var x = Make();
        x = Id(x);
        Look(x);
        """);

    [Fact]
    public Task A_call_whose_result_is_dropped_only_lends() => Moves.Body(
        """
        var x = Make();
        Id(x);
        Look(x);
        """);

    [Fact]
    public Task A_plain_value_given_to_a_type_parameter_is_accepted() => Moves.Body(
        """
        var x = "x";
        Swallow(x);
        Swallow(Id(x));
        """);

    [Fact]
    public Task A_borrow_given_to_a_type_parameter_is_lent() => Moves.Body(
        """
        var x = Make();
        var r = Own.Borrow(x);
        Look(Id(r));
        Look(r);
        Look(x);
        """);

    [Fact]
    public Task A_parameter_of_an_owned_type_parameter_is_moved() => Moves.Members(
        """
        static (T, T) Twice<[Owned] T>(T x) => (x, {|RVG0382:x|});
        """);

    [Fact]
    public Task An_owned_parameter_of_an_unbound_type_parameter_is_moved() => Moves.Members(
        """
        static (T, T) Twice<T>([Owned] T x) => (x, {|RVG0382:x|});
        """);

    [Fact]
    public Task A_parameter_constrained_to_a_move_type_is_moved() => Moves.Members(
        """
        static void Test<T>(T x) where T : Config
        {
            Take(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_parameter_of_an_unbound_type_parameter_is_not_followed() => Moves.Members(
        """
        static (T, T) Twice<T>(T x) => (x, x);
        """);

    private const string Bag =
        """
        class Bag<[Owned] T>
        {
            public void Put(T item) { }
            public int Count => 0;
        }
        """;

    [Fact]
    public Task Put_into_a_container_that_owns_its_elements_and_used_is_reported() => Moves.Body(
        """
        var bag = new Bag<Config>();
        var x = Make();
        bag.Put(x);
        Look({|RVG0382:x|});
        """,
        Bag);

    [Fact]
    public Task A_plain_element_of_a_container_is_accepted() => Moves.Body(
        """
        var bag = new Bag<string>();
        var x = "x";
        bag.Put(x);
        bag.Put(x);
        """,
        Bag);

    [Fact]
    public Task A_container_of_a_move_type_is_moved_itself() => Moves.Body(
        """
        var bag = new Bag<Config>();
        var other = bag;
        Console.WriteLine({|RVG0382:bag|}.Count);
        """,
        Bag);

    [Fact]
    public Task A_container_of_plain_elements_may_have_two_names() => Moves.Body(
        """
        var bag = new Bag<string>();
        var other = bag;
        Console.WriteLine(bag.Count + other.Count);
        """,
        Bag);

    [Fact]
    public Task A_container_of_a_container_of_a_move_type_is_moved() => Moves.Body(
        """
        var bag = new Bag<Bag<Config[]>>();
        var other = bag;
        Console.WriteLine({|RVG0382:bag|}.Count);
        """,
        Bag);

    [Fact]
    public Task A_nullable_struct_of_a_move_type_is_moved() => Moves.Body(
        """
        Handle? x = new Handle();
        var y = x;
        if ({|RVG0382:x|} is null) return;
        """,
        "[Owned] struct Handle { public int Fd; }");

    [Fact]
    public Task What_an_out_argument_received_is_owned() => Moves.Body(
        """
        TryMake(out var x);
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task An_out_argument_gives_a_moved_variable_a_new_value() => Moves.Body(
        """
        var x = Make();
        Take(x);
        TryMake(out x);
        Look(x);
        """);

    [Fact]
    public Task A_moved_value_passed_by_ref_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Change(ref {|RVG0382:x|});
        static void Change(ref Config config) { }
        """);

    [Fact]
    public Task A_value_passed_by_ref_stays() => Moves.Body(
        """
        var x = Make();
        Change(ref x);
        Look(x);
        static void Change(ref Config config) => config = Make();
        """);

    [Fact]
    public Task A_moved_value_passed_by_in_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        See(in {|RVG0382:x|});
        static void See(in Config config) { }
        """);

    [Fact]
    public Task A_value_passed_by_in_stays() => Moves.Body(
        """
        var x = Make();
        See(in x);
        See(x);
        Look(x);
        static void See(in Config config) { }
        """);

    [Fact]
    public Task Given_away_through_an_out_parameter_and_used_is_reported() => Moves.Members(
        """
        static void Test(out Config result)
        {
            var x = Make();
            result = x;
            Look(result);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Own_Take_leaves_a_usable_place() => Moves.Body(
        """
        var x = Make();
        var y = Own.Take(ref x);
        Look(y);
        x = Make();
        Look(x);
        """);

    [Fact]
    public Task The_place_behind_Own_Take_needs_no_new_value() => Moves.Body(
        """
        var x = Make();
        Take(Own.Take(ref x.Left));
        if (x.Left is null) Look(x);
        """);

    [Fact]
    public Task The_new_value_of_Own_Replace_used_again_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        Take(Own.Replace(ref x, y));
        Look(x);
        Look({|RVG0382:y|});
        """);

    [Fact]
    public Task Borrowed_by_Own_Borrow_and_moved_later_is_accepted() => Moves.Body(
        """
        var x = Make();
        var r = Own.Borrow(x);
        Look(r);
        Take(x);
        """);

    [Fact]
    public Task Borrowed_by_Own_Borrow_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        var r = Own.Borrow({|RVG0382:x|});
        """);

    [Fact]
    public Task A_ref_local_to_a_moved_variable_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        ref var r = ref {|RVG0382:x|};
        """);
}
