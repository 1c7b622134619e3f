namespace RustVsGo.CodeFixes.Tests;

/// <summary>What one argument lends is cloned where another argument changes its owner.</summary>
public sealed class CloneArgumentTests
{
    [Fact]
    public Task An_argument_that_borrows_is_cloned_where_it_stands() => Read.ByCloning(
        """
        static class C
        {
            static void Both([Borrowed] Leaf leaf, [BorrowedMut] Document d) { }

            static void M([Owned] Document d) => Both(d.View(), {|RVG0502:d|});
        }
        """,
        """
        static class C
        {
            static void Both([Borrowed] Leaf leaf, [BorrowedMut] Document d) { }

            static void M([Owned] Document d) => Both(d.View().Clone(), d);
        }
        """);

    [Fact]
    public Task Not_where_what_an_argument_lends_has_no_copy_method() => Read.NotByCloningLeaf(
        """
        static class C
        {
            static void Both([Borrowed] Leaf leaf, [BorrowedMut] Document d) { }

            static void M([Owned] Document d) => Both(d.View(), {|RVG0502:d|});
        }
        """);
}
