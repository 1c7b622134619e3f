namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG0053: an override, an implementation or a function that becomes a delegate says something else than what it stands for.</summary>
public sealed class OtherPromiseTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using RustVsGo;

        [Owned]
        public class Item
        {
            public int N;
        }

        """;

    [Fact]
    public Task An_override_that_takes_what_its_base_borrows_is_reported() => Verify.Ownership(
        Prelude +
        """
        public abstract class Sink
        {
            public abstract void Put([Borrowed] Item item);
        }

        public sealed class Store : Sink
        {
            public override void Put([{|RVG0053:Owned|}] Item item) { }
        }
        """);

    [Fact]
    public Task An_override_may_repeat_what_its_base_says() => Verify.Ownership(
        Prelude +
        """
        public abstract class Sink
        {
            public abstract void Put([Borrowed] Item item);
        }

        public sealed class Store : Sink
        {
            public override void Put([Borrowed] Item item) { }
        }
        """);

    [Fact]
    public Task An_override_that_says_nothing_inherits() => Verify.Ownership(
        Prelude +
        """
        public abstract class Sink
        {
            public abstract void Put([Borrowed] Item item);
        }

        public sealed class Store : Sink
        {
            public override void Put(Item item) { }
        }
        """);

    [Fact]
    public Task What_the_base_leaves_open_may_be_stated() => Verify.Ownership(
        Prelude +
        """
        public abstract class Sink
        {
            public abstract void Put(System.IO.Stream stream, [Borrowed] Item item);
        }

        public sealed class Store : Sink
        {
            public override void Put([Owned] System.IO.Stream stream, Item item) { }
        }
        """);

    [Fact]
    public Task The_base_of_the_base_counts_too() => Verify.Ownership(
        Prelude +
        """
        public abstract class Sink
        {
            public abstract void Put([Borrowed] Item item);
        }

        public class Middle : Sink
        {
            public override void Put(Item item) { }
        }

        public sealed class Store : Middle
        {
            public override void Put([{|RVG0053:Owned|}] Item item) { }
        }
        """);

    [Fact]
    public Task A_receiver_that_is_consumed_where_the_base_borrows_it_is_reported() => Verify.Ownership(
        Prelude +
        """
        [Owned]
        public abstract class Shape
        {
            [Borrows]
            public abstract int Area();

            [Mutates]
            public abstract void Grow();
        }

        public sealed class Square : Shape
        {
            [{|RVG0053:Consumes|}]
            public override int Area() => 1;

            [Mutates]
            public override void Grow() { }
        }
        """);

    [Fact]
    public Task A_result_that_is_borrowed_where_the_base_gives_it_away_is_reported() => Verify.Ownership(
        Prelude +
        """
        public abstract class Source
        {
            [return: Owned]
            public abstract Item Next();
        }

        public sealed class Cache : Source
        {
            private readonly Item _item = new();

            [return: {|RVG0053:Borrowed|}]
            public override Item Next() => _item;
        }
        """);

    [Fact]
    public Task A_result_that_names_another_source_is_reported() => Verify.Ownership(
        Prelude +
        """
        public interface IPicker
        {
            [return: Borrowed(nameof(x))]
            Item Pick([Borrowed] Item x, [Borrowed] Item y);
        }

        public sealed class Second : IPicker
        {
            [return: {|RVG0053:Borrowed(nameof(y))|}]
            public Item Pick([Borrowed] Item x, [Borrowed] Item y) => y;
        }
        """);

    [Fact]
    public Task A_source_that_is_called_differently_is_the_same_source() => Verify.Ownership(
        Prelude +
        """
        public interface IPicker
        {
            [return: Borrowed(nameof(x))]
            Item Pick([Borrowed] Item x, [Borrowed] Item y);
        }

        public sealed class First : IPicker
        {
            [return: Borrowed(nameof(one))]
            public Item Pick([Borrowed] Item one, [Borrowed] Item two) => one;
        }
        """);

    [Fact]
    public Task An_implicit_implementation_that_takes_what_the_interface_borrows_is_reported() => Verify.Ownership(
        Prelude +
        """
        public interface ISink<T>
        {
            void Put([Borrowed] T item);
        }

        public sealed class Store : ISink<Item>
        {
            public void Put([{|RVG0053:Owned|}] Item item) { }
        }

        public sealed class Reader : ISink<Item>
        {
            public void Put([Borrowed] Item item) { }
        }
        """);

    [Fact]
    public Task An_explicit_implementation_is_compared_too() => Verify.Ownership(
        Prelude +
        """
        public interface ISink
        {
            void Put([Owned] Item item);
        }

        public sealed class Store : ISink
        {
            void ISink.Put([{|RVG0053:Borrowed|}] Item item) { }

            public void Put([Borrowed] Item item) { }
        }
        """);

    [Fact]
    public Task A_default_implementation_in_a_derived_interface_is_compared_too() => Verify.Ownership(
        Prelude +
        """
        public interface ISink
        {
            void Put([Owned] Item item);
        }

        public interface IReader : ISink
        {
            void ISink.Put([{|RVG0053:Borrowed|}] Item item) { }
        }
        """);

    [Fact]
    public Task What_a_base_class_implements_for_an_interface_of_the_derived_class_is_reported_at_the_derived_class() => Verify.Ownership(
        Prelude +
        """
        public interface ISink
        {
            void Put([Borrowed] Item item);
        }

        public class Store
        {
            public void Put([Owned] Item item) { }
        }

        public class Silent
        {
            public void Put(Item item) { }
        }

        public class Reader
        {
            public void Put([Borrowed] Item item) { }
        }

        public sealed class {|RVG0053:StoreSink|} : Store, ISink;

        public sealed class {|RVG0053:SilentSink|} : Silent, ISink;

        public sealed class ReaderSink : Reader, ISink;
        """);

    [Fact]
    public Task An_inherited_implementation_is_reported_once() => Verify.Ownership(
        Prelude +
        """
        public interface ISink
        {
            void Put([Borrowed] Item item);
        }

        public class Store : ISink
        {
            public virtual void Put([{|RVG0053:Owned|}] Item item) { }
        }

        public class Special : Store, ISink;
        """);

    [Fact]
    public Task Two_interfaces_that_contradict_each_other_cannot_have_one_silent_implementation() => Verify.Ownership(
        Prelude +
        """
        public interface ITaker
        {
            void Put([Owned] Item item);
        }

        public interface IReader
        {
            void Put([Borrowed] Item item);
        }

        public sealed class Both : ITaker, IReader
        {
            public void Put(Item {|RVG0053:item|}) { }
        }
        """);

    [Fact]
    public Task A_property_that_gives_away_what_its_interface_lends_is_reported() => Verify.Ownership(
        Prelude +
        """
        public interface IHolder
        {
            [Borrowed]
            Item Item { get; }
        }

        public sealed class Factory : IHolder
        {
            [{|RVG0053:Owned|}]
            public Item Item => new();
        }
        """);

    [Fact]
    public Task An_auto_property_may_own_what_its_interface_lends() => Verify.Ownership(
        Prelude +
        """
        public interface IHolder
        {
            [Borrowed]
            Item Item { get; }
        }

        public sealed class Box : IHolder
        {
            [Owned]
            public Item Item { get; } = new();
        }
        """);

    [Fact]
    public Task The_argument_that_decides_is_part_of_the_contract() => Verify.Ownership(
        Prelude +
        """
        public interface IReader
        {
            void Read([Owned(Unless = nameof(leaveOpen))] Item item, bool leaveOpen);
        }

        public sealed class Same : IReader
        {
            public void Read([Owned(Unless = nameof(keepOpen))] Item item, bool keepOpen) { }
        }

        public sealed class Always : IReader
        {
            public void Read([{|RVG0053:Owned|}] Item item, bool leaveOpen) { }
        }
        """);

    [Fact]
    public Task An_attribute_about_something_else_leaves_the_mode_open() => Verify.Ownership(
        Prelude +
        """
        public interface IRunner
        {
            void Run([Borrowed] Action action);
        }

        public sealed class Runner : IRunner
        {
            public void Run([Once] Action action) => action();
        }
        """);

    [Fact]
    public Task A_method_that_owns_cannot_become_a_delegate_that_lends() => Verify.Ownership(
        Prelude +
        """
        public delegate void Taker([Owned] Item item);

        public static class Program
        {
            static void Take([Owned] Item item) { }

            static void TakeToo(Item item) { }

            static void Look([Borrowed] Item item) { }

            static void Run(Action<Item> action) { }

            static void Main()
            {
                Action<Item> take = {|RVG0053:Take|};
                Action<Item> look = Look;
                Taker taker = Take;
                Taker takes = TakeToo;
                Run({|RVG0053:Program.TakeToo|});
                Run(Look);
                Run(item => Look(item));
                Take(new Item());
            }
        }
        """);

    [Fact]
    public Task A_local_function_that_owns_cannot_become_a_delegate_that_lends() => Verify.Ownership(
        Prelude +
        """
        public static class Program
        {
            static void Run(Action<Item> action) { }

            static void Main()
            {
                Run({|RVG0053:Take|});
                Run(Look);

                static void Take([Owned] Item item) { }
                static void Look([Borrowed] Item item) { }
            }
        }
        """);

    [Fact]
    public Task A_lambda_that_owns_cannot_become_a_delegate_that_lends() => Verify.Ownership(
        Prelude +
        """
        public delegate void Taker([Owned] Item item);

        public delegate void Reader([Borrowed] Item item);

        public static class Program
        {
            static void Main()
            {
                Action<Item> take = {|RVG0053:([Owned] Item item)|} => { };
                Action<Item> look = ([Borrowed] Item item) => { };
                Taker taker = ([Owned] Item item) => { };
                Reader reader = {|RVG0053:([BorrowedMut] Item item)|} => { };
                Reader same = ([Borrowed] item) => { };
            }
        }
        """);

    [Fact]
    public Task A_generic_method_takes_what_it_is_given_as_a_delegate_too() => Verify.Ownership(
        Prelude +
        """
        public static class Program
        {
            static void Look<T>(T item) { }

            static void Main()
            {
                Action<Item> look = Look;
                Action<Item> explicitly = Look<Item>;
            }
        }
        """);
}
