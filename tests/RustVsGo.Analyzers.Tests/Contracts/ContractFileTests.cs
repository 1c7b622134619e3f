namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>What a contract file says counts as if an attribute said it.</summary>
public sealed class ContractFileTests
{
    private const string Library =
        """

        namespace Shop
        {
            using System;

            public sealed class Order
            {
                public string Number { get; set; } = "";
                public OrderLine First() => new OrderLine();
                public void Add(string line) { }
                public void Close() { }
                public int Count() => 0;
                public OrderLine Last => new OrderLine();
            }

            public sealed class OrderLine
            {
                public string Text = "";
            }

            public static class Orders
            {
                public static Order Open() => new Order();
                public static void Send(Order order) { }
                public static void Show(Order order) { }
                public static OrderLine Longest(Order first, Order second) => new OrderLine();
            }
        }
        """;

    private const string OrderIsOwned = "T:Shop.Order ; type: [Owned]\n";

    [Fact]
    public Task A_type_can_be_owned() => Verify.OwnershipWith(
        OrderIsOwned,
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                Orders.Send(order);
                Orders.Show({|RVG0382:order|});
            }
        }
        """ + Library);

    [Fact]
    public Task Without_the_file_nothing_is_reported() => Verify.Ownership(
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                Orders.Send(order);
                Orders.Show(order);
            }
        }
        """ + Library);

    [Fact]
    public Task A_parameter_can_be_borrowed() => Verify.OwnershipWith(
        OrderIsOwned + "M:Shop.Orders.Show(Shop.Order) ; order: [Borrowed]",
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                Orders.Show(order);
                Orders.Show(order);
                Orders.Send(order);
            }
        }
        """ + Library);

    [Fact]
    public Task A_method_can_be_a_drop() => Verify.OwnershipWith(
        OrderIsOwned + "M:Shop.Order.Close ; this: [Drop]",
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                order.Close();
                {|RVG0382:order|}.Count();
            }
        }
        """ + Library);

    [Fact]
    public Task What_needs_nothing_may_follow_the_drop() => Verify.OwnershipWith(
        OrderIsOwned + "M:Shop.Order.Close ; this: [Drop]\nM:Shop.Order.Count ; this: [Borrows(AfterDrop = true)]",
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                order.Close();
                order.Count();
            }
        }
        """ + Library);

    [Fact]
    public Task A_result_can_borrow_from_the_receiver() => Verify.OwnershipWith(
        OrderIsOwned + "M:Shop.Order.First ; return: [Borrowed(\"this\")]\nM:Shop.Order.Add(System.String) ; this: [Mutates]",
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                var line = order.First();
                {|RVG0502:order|}.Add("two");
                System.Console.WriteLine(line.Text);
            }
        }
        """ + Library);

    [Fact]
    public Task What_mutates_without_invalidating_disturbs_no_borrow() => Verify.OwnershipWith(
        OrderIsOwned + "M:Shop.Order.First ; return: [Borrowed(\"this\")]\nM:Shop.Order.Add(System.String) ; this: [Mutates(Invalidates = false)]",
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                var line = order.First();
                order.Add("two");
                System.Console.WriteLine(line.Text);
            }
        }
        """ + Library);

    [Fact]
    public Task A_result_can_name_the_parameter_that_it_borrows_from() => Verify.OwnershipWith(
        OrderIsOwned
        + "M:Shop.Orders.Longest(Shop.Order,Shop.Order) ; return: [Borrowed(\"first\")] ; first: [Borrowed] ; second: [Borrowed]\n",
        """
        using Shop;
        class C
        {
            void M()
            {
                var a = new Order();
                var b = new Order();
                var line = Orders.Longest(a, b);
                Orders.Send(b);
                Orders.Send({|RVG0505:a|});
                System.Console.WriteLine(line.Text);
            }
        }
        """ + Library);

    [Fact]
    public Task A_property_has_a_line_of_its_own() => Verify.OwnershipWith(
        OrderIsOwned + "P:Shop.Order.Last ; return: [Borrowed(\"this\")]",
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                var line = order.Last;
                Orders.Send({|RVG0505:order|});
                System.Console.WriteLine(line.Text);
            }
        }
        """ + Library);

    [Fact]
    public Task An_accessor_has_a_line_of_its_own() => Verify.OwnershipWith(
        OrderIsOwned + "M:Shop.Order.get_Last ; return: [Borrowed(\"this\")]",
        """
        using Shop;
        class C
        {
            void M()
            {
                var order = new Order();
                var line = order.Last;
                Orders.Send({|RVG0505:order|});
                System.Console.WriteLine(line.Text);
            }
        }
        """ + Library);

    [Fact]
    public Task An_attribute_in_code_comes_before_the_file() => Verify.OwnershipWith(
        "M:C.Take(System.IO.Stream) ; stream: [Borrowed]",
        """
        using System.IO;
        using RustVsGo;
        class C
        {
            void M([Owned] Stream stream)
            {
                Take(stream);
                {|RVG0382:stream|}.ReadByte();
            }
            void Take([Owned] Stream stream) => stream.Dispose();
        }
        """);

    [Fact]
    public Task A_type_of_the_base_library_can_be_owned() => Verify.OwnershipWith(
        "T:System.Text.StringBuilder ; type: [Owned]",
        """
        using System.Text;
        class C
        {
            void M()
            {
                var builder = new StringBuilder();
                Finish(builder);
                {|RVG0382:builder|}.Append('x');
            }
            void Finish(StringBuilder builder) { }
        }
        """);

    [Fact]
    public Task A_type_parameter_can_own() => Verify.OwnershipWith(
        OrderIsOwned + "T:Box`1 ; <T>: [Owned]",
        """
        using Shop;
        class Box<T>
        {
        }
        class C
        {
            void M()
            {
                var box = new Box<Order>();
                Take(box);
                Take({|RVG0382:box|});
            }
            void Take(Box<Order> box) { }
        }
        """ + Library);

    [Fact]
    public Task What_is_said_of_a_method_holds_for_its_overrides() => Verify.OwnershipWith(
        "M:Base.Take(System.IO.Stream) ; stream: [Owned]",
        """
        using System.IO;
        class Base
        {
            public virtual void Take(Stream stream) { }
        }
        class Derived : Base
        {
            public override void Take(Stream other) { }
        }
        class C
        {
            void M(Derived derived, Stream stream)
            {
                derived.Take(stream);
                {|RVG0382:stream|}.ReadByte();
            }
        }
        """);

    [Fact]
    public Task A_parameter_called_this_is_marked() => Verify.OwnershipWith(
        "M:C.Take(System.IO.Stream) ; @this: [Owned]",
        """
        using System.IO;
        class C
        {
            void M(Stream stream)
            {
                Take(stream);
                {|RVG0382:stream|}.ReadByte();
            }
            void Take(Stream @this) { }
        }
        """);
}
