using Microsoft.CodeAnalysis.Testing;

namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG0053 where what is overridden or implemented carries no attribute, and a contract file of the project or the catalog speaks about it.</summary>
public sealed class OtherPromiseInFileTests
{
    private const string Library =
        """

        namespace Shop
        {
            public class Order { public string Number = ""; }

            public interface ISink
            {
                void Put(Order order, bool leaveOpen);
                Order Last { get; }
                Order Pick(Order first, Order second);
                void Clear();
            }

            public interface ISink<T>
            {
                void Put(T item);
            }

            public abstract class Sink
            {
                public abstract void Put(Order order);
                public virtual void Clear() { }
            }

            public delegate void Handler(Order order);
        }
        """;

    private const string OrderIsOwned = "T:Shop.Order ; type: [Owned]\n";

    [Fact]
    public Task An_implementation_that_takes_what_the_file_lends_is_reported() => Verify.ContractsWith(
        OrderIsOwned + "M:Shop.ISink`1.Put(`0) ; item: [Borrowed]",
        """
        using Shop;
        using RustVsGo;
        sealed class Store : ISink<Order>
        {
            public void Put([{|RVG0053:Owned|}] Order item) { }
        }
        sealed class Hidden : ISink<Order>
        {
            void ISink<Order>.Put([{|RVG0053:Owned|}] Order item) { }
        }
        """ + Library);

    [Fact]
    public Task An_implementation_that_repeats_the_file_or_says_nothing_is_accepted() => Verify.ContractsWith(
        OrderIsOwned + "M:Shop.ISink`1.Put(`0) ; item: [Borrowed]",
        """
        using Shop;
        using RustVsGo;
        sealed class Repeats : ISink<Order>
        {
            public void Put([Borrowed] Order order) { }
        }
        sealed class Silent : ISink<Order>
        {
            public void Put(Order item) { }
        }
        """ + Library);

    [Fact]
    public Task What_the_file_leaves_open_may_be_stated() => Verify.ContractsWith(
        OrderIsOwned + "M:Shop.ISink`1.Put(`0) ; item: [Borrowed]",
        """
        using Shop;
        using RustVsGo;
        [Owned]
        sealed class Store : ISink<Order>
        {
            [Mutates]
            public void Put(Order item) { }
        }
        """ + Library);

    [Fact]
    public Task An_override_that_takes_what_the_file_lends_is_reported_with_both_places() => Verify.ContractsWith(
        OrderIsOwned + "M:Shop.Sink.Put(Shop.Order) ; order: [Borrowed]",
        """
        using Shop;
        using RustVsGo;
        class Middle : Sink
        {
            public override void Put(Order order) { }
        }
        sealed class Store : Middle
        {
            public override void Put([{|#0:Owned|}] Order order) { }
        }
        """ + Library,
        Verify.Error("RVG0053").WithLocation(0)
            .WithSpan("/Test.ownership.txt", 2, 31, 2, 36)
            .WithMessage("Parameter 'order' of 'Store.Put' is '[Owned]', but '[Borrowed]' in 'Sink.Put'"));

    [Fact]
    public Task A_receiver_result_and_property_are_compared_too() => Verify.ContractsWith(
        OrderIsOwned
            + """
            M:Shop.ISink.Clear ; this: [Mutates]
            P:Shop.ISink.Last ; return: [Borrowed("this")]
            M:Shop.ISink.Pick(Shop.Order,Shop.Order) ; first: [Borrowed] ; second: [Borrowed] ; return: [Borrowed("first")]
            """,
        """
        using Shop;
        using RustVsGo;
        [Owned]
        sealed class Other : ISink
        {
            public void Put([Owned] Order order, bool leaveOpen) { }
            [{|RVG0053:Owned|}]
            public Order Last => new();
            [return: {|RVG0053:Borrowed("second")|}]
            public Order Pick(Order first, Order second) => second;
            [{|RVG0053:Consumes|}]
            public void Clear() { }
        }
        [Owned]
        sealed class Same : ISink
        {
            public void Put([Borrowed] Order order, bool leaveOpen) { }
            [Owned]
            public Order Last { get; } = new();
            [return: Borrowed("a")]
            public Order Pick(Order a, Order b) => a;
            [Mutates]
            public void Clear() { }
        }
        """ + Library);

    [Fact]
    public Task The_argument_that_decides_is_compared_by_its_position() => Verify.ContractsWith(
        OrderIsOwned + """M:Shop.ISink.Put(Shop.Order,System.Boolean) ; order: [Owned(Unless = "leaveOpen")]""",
        """
        using Shop;
        using RustVsGo;
        abstract class Always : ISink
        {
            public void Put([{|RVG0053:Owned|}] Order order, bool leaveOpen) { }
            public abstract Order Last { get; }
            public abstract Order Pick(Order first, Order second);
            public abstract void Clear();
        }
        abstract class Same : ISink
        {
            public void Put([Owned(Unless = "keep")] Order order, bool keep) { }
            public abstract Order Last { get; }
            public abstract Order Pick(Order first, Order second);
            public abstract void Clear();
        }
        """ + Library);

    [Fact]
    public Task An_inherited_method_that_takes_what_the_file_lends_is_reported_at_the_type() => Verify.ContractsWith(
        OrderIsOwned + "M:Shop.ISink`1.Put(`0) ; item: [Borrowed]",
        """
        using Shop;
        using RustVsGo;
        class Taker
        {
            public void Put(Order item) { }
        }
        class Looker
        {
            public void Put([Borrowed] Order item) { }
        }
        sealed class {|RVG0053:TakerSink|} : Taker, ISink<Order>;
        sealed class LookerSink : Looker, ISink<Order>;
        """ + Library);

