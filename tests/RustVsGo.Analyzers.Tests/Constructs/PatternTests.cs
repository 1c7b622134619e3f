namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>switch</c> statements and expressions, every kind of pattern, <c>is</c>, <c>as</c>, casts, boxing.</summary>
public sealed class PatternTests
{
    [Fact]
    public Task A_constant_pattern_reads_what_is_borrowed_exclusively() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.N;
        if ({|RVG0503:x.N|} is 3)
            s = 1;
        s = 2;
        """);

    [Fact]
    public Task A_constant_pattern_is_accepted() => Construct.Body(
        """
        var x = Make();
        if (x.N is 3 or 4 && x is not null && x.Name is "a")
            x.Touch();
        """);

    [Fact]
    public Task A_relational_pattern_on_a_moved_value_is_reported() => Construct.Body(
        """
        var x = Make();
        Take(x);
        if ({|RVG0382:x.N|} is > 3 and < 10)
            Risky();
        """);

    [Fact]
    public Task A_property_pattern_on_a_moved_part_is_reported() => Construct.Body(
        """
        var x = Make();
        Take(x.A);
        if (x is { {|RVG0382:A.N|}: 3 })
            Risky();
        """);

    [Fact]
    public Task A_property_pattern_on_another_part_is_accepted() => Construct.Body(
        """
        var x = Make();
        Take(x.A);
        if (x.B is { N: > 3 } p)
            Look(p);
        """);

    [Fact]
    public Task A_name_in_a_property_pattern_names_the_part() => Construct.Body(
        """
        var x = Make();
        if (x is { A: var p, B: { N: 1 } })
        {
            Take(p);
            Look({|RVG0382:x.A|});
            Look(x.B);
        }
        """);

    [Fact]
    public Task A_declaration_pattern_moves_as_its_name_is_used() => Construct.Body(
        """
        var x = Make();
        if (x is Data y)
        {
            Take(y);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_type_pattern_moves_nothing() => Construct.Body(
        """
        var x = Make();
        switch (x)
        {
            case Data:
                Look(x);
                break;
        }

        Take(x);
        """);

    [Fact]
    public Task A_positional_pattern_of_a_record_looks_at_it() => Construct.Body(
        """
        var x = new Pair(MakePart(), 1);
        if (x is (_, 1))
            Look(x.Left);
        if (x is ({ N: 2 }, var i))
            Lend(i);
        Take(x.Left);
        if (x is (_, 2))
            Risky();
        if (x is ({ {|RVG0382:N|}: 2 }, _))
            Risky();
        """,
        "[Owned] record Pair(Part Left, int Right);");

    [Fact]
    public Task A_name_in_a_positional_pattern_of_a_record_names_the_property() => Construct.Body(
        """
        var x = new Pair(MakePart(), 1);
        if (x is (var p, > 0))
        {
            Take(p);
            Look({|RVG0382:x.Left|});
        }
        """,
        "[Owned] record Pair(Part Left, int Right);");

    [Fact]
    public Task A_positional_pattern_by_a_method_borrows_its_input() => Construct.Body(
        """
        var x = new Range(1, 2);
        var y = x;
        if ({|RVG0382:x|} is (1, _))
            Risky();
        if (y is (1, var i))
            Lend(i);
        Look(y.Kept);
        """,
        "[Owned] class Range(int from, int to) { public Part Kept = new(); public void Deconstruct(out int a, out int b) => (a, b) = (from, to); }");

    [Fact]
    public Task What_a_positional_pattern_by_a_method_names_is_owned() => Construct.Body(
        """
        var x = new Maker();
        if (x is (var p, _))
        {
            Take(p);
            Look({|RVG0382:p|});
            x.Touch();
        }
        """,
        "[Owned] class Maker { public int N; [Mutates] public void Touch() => N++; public void Deconstruct(out Part part, out int n) { part = new(); n = N; } }");

    [Fact]
    public Task A_name_in_a_pattern_of_a_tuple_names_the_variable() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        if ((x, y) is (Data a, not null))
            Take(a);
        Look({|RVG0382:x|});
        switch ((y, n))
        {
            case (Data b, 1):
                Take(b);
                Look({|RVG0382:y|});
                break;
            case (null, _):
                break;
        }
        """);

    [Fact]
    public Task A_pattern_over_a_getter_calls_it() => Construct.Body(
        """
        var x = new Shelf();
        if (x is { First: { N: 1 } p })
        {
            {|RVG0502:x|}.Clear();
            Look(p);
        }

        if (x is { Count: > 3 })
            x.Clear();
        var y = x;
        if (y is { Count: 1 } && {|RVG0382:x|} is not null)
            Risky();
        """,
        """
        [Owned] class Shelf
        {
            private Part _part = new();
            public Part First => _part;
            public int Count => 1;
            [Mutates] public void Clear() => _part = new();
        }
        """);

    [Fact]
    public Task A_property_pattern_reads_what_is_borrowed_exclusively() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.N;
        if (x is { {|RVG0503:N|}: 3 })
            s = 1;
        s = 2;
        if (x is { N: 2 })
            x.Touch();
        """);

