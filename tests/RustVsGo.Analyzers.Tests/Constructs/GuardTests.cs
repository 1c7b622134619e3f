namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary><c>lock</c>, <c>fixed</c>, <c>stackalloc</c>, pointers, <c>sizeof</c>, <c>typeof</c>, <c>nameof</c>, <c>default</c>, <c>checked</c>.</summary>
public sealed class GuardTests
{
    [Fact]
    public Task What_a_lock_guards_may_be_changed() => Construct.Program(
        """
        [Owned] class Counter
        {
            private readonly object _gate = new();
            private int _n;
            public void Add() { lock (_gate) { _n++; } }
            public void Wrong() => {|RVG0594:_n++|};
        }
        """);

    [Fact]
    public Task What_a_Lock_object_guards_may_be_changed() => Construct.Program(
        """
        [Owned] class Counter
        {
            private readonly Lock _gate = new();
            private int _n;
            public void Add() { lock (_gate) { _n++; } }
            public void Wrong() => {|RVG0594:_n++|};
        }
        """);

    [Fact]
    public Task Moved_inside_a_lock_is_reported_behind_it() => Construct.Body(
        """
        var x = Make();
        var gate = new object();
        lock (gate)
        {
            Take(x);
        }

        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task A_lock_over_an_owned_value_uses_it() => Construct.Body(
        """
        var x = Make();
        lock (x)
        {
            x.Touch();
        }

        Take(x);
        lock ({|RVG0382:x|})
        {
        }
        """);

    [Fact]
    public Task A_fixed_statement_over_an_owned_array_reads_it() => Construct.Members(
        """
        static unsafe void Test()
        {
            var x = new Store();
            fixed (int* p = x.Items)
            {
                *p = 1;
                p[1] = *p;
            }

            fixed (int* q = &x.N, r = x.Items)
                *q = *r;
            var y = x;
            fixed (int* p = {|RVG0382:x.Items|})
                *p = 1;
        }
        """,
        "[Owned] class Store { public int[] Items = new int[4]; public int N; }");

    [Fact]
    public Task A_fixed_statement_over_a_span_uses_its_source() => Construct.Members(
        """
        static unsafe void Test()
        {
            var x = new Store();
            fixed (int* p = x.All())
                *p = 1;
            x.Clear();
            var s = x.All();
            {|RVG0502:x|}.Clear();
            fixed (int* p = s)
                *p = 1;
        }
        """,
        """
        [Owned] class Store
        {
            private int[] _items = new int[4];
            public Span<int> All() => _items;
            [Mutates] public void Clear() => _items = new int[4];
        }
        """);

    [Fact]
    public Task A_pointer_has_no_owner_that_could_be_followed() => Construct.Members(
        """
        static unsafe void Test(int* p)
        {
            var x = Make();
            *p = x.N;
            p[1] = x.N;
            p++;
            Take(x);
            *p = {|RVG0382:x.N|};
        }
        """);

    [Fact]
    public Task The_address_of_a_moved_struct_is_reported() => Construct.Members(
        """
        static unsafe void Test()
        {
            var x = new Token();
            Token* p = &x;
            p->N = 1;
            var y = x;
            p = &{|RVG0382:x|};
        }
        """,
        "[Owned] struct Token { public int N; }");

    [Fact]
    public Task Names_and_types_evaluate_nothing() => Construct.Members(
        """
        static unsafe void Test()
        {
            var x = Make();
            Take(x);
            Lend(nameof(x) + nameof(x.Name) + typeof(Data) + sizeof(int) + default(int));
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_checked_block_changes_nothing() => Construct.Body(
        """
        var x = Make();
        checked
        {
            x.N += n;
            Take(x);
        }

        unchecked
        {
            Lend({|RVG0382:x.N|} + n);
        }
        """);

    [Fact]
    public Task A_stackalloc_of_plain_elements_is_accepted() => Construct.Members(
        """
        static unsafe void Test(int n)
        {
            var x = Make();
            int* p = stackalloc int[4];
            Span<int> s = n < 10 ? stackalloc int[n] : new int[n];
            s[0] = x.N;
            p[0] = s[0];
            x.Touch();
        }
        """);
}
