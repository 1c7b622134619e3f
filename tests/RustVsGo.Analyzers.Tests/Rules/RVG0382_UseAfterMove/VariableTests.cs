namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Moves from variable to variable, and what makes a variable usable again.</summary>
public sealed class VariableTests
{
    [Fact]
    public Task Bound_to_another_variable_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = x;
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task The_new_owner_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = x;
        Look(y);
        """);

    [Fact]
    public Task Moved_on_and_on_only_the_last_owner_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = x;
        var z = y;
        Look(z);
        Look({|RVG0382:y|});
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Assigned_to_a_variable_declared_before_and_used_is_reported() => Moves.Body(
        """
        Config y;
        var x = Make();
        y = x;
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Given_a_new_value_before_the_use_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x);
        x = Make();
        Look(x);
        """);

    [Fact]
    public Task Given_a_new_value_too_late_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Look({|RVG0382:x|});
        x = Make();
        Look(x);
        """);

    [Fact]
    public Task Assigned_null_before_the_use_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x);
        x = null;
        if (x is null) x = Make();
        Look(x);
        """);

    [Fact]
    public Task Assigned_to_itself_is_accepted() => Moves.Body(
        """
        var x = Make();
        x = x;
        Look(x);
        """);

    [Fact]
    public Task Assigned_to_a_discard_is_accepted() => Moves.Body(
        """
        var x = Make();
        _ = x;
        Look(x);
        """);

    [Fact]
    public Task Swapped_by_deconstruction_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        (x, y) = (y, x);
        Look(x);
        Look(y);
        """);

    [Fact]
    public Task Moved_in_parentheses_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = ((x));
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_by_a_null_forgiving_expression_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = x!;
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_by_a_cast_to_its_own_type_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = (Config)x;
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Moved_to_a_variable_of_an_owned_interface_is_reported() => Moves.Body(
        """
        var x = new Square();
        IShape y = x;
        {|RVG0382:x|}.Area();
        """,
        """
        [Owned] interface IShape { int Area(); }
        class Square : IShape { public int Area() => 1; }
        """);

    [Fact]
    public Task Named_as_an_object_is_accepted() => Moves.Body(
        """
        var x = Make();
        object o = x;
        Look(x);
        """);

    [Fact]
    public Task Moved_through_its_name_as_an_object_is_reported() => Moves.Body(
        """
        var x = Make();
        object o = x;
        Take((Config)o);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task The_middle_of_an_assignment_chain_is_reported() => Moves.Body(
        """
        Config x, y;
        y = x = Make();
        Look(y);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Several_uses_after_one_move_are_reported_once() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Look({|RVG0382:x|});
        Look(x);
        Look(x);
        """);

    [Fact]
    public Task Each_move_of_a_moved_value_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Take({|RVG0382:x|});
        Take({|RVG0382:x|});
        """);

    [Fact]
    public Task Used_before_the_move_is_accepted() => Moves.Body(
        """
        var x = Make();
        Look(x);
        Edit(x);
        Take(x);
        """);

    [Fact]
    public Task What_was_read_out_before_the_move_is_accepted() => Moves.Body(
        """
        var x = Make();
        var host = x.Host;
        var port = x.Port;
        Take(x);
        Console.WriteLine(host + port);
        """);

    [Fact]
    public Task A_moved_clone_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x.Clone());
        Look(x);
        """);

    [Fact]
    public Task Another_variable_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        Take(x);
        Look(y);
        """);

    [Fact]
    public Task A_variable_of_the_same_name_in_the_next_scope_is_accepted() => Moves.Body(
        """
        { var x = Make(); Take(x); }
        { var x = Make(); Look(x); }
        """);

    [Fact]
    public Task A_plain_value_is_accepted() => Moves.Body(
        """
        var text = "x";
        var list = new List<int>();
        var (copy, alias) = (text, list);
        list.Add(text.Length);
        alias.Add(copy.Length + list.Count);
        """);

    [Fact]
    public Task Moved_out_of_a_parameter_and_used_is_reported() => Moves.Members(
        """
        static void Test(Config x)
        {
            Take(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Asked_whether_it_is_null_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        if ({|RVG0382:x|} is null) return;
        """);

    [Fact]
    public Task Compared_with_null_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        if ({|RVG0382:x|} == null) return;
        """);

    [Fact]
    public Task Named_by_nameof_after_the_move_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Console.WriteLine(nameof(x));
        """);

    [Fact]
    public Task An_owned_struct_copied_and_used_is_reported() => Moves.Body(
        """
        var x = new Handle();
        var y = x;
        {|RVG0382:x|}.Read();
        """,
        "[Owned] struct Handle { public int Fd; public int Read() => Fd; }");

    [Fact]
    public Task A_plain_struct_copied_and_used_is_accepted() => Moves.Body(
        """
        var x = DateTime.Now;
        var y = x;
        Console.WriteLine(x + (y - x));
        """);
}
