namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>What a body may do with its parameters.</summary>
public sealed class CalleeParameterTests
{
    [Fact]
    public Task An_owned_parameter_may_be_moved_mutated_and_stored() => Callee.InPlain(
        """
        public void Move([Owned] Part part) => Eat(part);

        public void Mutate([Owned] Part part)
        {
            part.N = 1;
            part.Bump();
            Poke(part);
        }

        public void Store([Owned] Part part) => _a = part;

        public Part Return([Owned] Part part) => part;
        """);

    [Fact]
    public Task An_owned_parameter_is_moved_once() => Callee.InPlain(
        """
        public void Stated([Owned] Part part)
        {
            Eat(part);
            Eat({|RVG0382:part|});
        }

        public void ByItsType(Part part)
        {
            _a = part;
            See({|RVG0382:part|});
        }
        """);

    [Fact]
    public Task An_owned_plain_value_is_not_used_after_it_was_dropped() => Callee.InPlain(
        """
        public int Read([Owned] Stream stream)
        {
            var read = stream.ReadByte();
            stream.Dispose();
            return read;
        }

        public int ReadTooLate([Owned] Stream stream)
        {
            stream.Dispose();
            return {|RVG0382:stream|}.ReadByte();
        }
        """);

    [Fact]
    public Task A_borrowed_parameter_may_be_read_and_lent_on() => Callee.InPlain(
        """
        public int Read([Borrowed] Part part)
        {
            See(part);
            var same = part;
            return part.N + same.N;
        }
        """);

    [Fact]
    public Task A_borrowed_parameter_may_not_be_moved() => Callee.InPlain(
        """
        public void Move([Borrowed] Part part) => Eat({|RVG0507:part|});

        public void Store([Borrowed] Part part) => _a = {|RVG0507:part|};

        public Part Return([Borrowed] Part part) => {|RVG0507:part|};

        public void MoveMut([BorrowedMut] Part part) => Eat({|RVG0507:part|});
        """);

    [Fact]
    public Task A_borrowed_parameter_may_not_be_mutated() => Callee.InPlain(
        """
        public void Assign([Borrowed] Part part) => {|RVG0594:part.N = 1|};

        public void Call([Borrowed] Part part) => {|RVG0596:part|}.Bump();

        public void Lend([Borrowed] Part part) => Poke({|RVG0596:part|});

        public void Mutable([BorrowedMut] Part part)
        {
            part.N = 1;
            part.Bump();
            Poke(part);
            See(part);
        }
        """);

    [Fact]
    public Task A_borrowed_parameter_of_a_plain_type_may_not_escape() => Callee.InPlain(
        """
        private Stream _stream = Stream.Null;

        public void Store([Borrowed] Stream stream) => _stream = {|RVG0521:stream|};

        public Stream Return([Borrowed] Stream stream) => {|RVG0521:stream|};

        [return: Borrowed(nameof(stream))]
        public Stream ReturnBorrowed([Borrowed] Stream stream) => stream;

        public int Use([Borrowed] Stream stream) => stream.ReadByte();
        """);

    [Fact]
    public Task A_borrowed_parameter_of_a_plain_type_may_not_be_dropped() => Callee.InPlain(
        """
        public void Drop([Borrowed] Stream stream) => {|RVG0507:stream|}.Dispose();

        public void DropOwned([Owned] Stream stream) => stream.Dispose();
        """);

    [Fact]
    public Task A_lent_parameter_may_be_stored_returned_and_dropped() => Callee.InPlain(
        """
        private Stream _stream = Stream.Null;
        private object _object = "";

        public void Store(Stream stream, object value)
        {
            _stream = stream;
            _object = value;
        }

        public Stream Return(Stream stream) => stream;

        public void Drop(Stream stream) => stream.Dispose();
        """);

    [Fact]
    public Task A_ref_parameter_is_an_exclusive_borrow_of_the_place() => Callee.InPlain(
        """
        public void Move(ref Part part) => Eat({|RVG0507:part|});

        public void Mutate(ref Part part)
        {
            part.N = 1;
            part.Bump();
            part = new Part();
        }

        public void Take(ref Part part) => Eat(Own.Replace(ref part, new Part()));
        """);

    [Fact]
    public Task An_in_parameter_is_a_shared_borrow_of_the_place() => Callee.InPlain(
        """
        public void Move(in Part part) => Eat({|RVG0507:part|});

        public void Assign(in Part part) => {|RVG0594:part.N = 1|};

        public void Call(in Part part) => {|RVG0596:part|}.Bump();

        public int Read(in Part part) => part.N;
        """);

    [Fact]
    public Task An_out_parameter_is_assigned() => Callee.InPlain(
        """
        public void Make(out Part part) => part = new Part();

        public void Give(out Part part, Part other)
        {
            part = other;
            See({|RVG0382:other|});
        }
        """);

