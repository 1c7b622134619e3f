namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Conditional access, <c>??</c>, <c>??=</c>, <c>?:</c>, nullable values and references, assignment to what may be null.</summary>
public sealed class NullTests
{
    [Fact]
    public Task A_conditional_access_uses_its_receiver() => Construct.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x|}?.Touch();
        """);

    [Fact]
    public Task A_conditional_access_that_mutates_while_borrowed_is_reported() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        {|RVG0502:x|}?.Touch();
        Look(p);
        x?.Touch();
        """);

    [Fact]
    public Task A_conditional_access_of_a_part_is_a_place() => Construct.Body(
        """
        var x = Make();
        Take(x.A);
        var w = x?.B.Weight();
        var v = x?{|RVG0382:.A|}.Weight();
        """);

    [Fact]
    public Task A_borrow_through_a_conditional_access_holds() => Construct.Body(
        """
        var x = Make();
        var p = x?.View();
        {|RVG0502:x|}.Touch();
        Look(p);
        """);

    [Fact]
    public Task A_chain_of_conditional_accesses_is_accepted() => Construct.Body(
        """
        var x = Make();
        var n1 = x?.Next?.Next?.A?.Weight();
        x?.Next?.Touch();
        x.Touch();
        """);

    [Fact]
    public Task The_receiver_of_a_consuming_conditional_call_is_taken() => Construct.Body(
        """
        var x = Make();
        var p = x?.Finish();
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Both_sides_of_a_coalescing_expression_are_moved() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var z = x ?? y;
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        Take(z);
        """);

    [Fact]
    public Task A_coalescing_expression_that_is_borrowed_moves_nothing() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        Look(x ?? y);
        var p = (x ?? y).View();
        Look(p);
        Take(x);
        Take(y);
        """);

    [Fact]
    public Task A_coalescing_expression_that_gives_a_borrow_holds_both_sides() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var p = x.View() ?? y.View();
        {|RVG0502:y|}.Touch();
        Look(p);
        """);

    [Fact]
    public Task Assigned_only_if_null_moves_the_new_value() => Construct.Body(
        """
        Data x = null;
        var y = Make();
        x ??= y;
        Look({|RVG0382:y|});
        Take(x);
        """);

    [Fact]
    public Task Assigned_only_if_null_while_borrowed_is_reported() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        {|RVG0506:x ??= Make()|};
        Look(p);
        """);

    [Fact]
    public Task Assigned_only_if_null_is_accepted() => Construct.Body(
        """
        Data x = null;
        x ??= Make();
        x.Touch();
        x.Next ??= Make();
        x.Next.Touch();
        Take(x);
        """);

    [Fact]
    public Task Either_side_of_a_conditional_expression_is_moved() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var z = c ? x : y;
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        Look(z);
        """);

    [Fact]
    public Task A_conditional_expression_that_gives_a_borrow_holds_both_sides() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var p = c ? x.View() : y.View();
        {|RVG0502:x|}.Touch();
        Look(p);
        x.Touch();
        y.Touch();
        """);

    [Fact]
    public Task A_conditional_reference_borrows_both_sides() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        ref var s = ref (c ? ref x.N : ref y.N);
        {|RVG0506:y.N = 1|};
        s = 2;
        y.N = 3;
        """);

    [Fact]
    public Task Assigned_through_a_conditional_reference_is_accepted() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        (c ? ref x : ref y) = Make();
        (c ? ref x.N : ref y.N) = 1;
        Look(x);
        Look(y);
        """);

    [Fact]
    public Task A_side_that_throws_moves_the_other_alone() => Construct.Body(
        """
        var x = Make();
        var y = c ? x : throw new InvalidOperationException();
        Look({|RVG0382:x|});
        Look(y);
        """);

    [Fact]
    public Task The_value_of_a_nullable_struct_is_its_one_place() => Construct.Body(
        """
        Token? x = new Token();
        var y = x.Value;
        Use.It({|RVG0382:x.Value|});
        """,
        Tokens);

    [Fact]
    public Task A_nullable_struct_that_is_only_asked_is_accepted() => Construct.Body(
        """
        Token? x = new Token();
        if (x.HasValue && x != null && x is not null)
            Use.It(x.Value);
        Use.It(x.GetValueOrDefault());
        Use.It((Token)x);
        Use.It(x!.Value);
        """,
        Tokens);

    [Fact]
    public Task A_nullable_struct_is_moved_as_a_whole() => Construct.Body(
        """
        Token? x = new Token();
        var y = x;
        Use.It({|RVG0382:x.Value|});
        """,
        Tokens);

    [Fact]
    public Task A_struct_lifted_into_a_nullable_is_moved() => Construct.Body(
        """
        var x = new Token();
        Token? y = x;
        Use.It({|RVG0382:x|});
        """,
        Tokens);

    [Fact]
    public Task The_null_forgiving_operator_changes_nothing() => Construct.Body(
        """
        #nullable enable
        Data? x = Make();
        x!.Touch();
        var y = x!;
        Look({|RVG0382:x|}!);
        """);

    [Fact]
    public Task Null_and_default_are_assignments() => Construct.Body(
        """
        var x = Make();
        Take(x);
        x = null;
        Lend(x);
        x = default;
        Lend(x);
        x = default(Data);
        Lend(x);
        """);

    [Fact]
    public Task Null_assigned_while_borrowed_is_reported() => Construct.Body(
        """
        var x = Make();
        var p = x.View();
        {|RVG0506:x = null|};
        Look(p);
        """);

    [CSharp14Fact]
    public Task A_null_conditional_assignment_moves_its_value() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        x?.Next = y;
        Look({|RVG0382:y|});
        """);

    [CSharp14Fact]
    public Task A_null_conditional_assignment_while_borrowed_is_reported() => Construct.Body(
        """
        var x = Make();
        ref readonly var p = ref x.N;
        x?{|RVG0506:.N = 3|};
        Lend(p);
        """);

    [CSharp14Fact]
    public Task A_null_conditional_assignment_is_accepted() => Construct.Body(
        """
        var x = Make();
        x?.N = 3;
        x?.N += 3;
        x?.Next = Make();
        x?.Next?.Name = "a";
        Take(x);
        """);

    [CSharp14Fact]
    public Task A_null_conditional_assignment_to_a_moved_value_is_reported() => Construct.Body(
        """
        var x = Make();
        Take(x);
        {|RVG0382:x|}?.N = 3;
        """);

    private const string Tokens =
        """
        [Owned] struct Token { public int N; }
        static class Use { public static void It([Borrowed] in Token token) { } }
        """;
}
