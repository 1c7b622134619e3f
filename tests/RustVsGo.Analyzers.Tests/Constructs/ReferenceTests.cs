namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>ref</c> locals, returns, reassignment and fields, <c>ref</c> structs, <c>scoped</c>, <c>in</c>, <c>out</c>, <c>ref readonly</c>.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public Task Assigned_while_a_ref_local_points_at_it_is_reported() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.N;
        {|RVG0506:x.N = 1|};
        s = 2;
        x.N = 3;
        """);

    [Fact]
    public Task A_ref_local_that_is_no_longer_used_is_accepted() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.N;
        s = 2;
        x.Touch();
        Take(x);
        """);

    [Fact]
    public Task Two_ref_locals_to_different_fields_are_accepted() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.N;
        ref var t = ref x.Name;
        s = 1;
        t = "a";
        s = 2;
        """);

    [Fact]
    public Task Moved_while_a_ref_local_points_into_it_is_reported() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.N;
        Take({|RVG0505:x|});
        s = 2;
        """);

    [Fact]
    public Task Read_while_a_ref_readonly_local_points_at_it_is_accepted() => Construct.Body(
        """
        var x = Make();
        ref readonly var s = ref x.N;
        Lend(x.N + s);
        x.N = 1;
        """);

    [Fact]
    public Task A_ref_local_that_is_pointed_elsewhere_lets_go() => Construct.Body(
        """
        var x = Make();
        var y = Make();
        ref var s = ref x.N;
        s = 1;
        s = ref y.N;
        x.Touch();
        {|RVG0499:y|}.Touch();
        s = 2;
        """);

    [Fact]
    public Task A_returned_reference_holds_its_receiver() => Construct.Body(
        """
        var x = Make();
        ref var s = ref x.Slot();
        {|RVG0499:x|}.Touch();
        s = 2;
        x.Touch();
        """);

    [Fact]
    public Task A_returned_reference_written_at_once_is_accepted() => Construct.Body(
        """
        var x = Make();
        x.Slot() = 3;
        x.Slot()++;
        x.Touch();
        """);

    [Fact]
    public Task A_returned_reference_holds_the_argument_that_it_may_come_from() => Construct.Members(
        """
        static ref int First(ref int a, scoped ref int b) => ref a;

        static void Test()
        {
            var x = Make();
            var y = Make();
            ref var s = ref First(ref x.N, ref y.N);
            y.Touch();
            {|RVG0499:x|}.Touch();
            s = 1;
        }
        """);

    [Fact]
    public Task A_ref_struct_holds_what_its_field_points_at() => Construct.Body(
        """
        var x = Make();
        var w = new Cursor(ref x.N);
        {|RVG0499:x|}.Touch();
        w.Step();
        x.Touch();
        """,
        "ref struct Cursor { private ref int _at; public Cursor(ref int at) => _at = ref at; public void Step() => _at++; }");

    [Fact]
    public Task A_ref_struct_that_is_no_longer_used_is_accepted() => Construct.Body(
        """
        var x = Make();
        var w = new Cursor(ref x.N);
        w.Step();
        x.Touch();
        """,
        "ref struct Cursor { private ref int _at; public Cursor(ref int at) => _at = ref at; public void Step() => _at++; }");

    [Fact]
    public Task A_scoped_argument_is_not_held() => Construct.Members(
        """
        static Span<int> Fill(scoped Span<int> from, Span<int> to) => to;

        static void Test()
        {
            var a = new Store();
            var b = new Store();
            var s = Fill(a.All(), b.All());
            a.Clear();
            {|RVG0502:b|}.Clear();
            s[0] = 1;
        }
        """,
        Stores);

    [Fact]
    public Task An_UnscopedRef_member_lends_a_part_of_its_struct() => Construct.Body(
        """
        var x = new Cell();
        ref var s = ref x.Value();
        {|RVG0506:x = new Cell()|};
        s = 1;
        x = new Cell();
        """,
        "[Owned] struct Cell { private int _n; [Mutates, UnscopedRef] public ref int Value() => ref _n; }");

    [Fact]
    public Task An_in_argument_is_borrowed_for_the_call() => Construct.Members(
        """
        static int Read(in Token token) => token.N;

        static void Test()
        {
            var x = new Token();
            Read(in x);
            Read(x);
            var y = x;
            Read(in {|RVG0382:x|});
        }
        """,
        "[Owned] struct Token { public int N; }");

    [Fact]
    public Task A_ref_argument_is_borrowed_exclusively_for_the_call() => Construct.Members(
        """
        static void Both(ref Data first, [Borrowed] Data second) { }

        static void Test()
        {
            var x = Make();
            var y = Make();
            Both(ref x, y);
            Both(ref {|#0:x|}, {|RVG0502:x|});
        }
        """);

    [Fact]
    public Task A_ref_argument_that_is_borrowed_elsewhere_is_reported() => Construct.Members(
        """
        static void Reset(ref Data data) => data = Make();

        static void Test()
        {
            var x = Make();
            var p = x.View();
            Reset(ref {|RVG0502:x|});
            Look(p);
            Reset(ref x);
            x.Touch();
        }
        """);

    [Fact]
    public Task An_out_argument_is_assigned() => Construct.Members(
        """
        static bool TryMake(out Data data) { data = Make(); return true; }

        static void Test()
        {
            var x = Make();
            Take(x);
            if (TryMake(out x))
                Look(x);
            TryMake(out var y);
            Take(y);
            Look({|RVG0382:y|});
            TryMake(out _);
        }
        """);

    [Fact]
    public Task An_out_argument_that_is_borrowed_is_reported() => Construct.Members(
        """
        static bool TryMake(out Data data) { data = Make(); return true; }

        static void Test()
        {
            var x = Make();
            var p = x.View();
            TryMake(out {|RVG0506:x|});
            Look(p);
        }
        """);

    [Fact]
    public Task A_ref_readonly_parameter_borrows() => Construct.Members(
        """
        static int Read(ref readonly Token token) => token.N;

        static void Test()
        {
            var x = new Token();
            Read(in x);
            Read(ref x);
            var y = x;
            Read(in {|RVG0382:x|});
        }
        """,
        "[Owned] struct Token { public int N; }");

    [Fact]
    public Task A_ref_parameter_may_not_be_moved_out_of() => Construct.Members(
        """
        static void Test(ref Data d) => Take({|RVG0507:d|});
        """);

    [Fact]
    public Task A_ref_parameter_may_be_taken_and_replaced() => Construct.Members(
        """
        static void Test(ref Data d)
        {
            Take(Own.Take(ref d));
            Take(Own.Replace(ref d, Make()));
            d.Touch();
            d = Make();
        }
        """);

    [Fact]
    public Task A_foreach_by_reference_writes_through_its_span() => Construct.Body(
        """
        var x = new Store();
        foreach (ref var i in x.All())
            i++;
        x.Clear();
        foreach (ref var i in x.All())
        {
            {|RVG0502:x|}.Clear();
            i++;
        }
        """,
        Stores);

    private const string Stores =
        """
        [Owned] class Store
        {
            private int[] _items = new int[4];
            public Span<int> All() => _items;
            [Mutates] public void Clear() => _items = new int[4];
        }
        """;
}