    [Fact]
    public Task A_type_parameter_that_is_owned_is_a_move_type() => Callee.Is(
        """
        [Owned]
        public class Thing;

        public static class C
        {
            static void Take<[Owned] T>([Owned] T value) { }

            static void Once<[Owned] T>([Owned] T value) => Take(value);

            static void Twice<[Owned] T>([Owned] T value)
            {
                Take(value);
                Take({|RVG0382:value|});
            }

            static void Constrained<T>(T value)
                where T : Thing
            {
                Keep(value);
                Keep({|RVG0382:value|});
            }

            static void Keep([Owned] Thing thing) { }

            static T Same<T>(T value) => value;
        }
        """);

    [Fact]
    public Task The_receiver_of_an_extension_method_is_borrowed() => Callee.Is(
        """
        public static class C
        {
            public static int Read(this Part part) => part.N;

            public static void Change(this Part part) => {|RVG0596:part|}.Bump();

            public static void Take(this Part part) => Eat({|RVG0507:part|});

            [Mutates]
            public static void ChangeStated(this Part part) => part.Bump();

            [Consumes]
            public static void TakeStated(this Part part) => Eat(part);
        }
        """);

    [Fact]
    public Task Operators_and_comparisons_borrow() => Callee.Is(
        """
        [Owned]
        public sealed class Money : IComparable<Money>
        {
            public int N;

            public static Money operator +(Money x, Money y) => new() { N = x.N + y.N };

            public static Money operator -(Money x, Money y) => {|RVG0507:x|};

            public static void Take([Owned] Money money) { }

            public bool Equals(Money other)
            {
                Take({|RVG0507:other|});
                return true;
            }

            public int CompareTo(Money other)
            {
                {|RVG0594:other.N = 1|};
                return N.CompareTo(other.N);
            }
        }
        """);

    [Fact]
    public Task A_key_of_an_indexer_is_borrowed_and_its_value_owned() => Callee.InPlain(
        """
        public int this[Part key]
        {
            get
            {
                Eat({|RVG0507:key|});
                return 0;
            }
        }

        public Part this[int index]
        {
            set
            {
                _a = value;
                See({|RVG0382:value|});
            }
        }

        public Part Only
        {
            set => _a = value;
        }
        """);

    [Fact]
    public Task A_lambda_has_the_contract_of_its_delegate() => Callee.Is(
        """
        public delegate void Taker([Owned] Part part);

        public delegate void Reader([Borrowed] Part part);

        public static class C
        {
            static void M()
            {
                Action<Part> plain = part => Eat(part);
                Taker taker = part => Eat(part);
                Taker twice = part =>
                {
                    Eat(part);
                    Eat({|RVG0382:part|});
                };
                Reader reader = part => See(part);
                Reader takes = part => Eat({|RVG0507:part|});
            }
        }
        """);

    [Fact]
    public Task A_local_function_has_a_contract_of_its_own() => Callee.Is(
        """
        public static class C
        {
            static void M()
            {
                Take(new Part());
                Look(new Part());

                static void Take(Part part)
                {
                    Eat(part);
                    Eat({|RVG0382:part|});
                }

                static void Look([Borrowed] Part part) => Eat({|RVG0507:part|});
            }
        }
        """);

    [Fact]
    public Task The_attributes_of_a_partial_method_hold_for_its_body() => Callee.Is(
        """
        public static partial class C
        {
            static partial void Look([Borrowed] Part part);

            static partial void Look(Part part) => Eat({|RVG0507:part|});

            static partial void Take([Owned] Part part);

            static partial void Take(Part part) => Eat(part);
        }
        """);

    [Fact]
    public Task Overrides_and_implementations_keep_what_the_base_says() => Callee.Is(
        """
        public interface ISink<T>
        {
            void Put([Borrowed] T part);

            void Take([Owned] T part);
        }

        public sealed class Implicit : ISink<Part>
        {
            public void Put(Part part) => Eat({|RVG0507:part|});

            public void Take(Part part) => Eat(part);
        }

        public sealed class Explicit : ISink<Part>
        {
            void ISink<Part>.Put(Part part) => Eat({|RVG0507:part|});

            void ISink<Part>.Take(Part part) => Eat(part);
        }

        public abstract class Base
        {
            public abstract void Put([Borrowed] Part part);
        }

        public sealed class Derived : Base
        {
            public override void Put(Part part) => Eat({|RVG0507:part|});
        }
        """);

    [Fact]
    public Task Parameters_that_implement_those_of_others_are_lent() => Callee.Is(
        """
        public sealed class Observer : IObserver<Part>
        {
            private Part _last = new();

            public void OnNext(Part value) => _last = value;

            public void OnError(Exception error) { }

            public void OnCompleted() { }
        }
        """);
}