    [Fact]
    public Task An_attribute_on_the_base_counts_before_a_file_about_an_override() => Verify.ContractsWith(
        OrderIsOwned + "M:Middle.Put(Shop.Order) ; order: [Owned]",
        """
        using Shop;
        using RustVsGo;
        abstract class Root
        {
            public abstract void Put([Borrowed] Order order);
        }
        class Middle : Root
        {
            public override void Put(Order order) { }
        }
        sealed class Good : Middle
        {
            public override void Put([Borrowed] Order order) { }
        }
        sealed class Bad : Middle
        {
            public override void Put([{|RVG0053:Owned|}] Order order) { }
        }
        """ + Library);

    [Fact]
    public Task A_lambda_that_owns_cannot_become_a_delegate_that_the_file_lends_to() => Verify.ContractsWith(
        OrderIsOwned + "M:Shop.Handler.Invoke(Shop.Order) ; order: [Borrowed]",
        """
        using Shop;
        using RustVsGo;
        static class Program
        {
            static void Main()
            {
                Handler take = {|RVG0053:([Owned] Order order)|} => { };
                Handler change = {|RVG0053:([BorrowedMut] Order order)|} => { };
                Handler look = ([Borrowed] Order order) => { };
                Handler silent = order => { };
            }
        }
        """ + Library);

    [Fact]
    public Task An_override_that_is_no_drop_where_the_catalog_has_one_is_reported() => Verify.Ownership(
        """
        using System.IO;
        using System.Threading.Tasks;
        using RustVsGo;
        sealed class Pipe : MemoryStream
        {
            [{|#0:Consumes|}]
            public override void Close() { }
            [{|RVG0053:Mutates|}]
            public override ValueTask DisposeAsync() => default;
        }
        """,
        Verify.Error("RVG0053").WithLocation(0).WithMessage("'Pipe.Close' is '[Consumes]', but '[Drop(Idempotent = true)]' in 'Stream.Close', as the catalog says"));

    [Fact]
    public Task An_override_that_is_the_drop_of_the_catalog_is_accepted() => Verify.Ownership(
        """
        using System.IO;
        using System.Threading.Tasks;
        using RustVsGo;
        sealed class Pipe : MemoryStream
        {
            [Drop]
            public override void Close() { }
            public override ValueTask DisposeAsync() => default;
            public override bool CanRead { [Borrows] get => true; }
            [Borrows]
            public override byte[] ToArray() => [];
        }
        """);

    [Fact]
    public Task Overrides_without_an_attribute_inherit_what_the_catalog_says_and_are_not_reported() => Verify.Ownership(
        """
        using System.Collections;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        class Pipe : Stream
        {
            public override void Close() { }
            public override ValueTask DisposeAsync() => default;
            public override bool CanRead => true;
            public override bool CanSeek => true;
            public override bool CanWrite => true;
            public override long Length => 0;
            public override long Position { get; set; }
            public override void Flush() { }
            public override int Read(byte[] buffer, int offset, int count) => 0;
            public override long Seek(long offset, SeekOrigin origin) => 0;
            public override void SetLength(long value) { }
            public override void Write(byte[] buffer, int offset, int count) { }
        }
        sealed class Special : Pipe, IEnumerable<int>
        {
            public override void Close() { }
            public IEnumerator<int> GetEnumerator() => new List<int>().GetEnumerator();
            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """);

    [Fact]
    public Task What_the_catalog_says_of_an_interface_its_implementations_need_not_promise() => Verify.Ownership(
        """
        using System.Collections;
        using System.Collections.Generic;
        using RustVsGo;
        [Owned]
        sealed class Snapshots : IEnumerable<int>
        {
            private readonly List<int> _items = new();
            [return: Owned]
            public IEnumerator<int> GetEnumerator() => new List<int>(_items).GetEnumerator();
            [return: Owned]
            IEnumerator IEnumerable.GetEnumerator() => new List<int>(_items).GetEnumerator();
        }
        """);

    [Fact]
    public Task What_an_attribute_says_by_default_is_the_same_as_what_it_says_by_name() => Verify.Ownership(
        """
        using System;
        using RustVsGo;
        interface IDoor
        {
            [Drop(Idempotent = true)]
            void Shut();
            [Mutates(Invalidates = true)]
            void Turn();
            [Borrows(AfterDrop = false)]
            int Look();
        }
        sealed class Door : IDoor
        {
            [Drop]
            public void Shut() { }
            [Mutates]
            public void Turn() { }
            [Borrows]
            public int Look() => 0;
        }
        """);

    [Fact]
    public Task What_an_attribute_says_by_default_can_differ_from_what_another_says_by_name() => Verify.Ownership(
        """
        using System;
        using RustVsGo;
        interface IDoor
        {
            [Drop(Idempotent = true)]
            void Shut();
            [Mutates(Invalidates = false)]
            void Turn();
            [Borrows(AfterDrop = true)]
            int Look();
        }
        [Owned]
        sealed class Door : IDoor
        {
            [{|RVG0053:Drop|}]
            public void Shut() { }
            [{|RVG0053:Mutates|}]
            public void Turn() { }
            [{|RVG0053:Borrows|}]
            public int Look() => 0;
        }
        """);
}
