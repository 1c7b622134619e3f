namespace RustVsGo.CodeFixes.Tests;

/// <summary>Where a variable would change what the program does, or would not help.</summary>
public sealed class BindRefusedTests
{
    [Fact]
    public Task Not_where_a_call_comes_first() => Bound.NotInBody(
        """
        var r = Sink.Pick(Sink.Next(), {|RVG0716:Document.Make()|});
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_where_a_getter_comes_first() => Bound.NotInBody(
        """
        var r = Sink.Pick(Sink.Prop, {|RVG0716:Document.Make()|});
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_where_a_field_that_may_change_is_read_first() => Bound.NotInBody(
        """
        var r = Sink.Pick(Sink.Count, {|RVG0716:Document.Make()|});
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_where_a_condition_decides_whether_it_is_made() => Bound.NotInBody(
        """
        var leaf = new Leaf();
        var r = b ? {|RVG0716:Document.Make()|}.View() : Own.Borrow(leaf);
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_where_the_borrow_outlives_the_block() => Bound.NotInBody(
        """
        var leaf = new Leaf();
        var r = Own.Borrow(leaf);
        if (b)
        {
            r = {|RVG0716:Document.Make()|}.View();
        }

        Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_where_the_borrow_outlives_the_statement() => Bound.NotInBody(
        """
        var leaf = new Leaf();
        var r = Own.Borrow(leaf);
        if (b)
            r = {|RVG0716:Document.Make()|}.View();
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_where_the_next_iteration_uses_the_borrow() => Bound.NotInBody(
        """
        var leaf = new Leaf();
        var r = Own.Borrow(leaf);
        for (var i = 0; i < n; i++)
        {
            Sink.Use(r.Size);
            r = {|RVG0716:Document.Make()|}.View();
        }
        """);

    [Fact]
    public Task Not_in_the_condition_of_a_loop() => Bound.NotInBody(
        """
        Leaf r;
        while ((r = {|RVG0716:Document.Make()|}.View()).Size < n)
            Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_in_the_condition_of_an_else_if() => Bound.NotInBody(
        """
        Leaf r;
        if (b)
            Sink.Use(n);
        else if ((r = {|RVG0716:Document.Make()|}.View()).Size < n)
            Sink.Use(r.Size);
        """);

    [Fact]
    public Task Not_in_a_section_of_a_switch() => Bound.NotInBody(
        """
        switch (n)
        {
            case 1:
                var r = {|RVG0716:Document.Make()|}.View();
                Sink.Use(r.Size);
                break;
        }
        """);

    [Fact]
    public Task Not_behind_a_test_for_null() => Bound.Not(
        """
        static class C
        {
            static Document Copy(this string text) => new();

            static void M(string? text)
            {
                var r = text?{|RVG0716:.Copy()|}.View();
                Sink.Use(r?.Size);
            }
        }
        """);
}
