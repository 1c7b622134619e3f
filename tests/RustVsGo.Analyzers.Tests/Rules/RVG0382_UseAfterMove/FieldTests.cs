namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Partial moves: fields and auto-properties are places of their own.</summary>
public sealed class FieldTests
{
    [Fact]
    public Task A_moved_field_used_again_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        Look({|RVG0382:x.Left|});
        """);

    [Fact]
    public Task The_other_field_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        Look(x.Right);
        Take(x.Right);
        Console.WriteLine(x.Port + x.Host);
        """);

    [Fact]
    public Task The_whole_behind_a_moved_field_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_method_of_the_whole_behind_a_moved_field_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        {|RVG0382:x|}.Count();
        """);

    [Fact]
    public Task The_whole_moved_behind_a_moved_field_is_reported() => Moves.Body(
        """
        var x = Make();
        var left = x.Left;
        Take({|RVG0382:x|});
        """);

    [Fact]
    public Task The_whole_behind_two_moved_fields_is_reported_once() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        Take(x.Right);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_field_of_the_moved_whole_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        Look({|RVG0382:x.Left|});
        """);

    [Fact]
    public Task A_method_of_a_field_of_the_moved_whole_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x.Left|}.Weight();
        """);

    [Fact]
    public Task A_moved_field_that_was_assigned_again_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        x.Left = MakePart();
        Look(x.Left);
        Look(x);
        """);

    [Fact]
    public Task A_moved_field_that_was_assigned_on_one_path_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        if (c) x.Left = MakePart();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Of_two_moved_fields_one_assigned_again_does_not_restore_the_whole() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        Take(x.Right);
        x.Left = MakePart();
        Look(x.Left);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task The_whole_assigned_again_restores_its_fields() => Moves.Body(
        """
        var x = Make();
        Take(x.Left);
        x = Make();
        Look(x.Left);
        Look(x);
        """);

    [Fact]
    public Task A_field_assigned_after_the_whole_was_moved_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x.Left = MakePart()|};
        """);

    [Fact]
    public Task A_plain_field_assigned_after_the_whole_was_moved_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x.Port = 1|};
        """);

    [Fact]
    public Task A_field_assigned_after_the_move_is_reported_there_and_not_again() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x.Left = MakePart()|};
        Look(x.Left);
        """);

    [Fact]
    public Task A_moved_field_of_a_field_leaves_its_siblings_usable() => Moves.Body(
        """
        var x = new Pair();
        Take(x.First.Left);
        Look(x.First.Right);
        Look(x.Second);
        Look({|RVG0382:x.First|});
        """,
        "[Owned] class Pair { public Config First = Make(); public Config Second = Make(); }");

    [Fact]
    public Task A_field_of_a_moved_field_is_reported() => Moves.Body(
        """
        var x = new Pair();
        Take(x.First);
        Look({|RVG0382:x.First.Left|});
        """,
        "[Owned] class Pair { public Config First = Make(); public Config Second = Make(); }");

    [Fact]
    public Task An_auto_property_is_a_place_of_its_own() => Moves.Body(
        """
        var x = Make();
        Take(x.Spare);
        Look(x.Left);
        Look({|RVG0382:x.Spare|});
        """);

    [Fact]
    public Task An_auto_property_assigned_again_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(x.Spare);
        x.Spare = MakePart();
        Look(x);
        """);

    [Fact]
    public Task An_element_of_a_moved_tuple_is_reported() => Moves.Body(
        """
        var x = (Make(), 1);
        var y = x;
        Look({|RVG0382:x.Item1|});
        """);

    [Fact]
    public Task Elements_of_a_tuple_are_places_of_their_own() => Moves.Body(
        """
        var x = (A: Make(), B: Make());
        Take(x.A);
        Look(x.B);
        Look({|RVG0382:x.Item1|});
        """);

    [Fact]
    public Task Fields_of_this_may_be_moved_one_by_one_where_this_is_consumed() => Moves.Program(
        """
        [Owned] class Pair
        {
            Part _first = MakePart(), _second = MakePart();
            [Consumes] public void Split()
            {
                Take(_first);
                Look(_second);
                Look({|RVG0382:_first|});
            }
            [Consumes] public Part IntoFirst() => _first;
        }
        """);

    [Fact]
    public Task This_as_a_whole_behind_a_moved_field_is_reported() => Moves.Program(
        """
        [Owned] class Pair
        {
            Part _first = MakePart(), _second = MakePart();
            [Consumes] public void Split()
            {
                Take(_first);
                Keep({|RVG0382:this|});
            }
            static void Keep(Pair pair) { }
        }
        """);

    [Fact]
    public Task This_used_after_a_consuming_call_on_it_is_reported() => Moves.Program(
        """
        [Owned] class Pair
        {
            public int Count;
            [Consumes] public void Close() { }
            [Consumes] public int Test()
            {
                this.Close();
                return {|RVG0382:this.Count|};
            }
        }
        """);

    [Fact]
    public Task A_field_moved_in_a_loop_is_reported() => Moves.Body(
        """
        var x = Make();
        while (c) Take({|RVG0382:x.Left|});
        """);

    [Fact]
    public Task Moved_fields_on_different_paths_are_reported_at_the_whole() => Moves.Body(
        """
        var x = Make();
        if (c) Take(x.Left); else Take(x.Right);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task An_array_element_of_a_moved_array_is_reported() => Moves.Body(
        """
        var x = new[] { Make() };
        var y = x;
        Look({|RVG0382:x[0]|});
        """);

    [Fact]
    public Task An_element_assigned_in_a_moved_array_is_reported() => Moves.Body(
        """
        var x = new[] { Make() };
        var y = x;
        {|RVG0382:x[0]|} = Make();
        """);

    [Fact]
    public Task The_length_of_a_moved_array_is_reported() => Moves.Body(
        """
        var x = new[] { Make() };
        var y = x;
        Console.WriteLine({|RVG0382:x|}.Length);
        """);

    [Fact]
    public Task An_array_whose_elements_are_only_looked_at_is_accepted() => Moves.Body(
        """
        var x = new[] { Make(), Make() };
        Look(x[0]);
        x[1] = Make();
        foreach (var each in x) Look(each);
        var y = x;
        Look(y[1]);
        """);
}
