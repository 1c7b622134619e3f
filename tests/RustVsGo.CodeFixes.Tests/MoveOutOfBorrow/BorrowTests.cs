namespace RustVsGo.CodeFixes.Tests;

/// <summary>Whoever would take what is borrowed borrows it in turn.</summary>
public sealed class BorrowOutOfBorrowTests
{
    [Fact]
    public Task The_callee_borrows_where_it_only_reads() => Lent.ByBorrowing(
        """
        static class C
        {
            static void Print([Owned] Address address) => Console.WriteLine(address.City);

            static void M([Borrowed] Order order) => Print({|RVG0507:order.Address|});
        }
        """,
        """
        static class C
        {
            static void Print([Borrowed] Address address) => Console.WriteLine(address.City);

            static void M([Borrowed] Order order) => Print(order.Address);
        }
        """);

    [Fact]
    public Task The_callee_of_a_generic_method_borrows() => Lent.ByBorrowing(
        """
        static class C
        {
            static void Print([Owned] Address address) => Console.WriteLine(address.City);

            static void M<T>(T more, [Borrowed] Order order) => Print({|RVG0507:order.Address|});
        }
        """,
        """
        static class C
        {
            static void Print([Borrowed] Address address) => Console.WriteLine(address.City);

            static void M<T>(T more, [Borrowed] Order order) => Print(order.Address);
        }
        """);

    [Fact]
    public Task Two_calls_of_one_callee_change_it_once() => Lent.ByBorrowing(
        """
        static class C
        {
            static void Print([Owned] Address address) => Console.WriteLine(address.City);

            static void M([Borrowed] Order order)
            {
                Print({|RVG0507:order.Address|});
                Print({|RVG0507:order.Address|});
            }
        }
        """,
        """
        static class C
        {
            static void Print([Borrowed] Address address) => Console.WriteLine(address.City);

            static void M([Borrowed] Order order)
            {
                Print(order.Address);
                Print(order.Address);
            }
        }
        """,
        iterations: 1);

    [Fact]
    public Task The_callee_borrows_mutably_what_is_borrowed_exclusively() => Lent.ByBorrowing(
        """
        static class C
        {
            static void Print([Owned] Address address) => address.City = "";

            static void M([BorrowedMut] Order order) => Print({|RVG0507:order.Address|});
        }
        """,
        """
        static class C
        {
            static void Print([BorrowedMut] Address address) => address.City = "";

            static void M([BorrowedMut] Order order) => Print(order.Address);
        }
        """);

    [Fact]
    public Task Not_where_the_callee_mutates_what_is_borrowed_shared() => Lent.NotByBorrowing(
        """
        static class C
        {
            static void Print([Owned] Address address) => address.City = "";

            static void M([Borrowed] Order order) => Print({|RVG0507:order.Address|});
        }
        """);

    [Fact]
    public Task Not_where_the_callee_keeps_the_value() => Lent.NotByBorrowing(
        """
        static class C
        {
            static void M([Borrowed] Order order) => Sink.Take({|RVG0507:order.Address|});
        }
        """);

    [Fact]
    public Task A_variable_borrows_what_it_only_reads() => Lent.ByBorrowing(
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                var address = {|RVG0507:order.Address|}; // looked at
                Sink.Use(address.City);
            }
        }
        """,
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                var address = Own.Borrow(order.Address); // looked at
                Sink.Use(address.City);
            }
        }
        """);

    [Fact]
    public Task A_variable_borrows_exclusively_what_it_mutates() => Lent.ByBorrowing(
        """
        static class C
        {
            static void M([BorrowedMut] Order order)
            {
                var address = {|RVG0507:order.Address|};
                address.City = "";
            }
        }
        """,
        """
        static class C
        {
            static void M([BorrowedMut] Order order)
            {
                var address = Own.BorrowMut(order.Address);
                address.City = "";
            }
        }
        """);

    [Fact]
    public Task A_variable_does_not_mutate_what_is_borrowed_shared() => Lent.NotByBorrowing(
        """
        static class C
        {
            static void M([Borrowed] Order order)
            {
                var address = {|RVG0507:order.Address|};
                address.City = "";
            }
        }
        """);

    [Fact]
    public Task A_variable_does_not_mutate_where_the_owner_is_used_meanwhile() => Lent.NotByBorrowing(
        """
        static class C
        {
            static void M([BorrowedMut] Order order)
            {
                var address = {|RVG0507:order.Address|};
                Sink.Use(order.Count);
                address.City = "";
            }
        }
        """);

    [Fact]
    public Task A_variable_borrows_from_this() => Lent.ByBorrowing(
        """
        [Owned]
        class Shop
        {
            private Address _address = new();

            public void Show()
            {
                var address = {|RVG0507:_address|};
                Sink.Use(address.City);
            }

            [Mutates] public void Move([Owned] Address address) => _address = address;
        }
        """,
        """
        [Owned]
        class Shop
        {
            private Address _address = new();

            public void Show()
            {
                var address = Own.Borrow(_address);
                Sink.Use(address.City);
            }

            [Mutates] public void Move([Owned] Address address) => _address = address;
        }
        """);
}
