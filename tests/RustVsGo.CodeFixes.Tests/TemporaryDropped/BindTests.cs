namespace RustVsGo.CodeFixes.Tests;

/// <summary>Where a temporary gets a variable, which, and under what name.</summary>
public sealed class BindTests
{
    [Fact]
    public Task A_disposable_temporary_gets_a_using_variable() => Bound.InBody(
        """
        var r = {|RVG0716:Document.Make()|}.View();
        Sink.Use(r.Size);
        """,
        """
        using var document = Document.Make();
        var r = document.View();
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_temporary_behind_a_property_is_bound() => Bound.InBody(
        """
        var r = {|RVG0716:Document.Make()|}.Root;
        Sink.Use(r.Size);
        """,
        """
        using var document = Document.Make();
        var r = document.Root;
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_temporary_without_drop_gets_a_plain_variable() => Bound.InBody(
        """
        var r = {|RVG0716:new Plain()|}.View();
        Sink.Use(r.Size);
        """,
        """
        var plain = new Plain();
        var r = plain.View();
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_temporary_in_a_loop_is_bound_in_the_loop() => Bound.InBody(
        """
        for (var i = 0; i < n; i++)
        {
            var r = {|RVG0716:Document.Make()|}.View();
            Sink.Use(r.Size);
        }
        """,
        """
        for (var i = 0; i < n; i++)
        {
            using var document = Document.Make();
            var r = document.View();
            Sink.Use(r.Size);
        }
        """);

    [Fact]
    public Task A_temporary_in_a_lambda_with_a_block_is_bound_in_the_lambda() => Bound.InBody(
        """
        Action run = () =>
        {
            var r = {|RVG0716:Document.Make()|}.View();
            Sink.Use(r.Size);
        };
        run();
        """,
        """
        Action run = () =>
        {
            using var document = Document.Make();
            var r = document.View();
            Sink.Use(r.Size);
        };
        run();
        """);

    [Fact]
    public Task An_argument_is_bound_where_nothing_before_it_has_an_effect() => Bound.InBody(
        """
        var r = Sink.Pick(n, {|RVG0716:Document.Make()|});
        Sink.Use(r.Size);
        """,
        """
        using var document = Document.Make();
        var r = Sink.Pick(n, document);
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task What_is_evaluated_behind_the_temporary_stays() => Bound.InBody(
        """
        var r = {|RVG0716:Document.Make()|}.At(Sink.Next());
        Sink.Use(r.Size);
        """,
        """
        using var document = Document.Make();
        var r = document.At(Sink.Next());
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_name_of_the_body_is_not_taken() => Bound.InBody(
        """
        Sink.Use(n);
        var r = {|RVG0716:Document.Make()|}.View();
        var document = r.Size;
        Sink.Use(document);
        """,
        """
        Sink.Use(n);
        using var document2 = Document.Make();
        var r = document2.View();
        var document = r.Size;
        Sink.Use(document);
        """);

    [Fact]
    public Task Comments_stay_where_they_are() => Bound.InBody(
        """
        // The view.
        var r = /* made */ {|RVG0716:Document.Make()|} // here
            .View(); // end
        Sink.Use(r.Size);
        """,
        """
        // The view.
        using var document = Document.Make();
        var r = /* made */ document // here
            .View(); // end
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_statement_that_shares_its_line_keeps_sharing_it() => Bound.InBody(
        """
        if (b) { var r = {|RVG0716:Document.Make()|}.View(); Sink.Use(r.Size); }
        """,
        """
        if (b) { using var document = Document.Make(); var r = document.View(); Sink.Use(r.Size); }
        """);

    [Fact]
    public Task Two_temporaries_of_one_type_get_two_names() => Bound.InBody(
        """
        var r = {|RVG0716:Document.Make()|}.View();
        var s = {|RVG0716:Document.Make(1)|}.View();
        Sink.Use(r.Size, s.Size);
        """,
        """
        using var document = Document.Make();
        var r = document.View();
        using var document2 = Document.Make(1);
        var s = document2.View();
        Sink.Use(r.Size, s.Size);
        """);

    [Fact]
    public Task An_assignment_to_a_variable_of_the_same_block_is_mended() => Bound.InBody(
        """
        Leaf r;
        r = {|RVG0716:Document.Make()|}.View();
        Sink.Use(r.Size);
        """,
        """
        Leaf r;
        using var document = Document.Make();
        r = document.View();
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_value_that_is_awaited_loses_its_parentheses() => Bound.Is(
        """
        static class C
        {
            static async Task M()
            {
                var r = ({|RVG0716:await Document.MakeAsync()|}).View();
                Sink.Use(r.Size);
            }
        }
        """,
        """
        static class C
        {
            static async Task M()
            {
                using var document = await Document.MakeAsync();
                var r = document.View();
                Sink.Use(r.Size);
            }
        }
        """);

    [Fact]
    public Task What_is_disposed_asynchronously_only_is_disposed_so_in_async_code() => Bound.Is(
        """
        static class C
        {
            static async Task M()
            {
                var r = {|RVG0716:new Channel()|}.View();
                await Task.Yield();
                Sink.Use(r.Size);
            }
        }
        """,
        """
        static class C
        {
            static async Task M()
            {
                await using var channel = new Channel();
                var r = channel.View();
                await Task.Yield();
                Sink.Use(r.Size);
            }
        }
        """);

    [Fact]
    public Task What_is_disposed_asynchronously_only_is_just_bound_in_other_code() => Bound.InBody(
        """
        var r = {|RVG0716:new Channel()|}.View();
        Sink.Use(r.Size);
        """,
        """
        var channel = new Channel();
        var r = channel.View();
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_getter_with_a_block_is_a_body() => Bound.Is(
        """
        static class C
        {
            public static int Size
            {
                get
                {
                    var r = {|RVG0716:Document.Make()|}.View();
                    return r.Size;
                }
            }
        }
        """,
        """
        static class C
        {
            public static int Size
            {
                get
                {
                    using var document = Document.Make();
                    var r = document.View();
                    return r.Size;
                }
            }
        }
        """);

    [Fact]
    public Task Top_level_statements_are_a_body() => Bound.Is(
        """
        var r = {|RVG0716:Document.Make()|}.View();
        Sink.Use(r.Size);
        """,
        """
        using var document = Document.Make();
        var r = document.View();
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_generic_type_gives_its_own_name() => Bound.Is(
        """
        static class C
        {
            static int M<T>()
            {
                var r = {|RVG0716:new Box<T>()|}.View();
                return r.Size;
            }
        }
        """,
        """
        static class C
        {
            static int M<T>()
            {
                using var box = new Box<T>();
                var r = box.View();
                return r.Size;
            }
        }
        """);

    [Fact]
    public Task A_member_of_that_name_is_not_hidden() => Bound.Is(
        """
        class C
        {
            private int document;

            int M()
            {
                var r = {|RVG0716:Document.Make()|}.View();
                return r.Size;
            }
        }
        """,
        """
        class C
        {
            private int document;

            int M()
            {
                using var document2 = Document.Make();
                var r = document2.View();
                return r.Size;
            }
        }
        """);

    [Fact]
    public Task Tabs_stay_tabs() => Bound.Is(
        "static class C\n{\n\tstatic void M()\n\t{\n\t\tvar r = {|RVG0716:Document.Make()|}.View();\n\t\tSink.Use(r.Size);\n\t}\n}",
        "static class C\n{\n\tstatic void M()\n\t{\n\t\tusing var document = Document.Make();\n\t\tvar r = document.View();\n\t\tSink.Use(r.Size);\n\t}\n}");

    [Fact]
    public Task The_start_of_a_loop_without_braces_around_it_gets_braces() => Bound.InBody(
        """
        if (b) // why
            for (var r = {|RVG0716:Document.Make()|}.View(); n > 0; n--)
                Sink.Use(r.Size); // used
        Sink.Use(n);
        """,
        """
        if (b) // why
        {
            using var document = Document.Make();
            for (var r = document.View(); n > 0; n--)
                Sink.Use(r.Size); // used
        }
        Sink.Use(n);
        """);

    [Fact]
    public Task A_statement_on_the_line_of_its_condition_gets_braces_there() => Bound.InBody(
        """
        if (b) for (var r = {|RVG0716:Document.Make()|}.View(); n > 0; n--) Sink.Use(r.Size);
        """,
        """
        if (b) { using var document = Document.Make(); for (var r = document.View(); n > 0; n--) Sink.Use(r.Size); }
        """);
}
