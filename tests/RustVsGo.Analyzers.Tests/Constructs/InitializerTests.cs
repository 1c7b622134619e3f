namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Object and collection initialisers, collection expressions, arrays, anonymous objects: each stores what it is given.</summary>
public sealed class InitializerTests
{
    [Fact]
    public Task A_value_stored_by_an_object_initializer_is_moved() => Construct.Body(
        """
        var x = Make();
        var y = new Data { Next = x, N = 1 };
        Look({|RVG0382:x|});
        Look(y.Next);
        """);

    [Fact]
    public Task A_borrowed_value_stored_by_an_object_initializer_is_reported() => Construct.Body(
        """
        var x = Make();
        var y = new Data { A = {|RVG0507:x.View()|} };
        Look(x);
        """);

    [Fact]
    public Task A_nested_object_initializer_writes_into_what_is_there() => Construct.Body(
        """
        var p = MakePart();
        var y = new Data { Next = { N = 1, A = p }, A = { N = 2 } };
        Look({|RVG0382:p|});
        Look(y.A);
        """);

    [Fact]
    public Task An_index_initializer_moves_its_value_and_borrows_its_key() => Construct.Body(
        """
        var k = Make();
        var x = Make();
        var t = new Table { [k] = x };
        Look(k);
        Look({|RVG0382:x|});
        """,
        "[Owned] class Table { public Data this[Data key] { get => null; set { } } }");

