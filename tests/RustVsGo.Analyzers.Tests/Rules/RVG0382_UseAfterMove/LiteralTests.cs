namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Expressions that store values in a new one: tuples, arrays, initializers, <c>with</c>.</summary>
public sealed class LiteralTests
{
    [Fact]
    public Task Stored_in_a_tuple_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var t = (x, 1);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task One_value_twice_in_a_tuple_is_reported() => Moves.Body(
        """
        var x = Make();
        var t = (x, {|RVG0382:x|});
        """);

    [Fact]
    public Task What_a_tuple_owns_may_be_used_through_it() => Moves.Body(
        """
        var x = Make();
        var t = (x, 1);
        Look(t.Item1);
        Take(t.Item1);
        """);

    [Fact]
    public Task A_deconstructed_tuple_used_again_is_reported() => Moves.Body(
        """
        var t = (Make(), Make());
        var (x, y) = t;
        Look(x);
        Look(y);
        Look({|RVG0382:t.Item1|});
        """);

    [Fact]
    public Task What_a_deconstruction_discards_stays() => Moves.Body(
        """
        var t = (Make(), Make());
        var (x, _) = t;
        Look(t.Item2);
        Look({|RVG0382:t.Item1|});
        """);

    [Fact]
    public Task Deconstructed_into_variables_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var (y, z) = (x, 1);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Deconstructed_by_a_method_is_accepted() => Moves.Body(
        """
        var x = new Point();
        var (a, b) = x;
        x.Read();
        """,
        "[Owned] class Point { public void Read() { } public void Deconstruct(out int a, out int b) => a = b = 1; }");

    [Fact]
    public Task Stored_in_an_array_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var all = new[] { x, Make() };
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task One_value_twice_in_an_array_is_reported() => Moves.Body(
        """
        var x = Make();
        var all = new Config[] { x, {|RVG0382:x|} };
        """);

    [Fact]
    public Task Assigned_to_an_element_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var all = new Config[2];
        all[0] = x;
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Stored_in_a_nested_array_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var all = new[] { new[] { x } };
        var grid = new Config[,] { { Make(), {|RVG0382:x|} } };
        """);

    [Fact]
    public Task Stored_by_an_object_initializer_and_used_is_reported() => Moves.Body(
        """
        var x = MakePart();
        var y = new Config { Port = 1, Left = x };
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Stored_in_an_auto_property_by_an_object_initializer_and_used_is_reported() => Moves.Body(
        """
        var x = MakePart();
        var y = new Config { Spare = x };
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task One_value_stored_twice_by_an_object_initializer_is_reported() => Moves.Body(
        """
        var x = MakePart();
        var y = new Config { Left = x, Right = {|RVG0382:x|} };
        """);

    [Fact]
    public Task Stored_by_a_nested_object_initializer_and_used_is_reported() => Moves.Body(
        """
        var x = MakePart();
        var y = new Pair { First = { Left = x } };
        Look({|RVG0382:x|});
        """,
        "[Owned] class Pair { public Config First = Make(); }");

    [Fact]
    public Task Plain_members_of_an_object_initializer_are_accepted() => Moves.Body(
        """
        var x = Make();
        var y = new Config { Port = x.Port, Host = x.Host };
        Look(x);
        """);

    [Fact]
    public Task Added_by_a_collection_initializer_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var bag = new Bag { x };
        Look({|RVG0382:x|});
        """,
        """
        class Bag : System.Collections.IEnumerable
        {
            public void Add([Owned] Config config) { }
            public System.Collections.IEnumerator GetEnumerator() => null;
        }
        """);

    [Fact]
    public Task Stored_in_an_anonymous_object_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = new { x.Port, Config = x };
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Read_into_an_anonymous_object_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = new { x.Port, x.Host };
        Look(x);
        """);

    [Fact]
    public Task With_moves_the_fields_that_it_does_not_replace() => Moves.Body(
        """
        var x = new Doc("a", MakePart());
        var y = x with { Name = "b" };
        Look({|RVG0382:x.Body|});
        """,
        "[Owned] record Doc(string Name, Part Body);");

    [Fact]
    public Task With_that_replaces_every_owned_field_is_accepted() => Moves.Body(
        """
        var x = new Doc("a", MakePart());
        var y = x with { Body = MakePart() };
        Look(x.Body);
        Console.WriteLine(x.Name);
        """,
        "[Owned] record Doc(string Name, Part Body);");

    [Fact]
    public Task With_of_a_moved_record_is_reported() => Moves.Body(
        """
        var x = new Doc("a");
        var y = x;
        var z = {|RVG0382:x|} with { Name = "b" };
        """,
        "[Owned] record Doc(string Name);");

    [Fact]
    public Task Stored_in_a_new_object_and_used_is_reported() => Moves.Body(
        """
        var x = MakePart();
        var y = new Box(x);
        Look({|RVG0382:x|});
        """,
        "class Box([Owned] Part part) { public readonly Part Part = part; }");

    [Fact]
    public Task Stored_in_a_positional_record_and_used_is_reported() => Moves.Body(
        """
        var x = MakePart();
        var y = new Doc("a", x);
        Look({|RVG0382:x|});
        """,
        "record Doc(string Name, Part Body);");

    [Fact]
    public Task Stored_in_a_static_and_used_is_reported() => Moves.Members(
        """
        static Config s_last;
        static void Test()
        {
            var x = Make();
            s_last = x;
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task Stored_in_a_field_of_this_and_used_is_reported() => Moves.Members(
        """
        Config _last;
        void Test()
        {
            var x = Make();
            _last = x;
            Look({|RVG0382:x|});
        }
        """);
}
