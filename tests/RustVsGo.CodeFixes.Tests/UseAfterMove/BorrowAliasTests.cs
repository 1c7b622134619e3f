namespace RustVsGo.CodeFixes.Tests;

public sealed class BorrowAliasTests
{
    [Fact]
    public Task An_alias_that_is_only_read_borrows() => Mended.ByBorrowing(
        """
        static class C
        {
            static int M(Config a)
            {
                var b = a;
                Console.WriteLine(b.Host);
                return {|RVG0382:a.Port|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config a)
            {
                var b = Own.Borrow(a);
                Console.WriteLine(b.Host);
                return a.Port;
            }
        }
        """);

    [Fact]
    public Task An_alias_with_a_type_of_its_own_borrows() => Mended.ByBorrowing(
        """
        static class C
        {
            static int M(Config a)
            {
                Config? b = a /* the alias */, c = null;
                return {|RVG0382:a.Port|} + (b?.Port ?? 0);
            }
        }
        """,
        """
        static class C
        {
            static int M(Config a)
            {
                Config? b = Own.Borrow(a) /* the alias */, c = null;
                return a.Port + (b?.Port ?? 0);
            }
        }
        """);

    [Fact]
    public Task The_owner_may_be_mutated_when_the_alias_is_read_no_more() => Mended.ByBorrowing(
        """
        static class C
        {
            static void M(Config a)
            {
                var b = a;
                for (var i = 0; i < b.Port; i++)
                    Console.WriteLine(b.Host);
                {|RVG0382:a|}.Reset();
                Sink.Take(a);
            }
        }
        """,
        """
        static class C
        {
            static void M(Config a)
            {
                var b = Own.Borrow(a);
                for (var i = 0; i < b.Port; i++)
                    Console.WriteLine(b.Host);
                a.Reset();
                Sink.Take(a);
            }
        }
        """);

    [Theory]
    [InlineData("Sink.Take(b);", "")]
    [InlineData("Sink.Kept = b;", "")]
    [InlineData("b.Reset();", "")]
    [InlineData("b = new Config();", "")]
    [InlineData("Action later = () => Console.WriteLine(b.Host);", "")]
    [InlineData("", "Sink.Take(a); Console.WriteLine(b.Host);")]
    [InlineData("", "a.Reset(); Console.WriteLine(b.Host);")]
    [InlineData("", "while (b.Port > 0) a.Reset();")]
    public Task An_alias_that_a_borrow_would_not_do_for_is_left_alone(string before, string after) => Mended.NotByBorrowing(
        $$"""
        static class C
        {
            static void M(Config a)
            {
                var b = a;
                {{before}}
                Console.WriteLine({|RVG0382:a.Port|});
                {{after}}
            }
        }
        """);

    [Fact]
    public Task An_alias_that_a_using_drops_must_own() => Mended.NotByBorrowing(
        """
        [Owned]
        sealed class Connection : IDisposable { public int Port; public void Dispose() { } }

        static class C
        {
            static int M(Connection a)
            {
                using var b = a;
                return {|RVG0382:a.Port|};
            }
        }
        """);

    [Fact]
    public Task A_struct_has_no_alias() => Mended.NotByBorrowing(
        """
        [Owned]
        struct Handle { public int Value; }

        static class C
        {
            static int M(Handle a)
            {
                var b = a;
                return {|RVG0382:a.Value|} + b.Value;
            }
        }
        """);
}
