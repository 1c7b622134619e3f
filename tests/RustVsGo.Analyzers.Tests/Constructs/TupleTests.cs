namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Tuples and deconstruction: an element is a place; what is deconstructed is moved element by element.</summary>
public sealed class TupleTests
{
    [Fact]
    public Task An_element_moved_out_of_a_tuple_leaves_the_other() => Construct.Body(
        """
        var t = (Left: Make(), Right: Make());
        Take(t.Left);
        Look(t.Right);
        Look({|RVG0382:t.Item1|});
        """);

    [Fact]
    public Task A_borrow_out_of_an_element_conflicts_with_that_element_alone() => Construct.Body(
        """
        var t = (Make(), Make());
        var p = t.Item1.View();
        t.Item2.Touch();
        {|RVG0502:t.Item1|}.Touch();
        Look(p);
        """);

    [Fact]
    public Task A_tuple_with_an_owned_element_is_moved_as_a_whole() => Construct.Body(
        """
        var t = (Make(), 1);
        var u = t;
        Look({|RVG0382:t.Item1|});
        """);

    [Fact]
    public Task A_tuple_of_plain_elements_is_copied() => Construct.Body(
        """
        var t = (1, "a");
        var u = t;
        Lend(t.Item2 + u.Item2);
        """);

    [Fact]
    public Task Deconstructed_into_new_variables_is_moved_element_by_element() => Construct.Body(
        """
        var t = (Make(), Make());
        var (a, b) = t;
        Take(a);
        Look(b);
        Look({|RVG0382:t.Item1|});
        """);

    [Fact]
    public Task A_discarded_element_stays() => Construct.Body(
        """
        var t = (Make(), Make());
        (_, var b) = t;
        Take(t.Item1);
        Take(b);
        """);

    [Fact]
    public Task A_mixed_deconstruction_declares_and_assigns() => Construct.Body(
        """
        Data a = null;
        var x = Make();
        (a, var b) = (x, 1);
        Look({|RVG0382:x|});
        Look(a);
        """);

    [Fact]
    public Task A_mixed_deconstruction_that_assigns_what_is_borrowed_is_reported() => Construct.Body(
        """
        var a = Make();
        var p = a.View();
        ({|RVG0506:a|}, var b) = (Make(), 1);
        Look(p);
        """);

    [Fact]
    public Task A_nested_deconstruction_moves_the_innermost_elements() => Construct.Body(
        """
        var t = (Make(), (Make(), 1));
        var (a, (b, i)) = t;
        Look(a);
        Look(b);
        Look({|RVG0382:t.Item2.Item1|});
        """);

    [Fact]
    public Task A_nested_deconstruction_of_variables_moves_them() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var (a, (b, i)) = (x, (y, 1));
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        Look(a);
        Look(b);
        """);

    [Fact]
    public Task Variables_that_change_places_are_accepted() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        (x, y) = (y, x);
        Take(x);
        Take(y);
        """);

    [Fact]
    public Task Fields_that_change_places_are_accepted() => Construct.Body(
        """
        var x = Make();
        (x.A, x.B) = (x.B, x.A);
        Look(x);
        """);

    [Fact]
    public Task Deconstructed_into_fields_stores() => Construct.Body(
        """
        var x = Make();
        var p = MakePart();
        (x.A, x.N) = (p, 1);
        Look({|RVG0382:p|});
        Look(x);
        """);

    [Fact]
    public Task A_Deconstruct_of_ones_own_borrows_its_receiver() => Construct.Body(
        """
        var x = new Pair();
        var p = x.View();
        var (a, b) = x;
        Look(p);
        var y = x;
        var (e, f) = {|RVG0382:x|};
        """,
        Pairs);

    [Fact]
    public Task What_a_Deconstruct_of_ones_own_gives_is_owned() => Construct.Body(
        """
        var x = new Pair();
        var (a, b) = x;
        Take(a);
        Look({|RVG0382:a|});
        x.Touch();
        """,
        Pairs);

    [Fact]
    public Task What_a_nested_Deconstruct_of_ones_own_gives_is_owned() => Construct.Body(
        """
        var x = new Pair();
        var y = Make();
        var ((a, b), z) = (x, y);
        Take(a);
        Look({|RVG0382:a|});
        Look({|RVG0382:y|});
        Look(z);
        x.Touch();
        """,
        Pairs);

    [Fact]
    public Task A_Deconstruct_extension_borrows_what_it_deconstructs() => Construct.Body(
        """
        var x = Make();
        var (i, name) = x;
        Take(x);
        var (j, other) = {|RVG0382:x|};
        """,
        "static class Parts { public static void Deconstruct(this Data data, out int n, out string name) { n = data.N; name = data.Name; } }");

    [Fact]
    public Task A_record_deconstructs_into_its_own_parts() => Construct.Body(
        """
        var x = new Doc(MakePart(), "a");
        var (body, name) = x;
        Look(body);
        Look({|RVG0382:x.Body|});
        """,
        "[Owned] record Doc(Part Body, string Name);");

    [Fact]
    public Task A_record_deconstructed_for_its_plain_parts_stays() => Construct.Body(
        """
        var x = new Doc(MakePart(), "a");
        var (_, name) = x;
        Look(x.Body);
        Lend(name);
        Take(x.Body);
        """,
        "[Owned] record Doc(Part Body, string Name);");

    [Fact]
    public Task Compared_tuples_are_only_read() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        if ((x, 1) == (y, 2) || (x, y) != (y, x))
            Look(x);
        Take(x);
        if (({|RVG0382:x|}, 1) == (y, 2))
            Risky();
        """);

    [Fact]
    public Task A_tuple_of_many_elements_is_followed() => Construct.Body(
        """
        var t = (1, 2, 3, 4, 5, 6, 7, 8, Make());
        Take(t.Item9);
        Look({|RVG0382:t.Item9|});
        """);

    private const string Pairs =
        """
        [Owned] class Pair
        {
            public int N;
            public Part First = new();
            [return: Borrowed] public Part View() => First;
            [Mutates] public void Touch() => N++;
            public void Deconstruct(out Part a, out int b) { a = First.Dup(); b = N; }
        }
        """;
}
