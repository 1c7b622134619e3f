namespace RustVsGo.Analyzers.Tests.Contracts;

/// <content>The members in which the receiver is a matter of where they stand: drop bodies, constructors, implementations, partial members, structs.</content>
public sealed partial class CalleeReceiverTests
{
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
