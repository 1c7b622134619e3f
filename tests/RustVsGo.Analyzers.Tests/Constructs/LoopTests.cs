namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>for</c>, <c>while</c>, <c>do</c>, <c>foreach</c>, <c>await foreach</c> and enumerables of the user's own.</summary>
public sealed class LoopTests
{
    [Fact]
    public Task Moved_by_the_condition_of_a_while_is_reported() => Construct.Body(
        """
        var x = Make();
        while (Takes({|RVG0382:x|}))
            Risky();
        """);

    [Fact]
    public Task Looked_at_by_the_condition_of_a_while_is_accepted() => Construct.Body(
        """
        var x = Make();
        while (Looks(x))
            x.Touch();
        Take(x);
        """);

    [Fact]
    public Task Moved_by_the_condition_of_a_do_that_may_go_on_is_reported() => Construct.Body(
        """
        var x = Make();
        do
        {
            Look({|RVG0382:x|});
        }
        while (Takes(x));
        """);

    [Fact]
    public Task Moved_by_the_body_of_a_do_that_ends_is_accepted() => Construct.Body(
        """
        var x = Make();
        do
        {
            Take(x);
            x = Make();
        }
        while (Looks(x));
        """);

    [Fact]
    public Task Moved_by_the_step_of_a_for_is_reported() => Construct.Body(
        """
        var x = Make();
        for (var i = 0; i < n; Take({|RVG0382:x|}))
            i++;
        """);

    [Fact]
    public Task Changed_by_the_step_of_a_for_is_accepted() => Construct.Body(
        """
        for (var x = Make(); Looks(x); x.Touch())
            Look(x.View());
        """);

    [Fact]
    public Task A_borrow_carried_into_the_next_iteration_is_reported() => Construct.Body(
        """
        var x = Make();
        Part p = null;
        for (var i = 0; i < n; i++)
        {
            {|RVG0502:x|}.Touch();
            if (p != null)
                Look(p);
            p = x.View();
        }
        """);

    [Fact]
    public Task A_borrow_taken_anew_in_each_iteration_is_accepted() => Construct.Body(
        """
        var x = Make();
        for (var i = 0; i < n; i++)
        {
            var p = x.View();
            Look(p);
            x.Touch();
        }
        """);

    [Fact]
    public Task Several_variables_of_a_for_are_places_of_their_own() => Construct.Body(
        """
        for (Data a = Make(), b = Make(); c; a = b, b = Make())
            Look(a);
        """);

    [Fact]
    public Task One_variable_of_a_for_moved_into_another_is_reported() => Construct.Body(
        """
        for (Data a = Make(), b = a; c; b.Touch())
            Look({|RVG0382:a|});
        """);

    [Fact]
    public Task Mutated_while_its_own_enumerator_reads_it_is_reported() => Construct.Body(
        """
        var x = new Bag();
        foreach (var i in x)
            {|RVG0502:x|}.Add(i);
        """,
        Bags);

    [Fact]
    public Task Mutated_behind_the_enumeration_is_accepted() => Construct.Body(
        """
        var x = new Bag();
        foreach (var i in x)
            Lend(i + x.Count);
        x.Add(1);
        """,
        Bags);

    [Fact]
    public Task Mutated_before_a_break_out_of_the_enumeration_is_accepted() => Construct.Body(
        """
        var x = new Bag();
        foreach (var i in x)
        {
            if (i == 3)
            {
                x.Add(i);
                break;
            }
        }
        """,
        Bags);

    [Fact]
    public Task Moved_while_its_own_enumerator_reads_it_is_reported() => Construct.Body(
        """
        var x = new Bag();
        foreach (var i in x)
        {
            var y = {|RVG0382:{|RVG0505:x|}|};
        }
        """,
        Bags);

    [Fact]
    public Task Mutated_while_an_enumerator_held_by_hand_reads_it_is_reported() => Construct.Body(
        """
        var x = new Bag();
        var e = x.GetEnumerator();
        while (e.MoveNext())
            {|RVG0502:x|}.Add(e.Current);
        """,
        Bags);

    [Fact]
    public Task Enumerated_by_an_extension_is_a_borrow() => Construct.Body(
        """
        var x = Make();
        foreach (var i in x)
            {|RVG0502:x|}.Touch();
        foreach (var i in x)
            Look(x);
        """,
        """
        static class Numbers
        {
            public static Walk GetEnumerator(this Data data) => new();
        }

        ref struct Walk { public int Current => 1; public bool MoveNext() => false; }
        """);

    [Fact]
    public Task Mutated_while_an_iterator_of_it_is_enumerated_is_reported() => Construct.Members(
        """
        static void Test(Source x)
        {
            foreach (var i in x.Numbers())
                {|RVG0502:x|}.Touch();
        }
        """,
        Sources);

    [Fact]
    public Task Mutated_behind_the_enumeration_of_its_iterator_is_accepted() => Construct.Members(
        """
        static void Test(Source x)
        {
            foreach (var i in x.Numbers())
                Lend(i + x.Count);
            x.Touch();
        }
        """,
        Sources);

    [Fact]
    public Task Mutated_inside_an_await_foreach_is_reported() => Construct.Members(
        """
        static async Task Test(Source x)
        {
            await foreach (var i in x.NumbersAsync())
                {|RVG0502:x|}.Touch();
        }
        """,
        Sources);

    [Fact]
    public Task Mutated_behind_an_await_foreach_is_accepted() => Construct.Members(
        """
        static async Task Test(Source x)
        {
            await foreach (var i in x.NumbersAsync())
                Lend(i + x.Count);
            x.Touch();
        }
        """,
        Sources);

    [Fact]
    public Task Mutated_inside_a_configured_await_foreach_is_reported() => Construct.Members(
        """
        static async Task Test(Source x, CancellationToken token)
        {
            await foreach (var i in x.NumbersAsync().WithCancellation(token).ConfigureAwait(false))
                {|RVG0502:x|}.Touch();
        }
        """,
        Sources);

    [Fact]
    public Task Moved_in_an_await_foreach_is_reported() => Construct.Members(
        """
        static async Task Test(IAsyncEnumerable<int> numbers)
        {
            var x = Make();
            await foreach (var i in numbers)
                Take({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_deconstructing_foreach_moves_nothing_of_its_collection() => Construct.Body(
        """
        var pairs = new (int, Data)[2];
        foreach (var (i, x) in pairs)
            Look(x);
        foreach (var (i, _) in pairs)
            Lend(i);
        """);

    private const string Bags =
        """
        [Owned] class Bag
        {
            private int[] _items = new int[4];
            public int Count;
            [Mutates] public void Add(int item) => _items[Count++] = item;
            public Enumerator GetEnumerator() => new(this);
            public struct Enumerator
            {
                [Borrowed] private readonly Bag _bag;
                private int _at;
                public Enumerator([Borrowed] Bag bag) { _bag = bag; _at = -1; }
                public int Current => _at;
                public bool MoveNext() => ++_at < _bag.Count;
            }
        }
        """;

    private const string Sources =
        """
        [Owned] class Source
        {
            public int Count;
            [Mutates] public void Touch() => Count++;
            public IEnumerable<int> Numbers() { yield return Count; }
            public async IAsyncEnumerable<int> NumbersAsync() { await Task.Yield(); yield return Count; }
        }
        """;
}
