namespace RustVsGo.CodeFixes.Tests;

/// <summary>A method that used its object up without need borrows it, with all that override and implement it.</summary>
public sealed class BorrowReceiverTests
{
    [Fact]
    public Task The_family_borrows_what_none_of_it_keeps() => Mended.ByBorrowing(
        """
        interface ITally
        {
            [Consumes] int Total();
        }

        [Owned]
        class Tally : ITally
        {
            protected int Count;

            [Consumes] // once
            public virtual int Total() => Count;
        }

        class Doubled : Tally
        {
            [Consumes, Obsolete] public override int Total() => Count * 2;
        }

        class Silent : Tally
        {
            public override int Total() => 0;
        }

        static class C
        {
            static int M(Tally tally) => tally.Total() + {|RVG0382:tally|}.Total();
        }
        """,
        """
        interface ITally
        {
            [Borrows] int Total();
        }

        [Owned]
        class Tally : ITally
        {
            protected int Count;

            [Borrows] // once
            public virtual int Total() => Count;
        }

        class Doubled : Tally
        {
            [Borrows, Obsolete] public override int Total() => Count * 2;
        }

        class Silent : Tally
        {
            public override int Total() => 0;
        }

        static class C
        {
            static int M(Tally tally) => tally.Total() + tally.Total();
        }
        """);

    [Theory]
    [InlineData("public Tally Total() => this;")]
    [InlineData("public Config Total() => Part;")]
    [InlineData("public int Total() { Sink.Take(Part); return 1; }")]
    [InlineData("public ReadOnlySpan<char> Total() => Part.Host;")]
    [InlineData("public Func<int> Total() => () => Part.Port;")]
    [InlineData("public async Task<int> Total() { await Task.Yield(); return Part.Port; }")]
    public Task What_needs_the_object_uses_it_up(string method) => Mended.NotByBorrowing(
        "[Owned] class Tally { public Config Part = new(); [Consumes] " + method + " }\nstatic class C { static void M(Tally tally) { tally.Total(); {|RVG0382:tally|}.Total(); } }");
}
