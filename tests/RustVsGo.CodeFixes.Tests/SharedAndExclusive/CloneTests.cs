namespace RustVsGo.CodeFixes.Tests;

/// <summary>A variable that reads while its owner changes gets a copy of its own.</summary>
public sealed class CloneBorrowedTests
{
    [Fact]
    public Task What_a_method_lends_is_cloned() => Read.ByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.View();
                {|RVG0502:d|}.Change();
                Sink.Use(r.Size);
            }
        }
        """,
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.View().Clone();
                d.Change();
                Sink.Use(r.Size);
            }
        }
        """);

    [Fact]
    public Task What_a_property_lends_is_cloned() => Read.ByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.Root; // the root
                {|RVG0502:d|}.Change();
                Sink.Use(r.Size);
            }
        }
        """,
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.Root.Clone(); // the root
                d.Change();
                Sink.Use(r.Size);
            }
        }
        """);

    [Fact]
    public Task What_Own_lends_is_cloned() => Read.ByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = Own.Borrow(d);
                {|RVG0502:d|}.Change();
                Sink.Use(r.Count);
            }
        }
        """,
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = Own.Borrow(d).Clone();
                d.Change();
                Sink.Use(r.Count);
            }
        }
        """);

    [Fact]
    public Task What_may_be_null_is_tested() => Read.ByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.Find();
                {|RVG0502:d|}.Change();
                Sink.Use(r?.Size);
            }
        }
        """,
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.Find()?.Clone();
                d.Change();
                Sink.Use(r?.Size);
            }
        }
        """);

    [Fact]
    public Task A_borrow_in_a_loop_is_cloned_there() => Read.ByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                for (var i = 0; i < 3; i++)
                {
                    var r = d.View();
                    {|RVG0502:d|}.Change();
                    Sink.Use(r.Size);
                }
            }
        }
        """,
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                for (var i = 0; i < 3; i++)
                {
                    var r = d.View().Clone();
                    d.Change();
                    Sink.Use(r.Size);
                }
            }
        }
        """);

    [Fact]
    public Task A_borrow_in_a_lambda_with_a_block_is_cloned_there() => Read.ByCloning(
        """
        static class C
        {
            static void M()
            {
                Action run = () =>
                {
                    var d = new Document();
                    var r = d.View();
                    {|RVG0502:d|}.Change();
                    Sink.Use(r.Size);
                };
                run();
            }
        }
        """,
        """
        static class C
        {
            static void M()
            {
                Action run = () =>
                {
                    var d = new Document();
                    var r = d.View().Clone();
                    d.Change();
                    Sink.Use(r.Size);
                };
                run();
            }
        }
        """);

    [Fact]
    public Task A_borrow_in_async_code_is_cloned_there() => Read.ByCloning(
        """
        static class C
        {
            static async Task M([Owned] Document d)
            {
                var r = d.View();
                await Task.Yield();
                {|RVG0502:d|}.Change();
                Sink.Use(r.Size);
            }
        }
        """,
        """
        static class C
        {
            static async Task M([Owned] Document d)
            {
                var r = d.View().Clone();
                await Task.Yield();
                d.Change();
                Sink.Use(r.Size);
            }
        }
        """);

    [Fact]
    public Task A_borrow_in_a_getter_is_cloned_there() => Read.ByCloning(
        """
        static class C
        {
            static int P
            {
                get
                {
                    var d = new Document();
                    var r = d.View();
                    {|RVG0502:d|}.Change();
                    return r.Size;
                }
            }
        }
        """,
        """
        static class C
        {
            static int P
            {
                get
                {
                    var d = new Document();
                    var r = d.View().Clone();
                    d.Change();
                    return r.Size;
                }
            }
        }
        """);

    [Fact]
    public Task A_borrow_in_top_level_statements_is_cloned_there() => Read.ByCloning(
        """
        var d = new Document();
        Leaf r = d.View();
        {|RVG0502:d|}.Change();
        Sink.Use(r.Size);
        """,
        """
        var d = new Document();
        Leaf r = d.View().Clone();
        d.Change();
        Sink.Use(r.Size);
        """);

    [Fact]
    public Task A_borrow_in_a_generic_method_is_cloned_there() => Read.ByCloning(
        """
        static class C
        {
            static void M<T>(T more, [BorrowedMut] Document d)
            {
                var r = d.View();
                {|RVG0502:d|}.Change();
                Sink.Use(r.Size, more);
            }
        }
        """,
        """
        static class C
        {
            static void M<T>(T more, [BorrowedMut] Document d)
            {
                var r = d.View().Clone();
                d.Change();
                Sink.Use(r.Size, more);
            }
        }
        """);

    [Fact]
    public Task Two_borrows_are_both_cloned() => Read.ByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.View();
                {|RVG0502:d|}.Change();
                Sink.Use(r.Size);
                var s = d.View();
                {|RVG0502:d|}.Change();
                Sink.Use(s.Size);
            }
        }
        """,
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.View().Clone();
                d.Change();
                Sink.Use(r.Size);
                var s = d.View().Clone();
                d.Change();
                Sink.Use(s.Size);
            }
        }
        """);

    [Fact]
    public Task A_borrow_that_is_in_the_way_twice_is_cloned_once() => Read.ByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.View();
                {|RVG0502:d|}.Change();
                {|RVG0502:d|}.Change();
                Sink.Use(r.Size);
            }
        }
        """,
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.View().Clone();
                d.Change();
                d.Change();
                Sink.Use(r.Size);
            }
        }
        """,
        iterations: 1);

    [Fact]
    public Task Not_where_the_borrow_is_exclusive() => Read.NotByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.Edit();
                Sink.Use({|RVG0502:d|}.View().Size);
                r.Size = 1;
            }
        }
        """);

    [Fact]
    public Task Not_where_Own_lends_exclusively() => Read.NotByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = Own.BorrowMut(d);
                Sink.Use({|RVG0502:d|}.View().Size);
                Sink.Use(r.Count);
            }
        }
        """);

    [Fact]
    public Task Not_where_a_span_is_held() => Read.NotByCloning(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.Text();
                {|RVG0502:d|}.Change();
                Sink.Use(r.Length);
            }
        }
        """);

    [Fact]
    public Task Not_without_a_copy_method() => Read.NotByCloningLeaf(
        """
        static class C
        {
            static void M([Owned] Document d)
            {
                var r = d.View();
                {|RVG0502:d|}.Change();
                Sink.Use(r.Size);
            }
        }
        """);
}