    [Fact]
    public Task A_collection_initializer_moves_what_Add_takes() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var b = new Bag { x, { y, 1 } };
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        """,
        Bags);

    [Fact]
    public Task A_collection_initializer_borrows_what_Add_borrows() => Construct.Body(
        """
        var x = MakePart();
        var b = new Bag { x, x };
        Look(x);
        """,
        Bags);

    [Fact]
    public Task A_dictionary_initializer_moves_its_values() => Construct.Body(
        """
        var x = Make();
        var t = new Shelf { { "a", x }, { "b", Make() } };
        Look({|RVG0382:x|});
        """,
        """
        class Shelf : System.Collections.IEnumerable
        {
            public void Add(string key, [Owned] Data value) { }
            public System.Collections.IEnumerator GetEnumerator() => null;
        }
        """);

    [Fact]
    public Task A_nested_collection_initializer_adds_to_what_is_there() => Construct.Body(
        """
        var x = Make();
        var h = new Holder { Items = { x, Make() } };
        Look({|RVG0382:x|});
        """,
        Bags + "class Holder { public Bag Items { get; } = new(); }");

    [Fact]
    public Task Stored_in_an_array_is_moved() => Construct.Body(
        """
        var x = Make();
        Data[] a = { x, Make() };
        Look({|RVG0382:x|});
        Look(a[0]);
        """);

    [Fact]
    public Task Taken_out_of_an_array_is_reported() => Construct.Body(
        """
        var a = new[] { Make() };
        Take({|RVG0508:a[0]|});
        """);

    [Fact]
    public Task An_array_of_borrows_holds_them() => Construct.Body(
        """
        var x = Make();
        var a = new[] { LookAsync(x) };
        {|RVG0502:x|}.Touch();
        Task.WaitAll(a);
        """);

    [Fact]
    public Task Stored_in_a_jagged_or_rectangular_array_is_moved() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        var a = new Data[,] { { x, Make() } };
        var b = new[] { new[] { y } };
        Look({|RVG0382:x|});
        Look({|RVG0382:y|});
        """);

    [CSharp13Fact]
    public Task Stored_in_a_collection_expression_is_moved() => Construct.Body(
        """
        var x = Make();
        Data[] a = [x, Make()];
        Look({|RVG0382:x|});
        Look(a[0]);
        """);

    [CSharp13Fact]
    public Task Stored_in_a_collection_expression_of_a_plain_type_is_moved() => Construct.Body(
        """
        var x = Make();
        IReadOnlyList<Data> a = [x, Make()];
        Look({|RVG0382:x|});
        """);

    [CSharp13Fact]
    public Task A_spread_copies_borrowed_elements() => Construct.Body(
        """
        var a = new[] { Make(), Make() };
        Data[] b = [..a, Make()];
        Look(a[0]);
        """);

    [CSharp13Fact]
    public Task A_spread_of_a_moved_collection_is_reported() => Construct.Body(
        """
        var a = new[] { Make(), Make() };
        var b = a;
        Data[] e = [Make(), ..{|RVG0382:a|}];
        """);

    [CSharp13Fact]
    public Task A_collection_expression_of_tasks_holds_their_borrows() => Construct.AsyncBody(
        """
        var x = Make();
        Task[] all = [LookAsync(x), Task.CompletedTask];
        {|RVG0502:x|}.Touch();
        await all[0];
        await all[1];
        """);

    [CSharp13Fact]
    public Task A_collection_expression_that_a_local_gets_may_hold_borrows() => Construct.Body(
        """
        var x = Make();
        Part[] all = [x.View(), Own.Borrow(x.B)];
        x.Peek();
        {|RVG0502:x|}.Touch();
        Look(all[0]);
        """);

    [CSharp13Fact]
    public Task A_collection_expression_with_a_value_of_its_own_takes_no_borrow() => Construct.Body(
        """
        var x = Make();
        Part[] all = [MakePart(), {|RVG0507:x.View()|}];
        Look(all[0]);
        """);

    [CSharp13Fact]
    public Task A_collection_expression_that_is_returned_as_borrowed_borrows() => Construct.Members(
        """
        [return: Borrowed]
        static Part[] Test([Borrowed] Data x) => [x.View(), x.B];
        [return: Borrowed]
        static Part[] Other([Borrowed] Data x)
        {
            var y = Make();
            return {|RVG0515:[x.View(), y.B]|};
        }
        """);

    [Fact]
    public Task A_tuple_that_is_yielded_as_borrowed_borrows() => Construct.Members(
        """
        [return: Borrowed]
        static IEnumerable<(Part, int)> Test([Borrowed] Data x)
        {
            yield return (x.View(), 1);
            yield return (x.B, 2);
        }
        static IEnumerable<(Part, int)> Other([Borrowed] Data x)
        {
            yield return ({|RVG0507:x.B|}, 2);
        }
        """);

    [Fact]
    public Task Stored_in_an_anonymous_object_is_moved() => Construct.Body(
        """
        var x = Make();
        var y = new { x.N, Data = x };
        Look({|RVG0382:x|});
        Look(y.Data);
        """);

    [Fact]
    public Task An_anonymous_object_with_an_owned_part_is_moved_as_a_whole() => Construct.Body(
        """
        var y = new { Data = Make(), N = 1 };
        var z = y;
        Look({|RVG0382:y.Data|});
        """);

    [Fact]
    public Task An_anonymous_object_of_plain_parts_is_accepted() => Construct.Body(
        """
        var x = Make();
        var y = new { x.N, x.Name };
        var z = y;
        Lend(y.Name + z.Name);
        Take(x);
        """);

    [Fact]
    public Task With_on_an_anonymous_object_moves_what_it_does_not_replace() => Construct.Body(
        """
        var y = new { Data = Make(), N = 1 };
        var z = y with { N = 2 };
        Look({|RVG0382:y.Data|});
        Look(z.Data);
        """);

    [Fact]
    public Task With_on_an_anonymous_object_that_replaces_every_owned_part_is_accepted() => Construct.Body(
        """
        var y = new { Data = Make(), N = 1 };
        var z = y with { Data = Make() };
        Look(y.Data);
        Look(z.Data);
        """);

    [Fact]
    public Task An_element_of_a_stackalloc_is_read() => Construct.Body(
        """
        var x = Make();
        Span<int> s = stackalloc int[] { x.N, 2 };
        x.Touch();
        s[0] = x.N;
        Take(x);
        Span<int> t = stackalloc[] { {|RVG0382:x.N|} };
        """);

    private const string Bags =
        """
        class Bag : System.Collections.IEnumerable
        {
            public void Add([Owned] Data data) { }
            public void Add([Owned] Data data, int n) { }
            public void Add([Borrowed] Part part) { }
            public System.Collections.IEnumerator GetEnumerator() => null;
        }
        """;
}
