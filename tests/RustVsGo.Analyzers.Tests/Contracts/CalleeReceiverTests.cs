namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>What a body may do with <c>this</c>.</summary>
public sealed class CalleeReceiverTests
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

    [Fact]
    public Task Every_body_that_drops_owns_this_and_drops_each_field_once() => Callee.Is(
        """
        [Owned]
        public class Pattern : IDisposable
        {
            private readonly Sock _sock = new();

            public void Dispose() => Dispose(true);

            protected virtual void Dispose(bool disposing)
            {
                _sock.Dispose();
                {|RVG0382:_sock|}.Dispose();
            }

            protected virtual ValueTask DisposeAsyncCore()
            {
                _sock.Dispose();
                {|RVG0382:_sock|}.Dispose();
                return default;
            }

            ~Pattern()
            {
                _sock.Dispose();
                {|RVG0382:_sock|}.Dispose();
            }
        }

        [Owned]
        public sealed class Later : IAsyncDisposable
        {
            private readonly Sock _sock = new();
            private Part _part = new();
            private int _n;

            public ValueTask DisposeAsync()
            {
                _n = 1;
                Eat(_part);
                _sock.Dispose();
                {|RVG0382:_sock|}.Dispose();
                return default;
            }
        }

        [Owned]
        public sealed class Explicit : IDisposable
        {
            private readonly Sock _sock = new();
            private Part _part = new();
            private int _n;

            void IDisposable.Dispose()
            {
                _n = 1;
                Eat(_part);
                _sock.Dispose();
                {|RVG0382:_sock|}.Dispose();
            }
        }

        [Owned]
        public sealed class Named
        {
            private readonly Sock _sock = new();
            private Part _part = new();
            private int _n;

            [Drop]
            public void Close(int timeout)
            {
                _n = timeout;
                Eat(_part);
                _sock.Dispose();
                {|RVG0382:_sock|}.Dispose();
            }
        }
        """);

    [Fact]
    public Task A_constructor_owns_this() => Callee.InOwner(
        """
        public Box()
        {
            Eat(_a);
            _a = new Part();
            _n = 1;
        }

        public Box(int n)
        {
            Eat(_a);
            Eat({|RVG0382:_a|});
        }
        """);

    private const string Shape =
        """
        public interface IShape
        {
            [Mutates] void Grow();

            [Borrows] int Area();

            [Consumes] Part Finish();

            int Size { [Mutates] get; }

            int Other { get; set; }

            event Action Changed;
        }


        """;

    [Fact]
    public Task An_explicit_implementation_has_the_receiver_that_its_interface_says() => Callee.Is(
        Shape +
        """
        [Owned]
        public sealed class Square : IShape
        {
            private Part _a = new();
            private int _n;
            private Action _handlers = () => { };

            void IShape.Grow() => _n++;

            int IShape.Area() => {|RVG0594:_n++|};

            Part IShape.Finish()
            {
                Eat(_a);
                return {|RVG0382:_a|};
            }

            int IShape.Size => _n++;

            int IShape.Other
            {
                get => {|RVG0594:_n++|};
                set => _n = value;
            }

            event Action IShape.Changed
            {
                add => _handlers += value;
                remove => _handlers -= value;
            }
        }
        """);

    [Fact]
    public Task An_implicit_implementation_has_the_receiver_that_its_interface_says() => Callee.Is(
        Shape +
        """
        [Owned]
        public sealed class Square : IShape
        {
            private Part _a = new();
            private int _n;

            public event Action Changed;

            public void Grow() => _n++;

            public int Area() => {|RVG0594:_n++|};

            public Part Finish()
            {
                Eat(_a);
                return {|RVG0382:_a|};
            }

            public int Size => _n++;

            public int Other
            {
                get => {|RVG0594:_n++|};
                set => _n = value;
            }
        }
        """);

    [Fact]
    public Task A_body_has_the_receiver_that_a_contract_file_says() => Verify.OwnershipWith(
        "M:ICounter.Next ; this: [Mutates]",
        """
        using RustVsGo;

        public interface ICounter
        {
            int Next();

            int Peek();
        }

        [Owned]
        public sealed class Counter : ICounter
        {
            private int _n;

            public int Next() => _n++;

            public int Peek() => {|RVG0594:_n++|};
        }
        """);

    [Fact]
    public Task Both_parts_of_a_partial_member_have_one_receiver_and_one_result() => Callee.Is(
        """
        [Owned]
        public sealed partial class Parted
        {
            private Part _a = new();
            private int _n;

            [Mutates] public partial void Grow();

            public partial void Grow() => _n++;

            public partial int Area();

            [Borrows] public partial int Area() => {|RVG0594:_n++|};

            [Consumes] public partial Part Finish();

            public partial Part Finish()
            {
                Eat(_a);
                return {|RVG0382:_a|};
            }

            [return: Borrowed] public partial Part View();

            public partial Part View() => _a;

            public partial Part Give();

            public partial Part Give() => {|RVG0507:_a|};
        }
        """);

    [Fact]
    public Task A_struct_borrows_itself_unless_it_says_otherwise() => Callee.Is(
        """
        [Owned]
        public struct Pair
        {
            public Part A;

            [Mutates]
            public void Renew() => A = new Part();

            public void Change() => {|RVG0594:A = new Part()|};

            public readonly int Read() => A.N;
        }
        """);
}
