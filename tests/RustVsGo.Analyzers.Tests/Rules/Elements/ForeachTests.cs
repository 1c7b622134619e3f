using RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

namespace RustVsGo.Analyzers.Tests.Rules.Elements;

/// <summary>A <c>foreach</c> borrows what it runs over, and its elements are what the collection or sequence lends or gives.</summary>
public sealed class ForeachTests
{
    private const string Bag =
        """
        [Owned] class Bag
        {
            public Part[] Items = new Part[2]; public int N; public Part First = new();
            public IEnumerator<Part> GetEnumerator() => ((IEnumerable<Part>)Items).GetEnumerator();
            [Mutates] public void Add([Owned] Part part) => Items[0] = part;
        }
        [Owned] class Door : IDisposable { [Mutates] public void Open() { } public void Dispose() { } }
        """;

    [Fact]
    public Task A_collection_changed_in_its_own_loop_is_reported() => Moves.Body(
        """
        var bag = new Bag();
        foreach (var p in bag) {|RVG0502:bag|}.Add(MakePart());
        """,
        Bag);

    [Fact]
    public Task A_collection_changed_before_the_loop_is_left_is_accepted() => Moves.Body(
        """
        var bag = new Bag();
        foreach (var p in bag)
        {
            Look(p);
            if (c) { bag.Add(MakePart()); break; }
            if (d) { bag.Add(MakePart()); return; }
        }
        """,
        Bag);

    [Fact]
    public Task Another_field_changed_in_a_loop_over_one_is_accepted() => Moves.Body(
        """
        var bag = new Bag();
        foreach (var p in bag.Items) { p.Size = 1; bag.N++; bag.First.Size = 2; }
        """,
        Bag);

    [Fact]
    public Task Two_loops_that_read_one_collection_are_accepted() => Moves.Body(
        """
        var bag = new Bag();
        foreach (var p in bag) foreach (var q in bag) { Look(p); Look(q); }
        """,
        Bag);

    [Fact]
    public Task The_elements_of_a_temporary_given_away_are_accepted() => Moves.Body(
        """
        foreach (var p in new[] { MakePart() }) Take(p);
        """);

    [Fact]
    public Task The_elements_of_an_array_given_away_are_reported() => Moves.Body(
        """
        var parts = new[] { MakePart() };
        foreach (var p in parts) Take({|RVG0507:p|});
        """);

    [Fact]
    public Task An_element_given_away_twice_is_reported() => Moves.Body(
        """
        foreach (var p in new[] { MakePart() }) { Take(p); Take({|RVG0382:p|}); }
        """);

    [Fact]
    public Task The_elements_of_a_sequence_that_says_nothing_are_the_callers() => Moves.Members(
        """
        static IEnumerable<Part> All() { yield return MakePart(); }
        static void Test() { foreach (var p in All()) { Take(p); Look({|RVG0382:p|}); } }
        """);

    [Fact]
    public Task The_elements_of_a_sequence_that_nobody_describes_are_plain() => Moves.Members(
        """
        static void Test(IEnumerable<Part> parts, List<Part> list)
        {
            foreach (var p in parts) { var q = p; Look(p); Look(q); }
            foreach (var p in list) { Look(p); Take(p); }
        }
        """);

    [Fact]
    public Task Parts_of_elements_changed_are_accepted_and_given_away_are_reported() => Moves.Members(
        """
        static void Test([Owned] (Part, Part)[] pairs, [Owned] KeyValuePair<string, Part>[] entries)
        {
            foreach (var (p, q) in pairs) { p.Size = 1; q.Size = 2; }
            foreach (var (p, q) in pairs) { Take({|RVG0507:p|}); Look(q); }
            foreach (var (key, value) in entries) { Look(value); value.Size = 1; }
        }
        """);

    [Fact]
    public Task An_element_kept_behind_the_loop_holds_the_collection() => Moves.Members(
        """
        static void Give([Owned] Part[] parts) { }
        static void Good()
        {
            var parts = new[] { MakePart() };
            Part last = null;
            foreach (var p in parts) last = p;
            Look(last);
            Give(parts);
        }
        static void Bad()
        {
            var parts = new[] { MakePart() };
            Part last = null;
            foreach (var p in parts) last = p;
            Give({|RVG0505:parts|});
            Look(last);
        }
        """);

    [Fact]
    public Task Elements_disposed_in_a_loop_are_accepted() => Moves.Members(
        """
        static void Test() { var doors = new[] { new Door() }; foreach (var door in doors) door.Dispose(); }
        static void Lent([Borrowed] Door[] doors) { foreach (var door in doors) {|RVG0596:door|}.Dispose(); }
        static void Twice([BorrowedMut] Door[] doors) { foreach (var door in doors) { door.Dispose(); {|RVG0382:door|}.Open(); } }
        """,
        Bag);

    [Fact]
    public Task Elements_of_spans_are_lent() => Moves.Members(
        """
        static void Test(Span<Part> parts, ReadOnlySpan<Part> read)
        {
            foreach (ref var p in parts) p.Size = 1;
            foreach (var p in parts) { Look(p); p.Size = 2; }
            foreach (ref readonly var p in read) Look(p);
            foreach (var p in parts) Take({|RVG0507:p|});
        }
        """);

    [Fact]
    public Task Elements_awaited_are_the_callers() => Moves.Members(
        """
        static async IAsyncEnumerable<Part> All() { await Task.Yield(); yield return MakePart(); }
        static async Task Test() { await foreach (var p in All()) { p.Size = 1; Take(p); } }
        """);

    [Fact]
    public Task A_collection_read_while_its_elements_are_changed_inside_a_try_is_reported() => Moves.Body(
        """
        try
        {
            var parts = new[] { MakePart(), MakePart() };
            foreach (var p in parts) { p.Size = 1; Look({|RVG0502:parts[1]|}); }
        }
        finally
        {
            Console.WriteLine();
        }
        """);

    [Fact]
    public Task A_collection_read_behind_the_change_of_its_elements_inside_a_try_is_accepted() => Moves.Body(
        """
        try
        {
            var parts = new[] { MakePart(), MakePart() };
            foreach (var p in parts) p.Size = 1;
            Look(parts[1]);
        }
        finally
        {
            Console.WriteLine();
        }
        """);
}
