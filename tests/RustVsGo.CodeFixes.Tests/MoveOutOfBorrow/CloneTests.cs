namespace RustVsGo.CodeFixes.Tests;

/// <summary>A copy goes where the value would have gone.</summary>
public sealed class CloneOutOfBorrowTests
{
    [Fact]
    public Task Clones_an_argument() => Lent.ByCloning(
        """
        static class C
        {
            static void M([Borrowed] Order order) => Sink.Take({|RVG0507:order.Address|});
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Order order) => Sink.Take(order.Address.Clone());
        }
        """);

    [Fact]
    public Task Clones_what_is_returned() => Lent.ByCloning(
        """
        static class C
        {
            static Address M([Borrowed] Order order) => {|RVG0507:order.Address|};
        }
        """,
        """
        static class C
        {
            static Address M([Borrowed] Order order) => order.Address.Clone();
        }
        """);

    [Fact]
    public Task Clones_what_another_variable_takes() => Lent.ByCloning(
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                var address = {|RVG0507:order.Address|};
                Sink.Take(address);
            }
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                var address = order.Address.Clone();
                Sink.Take(address);
            }
        }
        """);

    [Fact]
    public Task Clones_in_a_loop() => Lent.ByCloning(
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                for (var i = 0; i < 3; i++)
                    Sink.Take({|RVG0507:order.Address|}); // each time
            }
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                for (var i = 0; i < 3; i++)
                    Sink.Take(order.Address.Clone()); // each time
            }
        }
        """);

    [Fact]
    public Task Clones_in_a_getter() => Lent.ByCloning(
        """
        [Owned]
        class Shop
        {
            private Address _address = new();

            public int Count
            {
                get { Sink.Take({|RVG0507:_address|}); return 0; }
            }

            [Mutates] public void Move([Owned] Address address) => _address = address;
        }
        """,
        """
        [Owned]
        class Shop
        {
            private Address _address = new();

            public int Count
            {
                get { Sink.Take(_address.Clone()); return 0; }
            }

            [Mutates] public void Move([Owned] Address address) => _address = address;
        }
        """);

    [Fact]
    public Task Clones_a_borrowed_parameter_itself() => Lent.ByCloning(
        """
        static class C
        {
            static void M([Borrowed] Address address)
            {
            	Sink.Take({|RVG0507:address|});
            }
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Address address)
            {
            	Sink.Take(address.Clone());
            }
        }
        """);

    [Fact]
    public Task Clones_in_async_code() => Lent.ByCloning(
        """
        static class C
        {
            static async Task M([Borrowed] Order order)
            {
                await Task.Yield();
                Sink.Take({|RVG0507:order.Address|});
            }
        }
        """,
        """
        static class C
        {
            static async Task M([Borrowed] Order order)
            {
                await Task.Yield();
                Sink.Take(order.Address.Clone());
            }
        }
        """);

    [Fact]
    public Task Clones_in_top_level_statements() => Lent.ByCloning(
        """
        var owned = new Order();
        var order = Own.Borrow(owned);
        Sink.Take({|RVG0507:order.Address|});
        Sink.Use(owned.Count);
        """,
        """
        var owned = new Order();
        var order = Own.Borrow(owned);
        Sink.Take(order.Address.Clone());
        Sink.Use(owned.Count);
        """);

    [Fact]
    public Task Clones_in_a_lambda_with_a_block() => Lent.ByCloning(
        """
        static class C
        {
            static void M(Order mine)
            {
                Run(([Borrowed] Order order) =>
                {
                    Sink.Take({|RVG0507:order.Address|});
                });
            }

            delegate void Reader([Borrowed] Order order);

            static void Run([Borrowed] Reader reader) { }
        }
        """,
        """
        static class C
        {
            static void M(Order mine)
            {
                Run(([Borrowed] Order order) =>
                {
                    Sink.Take(order.Address.Clone());
                });
            }

            delegate void Reader([Borrowed] Order order);

            static void Run([Borrowed] Reader reader) { }
        }
        """);

    [Fact]
    public Task Clones_every_move() => Lent.ByCloning(
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                Sink.Take({|RVG0507:order.Address|});
                Sink.Take({|RVG0507:order.Address|});
            }
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                Sink.Take(order.Address.Clone());
                Sink.Take(order.Address.Clone());
            }
        }
        """);

    [Fact]
    public Task Not_without_a_copy_method() => Lent.NotByCloning(
        """
        static class C
        {
            static void M([Borrowed] Order order) => Sink.Take({|RVG0507:order.Address|});
        }
        """);
}
