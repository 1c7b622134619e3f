namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Properties, indexers, ranges, inline arrays, events.</summary>
public sealed class MemberTests
{
    [Fact]
    public Task An_auto_property_is_a_place() => Construct.Body(
        """
        var x = Make();
        var p = x.Spare;
        Look(x.A);
        Look({|RVG0382:x.Spare|});
        x.Spare = p;
        Look(x.Spare);
        """);

    [Fact]
    public Task A_getter_lends_what_it_gives() => Construct.Body(
        """
        var x = new Shelf();
        var p = x.First;
        {|RVG0502:x|}.Clear();
        Look(p);
        x.Clear();
        """,
        Shelves);

    [Fact]
    public Task What_a_getter_lends_may_not_be_taken() => Construct.Body(
        """
        var x = new Shelf();
        Take({|RVG0507:x.First|});
        """,
        Shelves);

    [Fact]
    public Task A_setter_takes_its_value_and_mutates() => Construct.Body(
        """
        var x = new Shelf();
        var p = MakePart();
        var q = x.First;
        {|RVG0502:x|}.First = p;
        Look(q);
        Look({|RVG0382:p|});
        x.First = MakePart();
        """,
        Shelves);

    [Fact]
    public Task A_virtual_property_is_a_call() => Construct.Body(
        """
        var x = new Base();
        Take({|RVG0507:x.Inner|});
        x.Inner = MakePart();
        Look(x.Inner);
        """,
        "[Owned] class Base { public virtual Part Inner { get; set; } = new(); } class Derived : Base { public override Part Inner { get; set; } = new(); }");

    [Fact]
    public Task A_property_of_an_interface_is_a_call() => Construct.Members(
        """
        static void Test([Borrowed] IShelf x)
        {
            Look(x.Inner);
            Look(x.Other);
            Take({|RVG0507:x.Inner|});
        }
        """,
        "[Owned] interface IShelf { Part Inner { get; } Part Other => Inner; }");

    [Fact]
    public Task A_static_property_is_everybody_s() => Construct.Members(
        """
        static Data Only { get; } = Make();

        static void Test()
        {
            Look(Only);
            Only.Touch();
            Take({|RVG0507:Only|});
        }
        """);

    [Fact]
    public Task A_required_and_an_init_property_take_their_value() => Construct.Body(
        """
        var p = MakePart();
        var q = MakePart();
        var x = new Form { Name = p, Other = q };
        Look({|RVG0382:p|});
        Look({|RVG0382:q|});
        Look(x.Name);
        """,
        "[Owned] class Form { public required Part Name { get; set; } public Part Other { get; init; } }");

    [CSharp14Fact]
    public Task The_field_of_a_property_is_a_place_of_this() => Construct.Program(
        """
        [Owned] class Form
        {
            public Part Name { get => field; set { field = value; Look({|RVG0382:value|}); } } = new();
            public Part Other { get; set { Look(value); field = value; } } = new();
        }
        """);

    [Fact]
    public Task An_expression_bodied_property_lends() => Construct.Program(
        """
        [Owned] class Form
        {
            private Part _name = new();
            public Part Name => _name;
            public Part Twice => Name;
            [return: Owned] public Part Copy() => _name.Dup();
            [return: Owned] public Part Stolen() => {|RVG0507:_name|};
        }
        """);

    [Fact]
    public Task An_indexer_lends_its_element_and_borrows_its_key() => Construct.Body(
        """
        var t = new Table();
        var k = MakePart();
        var e = t[k];
        Look(k);
        {|RVG0502:t|}.Clear();
        Look(e);
        Take({|RVG0507:t[k]|});
        """,
        Tables);

    [Fact]
    public Task An_indexer_takes_its_value() => Construct.Body(
        """
        var t = new Table();
        var k = MakePart();
        var v = Make();
        t[k] = v;
        Look(k);
        Look({|RVG0382:v|});
        t[k] = Make();
        """,
        Tables);

    [Fact]
    public Task An_index_from_the_end_is_an_element() => Construct.Body(
        """
        var a = new[] { Make(), Make() };
        Look(a[^1]);
        a[^1].Touch();
        a[^2] = Make();
        Take({|RVG0508:a[^1]|});
        """);

