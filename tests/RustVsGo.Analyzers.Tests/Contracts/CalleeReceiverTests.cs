namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>What a body may do with <c>this</c>.</summary>
public sealed partial class CalleeReceiverTests
{
    [Fact]
    public Task A_method_borrows_unless_it_says_otherwise() => Callee.InOwner(
        """
        public int Read() => _n + _a.N;

        public void Assign() => {|RVG0594:_n = 1|};

        public void Call() => {|RVG0596:_a|}.Bump();

        public void Lend() => Poke({|RVG0596:_a|});

        [Mutates]
        public void AssignStated() => _n = 1;

        [Mutates]
        public void CallStated()
        {
            _a.Bump();
            Poke(_b);
        }
        """);

    [Fact]
    public Task Borrows_is_what_holds_anyway() => Callee.InOwner(
        """
        [Borrows]
        public int Read() => _n;

        [Borrows]
        public void Assign() => {|RVG0594:_n = 1|};
        """);

    [Fact]
    public Task A_getter_borrows_and_a_setter_mutates() => Callee.InOwner(
        """
        private Action _handlers = () => { };

        public int Next => {|RVG0594:++_n|};

        public int Cached
        {
            [Mutates]
            get => ++_n;
        }

        public int Number
        {
            get => _n;
            set => _n = value;
        }

        public int Initial
        {
            init => _n = value;
        }

        public event Action Changed
        {
            add => _handlers += value;
            remove => _handlers -= value;
        }

        public Box() => _n = 1;
        """);

    [Fact]
    public Task Who_borrows_this_does_not_take_it_apart() => Callee.InOwner(
        """
        public Part Give() => {|RVG0507:_a|};

        [Mutates]
        public Part GiveMut() => {|RVG0507:_a|};

        public void EatIt() => Eat({|RVG0507:_a|});

        [Mutates]
        public Part Take() => Own.Replace(ref _a, new Part());
        """);

    [Fact]
    public Task Who_consumes_this_may_take_it_apart() => Callee.InOwner(
        """
        [Consumes]
        public Part Give() => _a;

        [Consumes]
        public Part Both()
        {
            Eat(_a);
            return _b;
        }

        [Consumes]
        public Part Twice()
        {
            Eat(_a);
            return {|RVG0382:_a|};
        }
        """);

    [Fact]
    public Task This_may_be_given_away_by_who_consumes_it() => Callee.Is(
        """
        [Owned]
        public sealed class Node
        {
            public Node Next;

            static void Take([Owned] Node node) { }

            [Consumes]
            public void Give() => Take(this);

            public void GiveBorrowed() => Take({|RVG0507:this|});
        }
        """);

    [Fact]
    public Task A_plain_object_may_change_what_it_has() => Callee.InPlain(
        """
        public void Change()
        {
            _n++;
            _a.Bump();
            _a = new Part();
            Poke(_a);
        }

        public Part Replace() => Own.Replace(ref _a, new Part());
        """);

    [Fact]
    public Task Mutation_ends_where_the_object_shares() => Callee.Is(
        """
        [Owned]
        public sealed class Cache
        {
            private readonly Dictionary<int, int> _memo = new();
            private readonly object _gate = new();
            private volatile int _version;
            private int _count;
            private int _guarded;

            public void Remember(int key) => _memo[key] = key;

            public void Next() => _version = _version + 1;

            public void Count() => Interlocked.Increment(ref _count);

            public void Guarded()
            {
                lock (_gate)
                    _guarded++;
            }

            public void Unguarded() => {|RVG0594:_guarded++|};
        }
        """);

    [Fact]
    public Task A_dispose_body_owns_this() => Callee.Is(
        """
        [Owned]
        public sealed class Link : IDisposable
        {
            private readonly Sock _sock = new();
            private Part _part = new();
            private int _n;

            public void Dispose()
            {
                _n = 1;
                _sock.Dispose();
                Eat(_part);
            }
        }

        [Owned]
        public sealed class Twice : IDisposable
        {
            private readonly Sock _sock = new();

            public void Dispose()
            {
                _sock.Dispose();
                {|RVG0382:_sock|}.Dispose();
            }
        }
        """);

    [Fact]
    public Task A_finalizer_and_the_dispose_pattern_own_this() => Callee.Is(
        """
        [Owned]
        public class Link : IDisposable
        {
            private readonly Sock _sock = new();

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                    _sock.Dispose();
            }

            ~Link() => Dispose(false);
        }
        """);

    [Fact]
    public Task Elsewhere_a_dropped_field_is_assigned_before_it_is_used() => Callee.Is(
        """
        [Owned]
        public sealed class Link
        {
            private Sock _sock = new();

            [Mutates]
            public void Reset()
            {
                _sock.Dispose();
                _sock = new Sock();
                _sock.Send();
            }

            [Mutates]
            public void Late()
            {
                _sock.Dispose();
                {|RVG0382:_sock|}.Send();
                _sock = new Sock();
            }

            public void Shared()
            {
                {|RVG0596:_sock|}.Dispose();
                _sock.Send();
            }
        }
        """);
}
