namespace RustVsGo.CodeFixes.Tests;

public sealed class OrderTests
{
    private const string Before =
        """
        static class C
        {
            static void Print([Owned] Config config) => Console.WriteLine(config.Host);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """;

    private static readonly string After = Before.Replace("{|RVG0382:", "").Replace("|}", "");

    [Fact]
    public Task Cloning_comes_first() => Verify.Fix<UseAfterMoveCodeFixProvider>(
        Mended.Program(Before), Mended.Program(After.Replace("Print(config);", "Print(config.Clone());")), index: 0);

    [Fact]
    public Task Borrowing_comes_second() => Verify.Fix<UseAfterMoveCodeFixProvider>(
        Mended.Program(Before), Mended.Program(After.Replace("[Owned] Config", "[Borrowed] Config")), index: 1);

    [Fact]
    public Task Borrowing_comes_first_where_nothing_can_be_cloned() => Verify.Fix<UseAfterMoveCodeFixProvider>(
        Mended.WithoutClone(Before), Mended.WithoutClone(After.Replace("[Owned] Config", "[Borrowed] Config")), index: 0);
}
