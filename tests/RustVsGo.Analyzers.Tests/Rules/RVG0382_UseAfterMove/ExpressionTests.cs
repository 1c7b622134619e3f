namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Conditional expressions, operators, assignments as expressions.</summary>
public sealed class ExpressionTests
{
    [Fact]
    public Task Either_side_of_a_conditional_expression_is_moved() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        var z = c ? x : y;
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        """);

    [Fact]
    public Task Either_side_of_a_conditional_argument_is_moved() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        Take(c ? x : y);
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        """);

    [Fact]
    public Task The_sides_of_a_borrowed_conditional_expression_are_accepted() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        Look(c ? x : y);
        (c ? x : y).Count();
        Look(x);
        Look(y);
        """);

    [Fact]
    public Task A_moved_side_of_a_borrowed_conditional_expression_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        Take(x);
        Look(c ? {|RVG0382:x|} : y);
        """);

    [Fact]
    public Task One_value_on_both_sides_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = c ? x : x;
        Look(y);
        """);

    [Fact]
    public Task The_value_of_a_conditional_expression_is_owned() => Moves.Body(
        """
        var x = c ? Make() : Make();
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Either_field_of_a_conditional_expression_is_moved() => Moves.Body(
        """
        var x = Make();
        Take(c ? x.Left : x.Right);
        Look({|RVG0382:x.Left|});
        Console.WriteLine(x.Port);
        """);

    [Fact]
    public Task Both_sides_of_a_coalescing_expression_are_moved() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        var z = x ?? y;
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        """);

    [Fact]
    public Task A_borrowed_coalescing_expression_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        Look(x ?? y);
        Look(x);
        Look(y);
        """);

    [Fact]
    public Task Coalesced_with_a_throw_and_used_is_reported() => Moves.Body(
        """
        var x = Make();
        var y = x ?? throw new InvalidOperationException();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Assigned_only_if_null_is_accepted() => Moves.Body(
        """
        Config x = null;
        x ??= Make();
        Look(x);
        """);

    [Fact]
    public Task Assigned_only_if_null_after_the_move_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x|} ??= Make();
        """);

    [Fact]
    public Task Moved_to_where_it_is_assigned_only_if_null_is_reported() => Moves.Body(
        """
        Config x = null;
        var y = Make();
        x ??= y;
        Look(x);
        Look({|RVG0382:y|});
        """);

    [Fact]
    public Task An_arm_of_a_switch_expression_is_moved() => Moves.Body(
        """
        var x = Make();
        var y = n switch { 0 => x, 1 => Make(), _ => null };
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task One_value_in_two_arms_is_accepted() => Moves.Body(
        """
        var x = Make();
        Take(n switch { 0 => x, 1 => x, _ => Make() });
        """);

    [Fact]
    public Task Looked_at_in_one_arm_and_moved_in_another_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = n switch { 0 => x.Count(), 1 when Takes(x) => 2, _ => 3 };
        """);

    [Fact]
    public Task A_switch_expression_that_borrows_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = Make();
        Look(n switch { 0 => x, _ => y });
        Look(x);
        Look(y);
        """);

    [Fact]
    public Task Moved_by_a_throw_expression_s_operand_is_accepted() => Moves.Body(
        """
        var x = Make();
        var y = c ? Make() : throw Failure(x);
        Look(x);
        static Exception Failure([Owned] Config config) => new();
        """);

    [Fact]
    public Task Operands_of_an_operator_are_borrowed() => Moves.Body(
        """
        var x = new Sum();
        var y = new Sum();
        var z = x + y;
        var w = -z;
        x += y;
        x.Read(); y.Read(); z.Read(); w.Read();
        """,
        """
        [Owned] class Sum
        {
            public void Read() { }
            public static Sum operator +(Sum a, Sum b) => new();
            public static Sum operator -(Sum a) => new();
        }
        """);

    [Fact]
    public Task Operands_that_an_operator_takes_are_moved() => Moves.Body(
        """
        var x = new Sum();
        var y = new Sum();
        var z = x + y;
        {|RVG0382:x|}.Read();
        {|RVG0382:y|}.Read();
        """,
        """
        [Owned] class Sum
        {
            public void Read() { }
            public static Sum operator +([Owned] Sum a, [Owned] Sum b) => new();
        }
        """);

    [Fact]
    public Task A_value_added_to_itself_by_an_operator_that_takes_is_reported() => Moves.Body(
        """
        var x = new Sum();
        var z = x + {|RVG0382:x|};
        """,
        "[Owned] class Sum { public static Sum operator +([Owned] Sum a, [Owned] Sum b) => new(); }");

    [Fact]
    public Task A_compound_assignment_whose_operator_takes_moves_the_right_side_only() => Moves.Body(
        """
        var x = new Sum();
        var y = new Sum();
        x += y;
        x.Read();
        {|RVG0382:y|}.Read();
        """,
        """
        [Owned] class Sum
        {
            public void Read() { }
            public static Sum operator +([Owned] Sum a, [Owned] Sum b) => new();
        }
        """);

    [Fact]
    public Task Converted_by_an_operator_that_takes_and_used_is_reported() => Moves.Body(
        """
        var x = new Sum();
        int i = x;
        {|RVG0382:x|}.Read();
        """,
        "[Owned] class Sum { public void Read() { } public static implicit operator int([Owned] Sum a) => 1; }");

    [Fact]
    public Task Moved_inside_checked_is_reported() => Moves.Body(
        """
        var x = Make();
        n = checked(Takes(x) ? n + 1 : n);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Counted_up_before_the_move_is_accepted() => Moves.Body(
        """
        var x = Make();
        x.Port++;
        x.Port += 2;
        x.Host ??= "";
        Take(x);
        """);

    [Fact]
    public Task Thrown_after_the_move_by_what_reads_it_is_reported() => Moves.Body(
        """
        var x = Make();
        Take(x);
        throw new InvalidOperationException({|RVG0382:x.Host|});
        """);
}
