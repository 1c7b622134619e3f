namespace RustVsGo.CodeFixes.Tests;

public sealed class OrderOutOfBorrowTests
{
    private const string Before =
        """
        static class C
        {
            static void Print([Owned] Address address) => Console.WriteLine(address.City);

            static void M([Borrowed] Order order) => Print({|RVG0507:order.Address|});
        }
        """;

    private static readonly string After = Before.Replace("{|RVG0507:", "").Replace("|}", "");

    [Fact]
    public Task Cloning_comes_first() => Verify.Fix<MoveOutOfBorrowCodeFixProvider>(
        Lent.Program(Before), Lent.Program(After.Replace("Print(order.Address)", "Print(order.Address.Clone())")), index: 0);

    [Fact]
    public Task Borrowing_comes_second() => Verify.Fix<MoveOutOfBorrowCodeFixProvider>(
        Lent.Program(Before), Lent.Program(After.Replace("[Owned] Address", "[Borrowed] Address")), index: 1);

    [Fact]
    public Task Borrowing_comes_first_where_nothing_can_be_cloned() => Verify.Fix<MoveOutOfBorrowCodeFixProvider>(
        Lent.WithoutClone(Before), Lent.WithoutClone(After.Replace("[Owned] Address", "[Borrowed] Address")), index: 0);
}