    [Fact]
    public Task A_range_of_a_span_holds_what_the_span_holds() => Construct.Body(
        """
        var x = new Store();
        var s = x.All()[1..^1];
        {|RVG0502:x|}.Clear();
        s[0] = 1;
        x.Clear();
        """,
        Stores);

    [Fact]
    public Task A_range_of_plain_elements_is_a_copy() => Construct.Body(
        """
        var a = new[] { 1, 2, 3 };
        var b = a[1..];
        Lend(b);
        var s = "abc"[..^1];
        Lend(s);
        Range r = 1..n;
        Index i = ^n;
        Lend(r.Start.Value + i.Value);
        """);

    [Fact]
    public Task An_inline_array_lends_through_a_span() => Construct.Body(
        """
        var x = new Ring();
        Span<int> s = x.Items;
        {|RVG0506:x = new Ring()|};
        s[0] = 1;
        x.Items[1] = 2;
        x = new Ring();
        """,
        "[InlineArray(4)] struct Four { private int _first; } [Owned] class Ring { public Four Items; }");

    [Fact]
    public Task An_implicit_conversion_to_a_span_borrows_an_array_that_owns() => Construct.Body(
        """
        var a = new[] { Make() };
        Span<Data> s = a;
        var b = {|RVG0505:a|};
        Look(s[0]);
        """);

    [Fact]
    public Task A_span_of_a_plain_array_keeps_the_array() => Construct.Body(
        """
        var x = new Store();
        Span<int> s = x.Items;
        x.Items = new int[2];
        s[0] = 1;
        ReadOnlySpan<int> r = x.Items;
        x.Clear();
        Lend(r.Length);
        var a = new[] { 1 };
        Span<int> t = a;
        a[0] = 2;
        t[0] = a[0];
        """,
        Stores);

    [Fact]
    public Task An_element_from_the_end_is_set_by_its_indexer() => Construct.Body(
        """
        var x = new Row();
        var p = MakePart();
        x[^1] = p;
        Look({|RVG0382:p|});
        var q = x[^1];
        {|RVG0502:x|}[^2] = MakePart();
        Look(q);
        """,
        "[Owned] class Row { private readonly Part[] _parts = new Part[4]; public int Length => 4; public Part this[int at] { get => _parts[at]; set => _parts[at] = value; } }");

    [Fact]
    public Task A_handler_that_a_foreign_event_keeps_takes_what_it_captures() => Construct.Body(
        """
        var x = Make();
        var s = new Source();
        s.Changed += () => Look(x);
        Look({|RVG0382:x|});
        """,
        "class Source { public event Action Changed; public void Raise() => Changed?.Invoke(); }");

    [Fact]
    public Task A_handler_of_an_event_of_this_object_is_accepted() => Construct.Program(
        """
        [Owned] class Source
        {
            private int _count;
            public event Action Changed;
            [Mutates] public void Start() => Changed += Count;
            [Mutates] public void Stop() => Changed -= Count;
            private void Count() => Lend(_count);
            public void Raise() => Changed?.Invoke();
        }
        """);

    [Fact]
    public Task A_handler_with_a_borrowed_parameter_is_reported() => Construct.Members(
        """
        static void Test([Borrowed] Data d, Source s) => s.Changed += {|RVG0521:() => d.Peek()|};
        """,
        "class Source { public event Func<int> Changed; public void Raise() => Changed?.Invoke(); }");

    [Fact]
    public Task The_accessors_of_an_event_are_bodies() => Construct.Program(
        """
        class Source
        {
            private Action _all;
            public event Action Changed
            {
                add
                {
                    var x = Make();
                    Take(x);
                    Look({|RVG0382:x|});
                    _all += value;
                }
                remove => _all -= value;
            }
        }
        """);

    private const string Shelves =
        """
        [Owned] class Shelf
        {
            private Part _part = new();
            public Part First { get => _part; set => _part = value; }
            [Mutates] public void Clear() => _part = new();
        }
        """;

    private const string Tables =
        """
        [Owned] class Table
        {
            private Data _data = new();
            public Data this[Part key] { get => _data; set => _data = value; }
            [Mutates] public void Clear() => _data = new();
        }
        """;

    private const string Stores =
        """
        [Owned] class Store
        {
            public int[] Items = new int[4];
            public Span<int> All() => Items;
            [Mutates] public void Clear() => Items = new int[4];
        }
        """;
}
