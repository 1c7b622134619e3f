namespace RustVsGo.Analyzers.Tests.Rules.RVG0502_SharedAndExclusive;

/// <summary>Sequences that borrow what they enumerate only while they are enumerated.</summary>
public sealed class DeferredTests
{
    [Fact]
    public Task A_sequence_that_is_held_lets_its_source_change() => Body(
        """
        var bag = new Bag();
        var big = Big(bag);
        bag.Add(1);
        foreach (var x in big)
            Console.WriteLine(x);
        bag.Add(2);
        """);

    [Fact]
    public Task A_source_does_not_change_while_it_is_enumerated() => Body(
        """
        var bag = new Bag();
        var big = Big(bag);
        foreach (var x in big)
            {|RVG0502:bag|}.Add(x);
        """);

    [Fact]
    public Task A_sequence_without_a_name_borrows_while_it_is_enumerated() => Body(
        """
        var bag = new Bag();
        foreach (var x in Big(bag))
            {|RVG0502:bag|}.Add(x);
        """);

    [Fact]
    public Task A_source_is_not_dropped_before_it_is_enumerated() => Body(
        """
        var bag = new Bag();
        var big = Big(bag);
        {|RVG0505:bag|}.Dispose();
        foreach (var x in big)
            Console.WriteLine(x);
        """);

    [Fact]
    public Task A_source_may_be_dropped_behind_the_enumeration() => Body(
        """
        var bag = new Bag();
        foreach (var x in Big(bag))
            Console.WriteLine(x);
        bag.Dispose();
        """);

    private static Task Body(string statements) => Verify.Ownership(
        "using System; using System.Collections.Generic; using System.Linq; using RustVsGo; class Tests\n{\nstatic void Test()\n{\n" + statements + "\n}\n"
        + """
        [return: Borrowed(nameof(bag), Deferred = true)]
        static IEnumerable<int> Big([Borrowed] Bag bag) => bag.Items().Where(x => x > 1);
        }

        [Owned] sealed class Bag : IDisposable
        {
            private readonly List<int> _items = new();
            [Mutates] public void Add(int item) => _items.Add(item);
            public IEnumerable<int> Items() => _items;
            public void Dispose() { }
        }
        """);
}