    [Fact]
    public Task A_null_test_of_what_is_borrowed_exclusively_is_accepted() => Construct.Body(
        """
        var x = Make();
        var p = x.ViewMut();
        if (x is null || x == null || x is not { })
            return;
        p.Bump();
        """);

    [Fact]
    public Task A_pattern_of_a_tuple_of_variables_moves_nothing() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        if ((x, y) is ({ N: 1 }, { N: 2 }))
            Look(x);
        var r = (x, y) switch { (null, _) => 1, (_, null) => 2, _ => 3 };
        Take(x);
        Take(y);
        """);

    [Fact]
    public Task A_pattern_of_a_tuple_with_a_moved_variable_is_reported() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        Take(x);
        if (({|RVG0382:x|}, y) is (null, not null))
            Risky();
        """);

    [Fact]
    public Task A_list_pattern_looks_at_its_array() => Construct.Body(
        """
        var x = new[] { Make(), Make() };
        if (x is [{ N: 1 }, .., _])
            Look(x[0]);
        var y = x;
        if ({|RVG0382:x|} is [])
            Risky();
        """);

    [Fact]
    public Task A_slice_pattern_looks_at_what_it_slices() => Construct.Body(
        """
        var x = new Text("abc");
        if (x.Read() is ['a', .. var rest])
        {
            {|RVG0502:x|}.Clear();
            Lend(rest.Length);
        }

        x.Clear();
        """,
        """
        [Owned] class Text(string text)
        {
            private string _text = text;
            public ReadOnlySpan<char> Read() => _text;
            [Mutates] public void Clear() => _text = "";
        }
        """);

    [Fact]
    public Task A_discard_and_a_var_pattern_move_nothing() => Construct.Body(
        """
        var x = Make();
        var r = x switch { { N: 1 } => 1, var y when Look(y) > 1 => 2, _ => 3 };
        Take(x);
        """);

    [Fact]
    public Task A_var_pattern_whose_name_is_moved_is_reported() => Construct.Body(
        """
        var x = Make();
        if (x is var y)
            Take(y);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Combined_patterns_look() => Construct.Body(
        """
        var x = Make();
        if (x is not ({ N: 1 } or { N: 2 }) and { Name: not "" })
            x.Touch();
        var p = x.View();
        {|RVG0502:x|}.Touch();
        if (p is { N: 1 } or not null)
            Risky();
        """);

    [Fact]
    public Task A_switch_statement_moves_in_its_sections_alone() => Construct.Body(
        """
        var x = Make();
        switch (x.N)
        {
            case 1 when c:
                Take(x);
                return;
            case > 2 and < 5:
            case 7:
                Take(x);
                x = Make();
                break;
        }

        Look(x);
        """);

    [Fact]
    public Task A_switch_statement_that_moves_in_one_section_is_reported_behind_it() => Construct.Body(
        """
        var x = Make();
        switch (n)
        {
            case 1:
            case 2:
                Take(x);
                break;
            default:
                break;
        }

        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_switch_expression_moves_the_arm_that_it_chooses() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var z = n switch { 1 => x, 2 when c => y, _ => Make() };
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        Look(z);
        """);

    [Fact]
    public Task A_switch_expression_that_gives_borrows_holds_them() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var p = n switch { 1 => x.View(), _ => y.View() };
        {|RVG0502:y|}.Touch();
        Look(p);
        y.Touch();
        x.Touch();
        """);

    [Fact]
    public Task A_guard_that_moves_is_reported_in_the_next_arm() => Construct.Body(
        """
        var x = Make();
        var r = n switch { 1 when Takes(x) => 1, _ => Look({|RVG0382:x|}) };
        """);

    [Fact]
    public Task An_as_cast_names_what_it_casts() => Construct.Body(
        """
        Data x = new Sub();
        var s = x as Sub;
        Look({|RVG0382:x|});
        Look(s);
        """,
        "class Sub : Data { }");

    [Fact]
    public Task An_as_cast_that_is_only_tested_is_accepted() => Construct.Body(
        """
        Data x = new Sub();
        if ((x as Sub) != null && x is Sub)
            Look(x as Sub);
        Look((Sub)x);
        Take(x);
        """,
        "class Sub : Data { }");

    [Fact]
    public Task A_cast_to_a_derived_type_moves_what_it_casts() => Construct.Body(
        """
        Data x = new Sub();
        var s = (Sub)x;
        Look({|RVG0382:x|});
        Take(s);
        """,
        "class Sub : Data { }");

    [Fact]
    public Task A_boxed_struct_that_is_stored_is_moved() => Construct.Members(
        """
        static object s_last;
        static void Test()
        {
            var x = new Token();
            s_last = x;
            {|RVG0382:x|}.Peek();
        }
        """,
        "[Owned] struct Token { public int N; public int Peek() => N; }");

    [Fact]
    public Task A_boxed_struct_that_is_lent_stays() => Construct.Body(
        """
        var x = new Token();
        Lend(x);
        Console.WriteLine(x.Equals(null));
        x.Peek();
        """,
        "[Owned] struct Token { public int N; public int Peek() => N; }");
}
