namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG0106: a borrowed result, and a signature that leaves open from what. Expectations are those of Rust's lifetime elision.</summary>
public sealed class MissingSourceTests
{
    private const string Prelude =
        """
        using System;
        using RustVsGo;

        [Owned]
        public class Item
        {
            public int N;
        }

        """;

    [Fact]
    public Task Two_borrowed_parameters_are_one_too_many() => Verify.Ownership(
        Prelude +
        """
        public static class Program
        {
            [return: {|RVG0106:Borrowed|}]
            static Item Longer([Borrowed] Item x, [Borrowed] Item y) => x.N > y.N ? x : y;
        }
        """);

    [Fact]
    public Task A_name_settles_it() => Verify.Ownership(
        Prelude +
        """
        public static class Program
        {
            [return: Borrowed(nameof(x), nameof(y))]
            static Item Longer([Borrowed] Item x, [Borrowed] Item y) => x.N > y.N ? x : y;

            [return: Borrowed(nameof(x))]
            static Item First([Borrowed] Item x, [Borrowed] Item y) => x;
        }
        """);

    [Fact]
    public Task The_only_borrowed_parameter_needs_no_name() => Verify.Ownership(
        Prelude +
        """
        public static class Program
        {
            [return: Borrowed]
            static Item First([Borrowed] Item x, [Owned] Item y, int n, string s) => x;

            [return: BorrowedMut]
            static Item FirstMut([BorrowedMut] Item x, System.IO.Stream lent) => x;
        }
        """);

    [Fact]
    public Task A_result_that_can_borrow_from_nothing_is_reported() => Verify.Ownership(
        Prelude +
        """
        public abstract class Sources
        {
            [return: {|RVG0106:Borrowed|}]
            public static Item Make() => throw new Exception();

            [{|RVG0106:Borrowed|}]
            public static Item Default => throw new Exception();

            [return: {|RVG0106:Borrowed|}]
            public static Item Taken([Owned] Item item) => throw new Exception();
        }

        public delegate Item Getter();

        [return: {|RVG0106:Borrowed|}]
        public delegate Item Borrower();
        """);

    [Fact]
    public Task The_receiver_is_the_source_whatever_the_parameters_are() => Verify.Ownership(
        Prelude +
        """
        [Owned]
        public class Box
        {
            private Item _item = new();

            [return: Borrowed]
            public Item Get([Borrowed] Item x, [Borrowed] Item y) => _item;

            [Mutates]
            [return: BorrowedMut]
            public Item GetMut(in int n) => _item;

            [Borrowed]
            public Item Only => _item;

            [Borrowed]
            public Item this[[Borrowed] Item key] => _item;
        }

        public class Plain
        {
            private readonly Item _item = new();

            [return: Borrowed]
            public Item Get([Borrowed] Item x) => _item;
        }
        """);

    [Fact]
    public Task A_receiver_that_is_consumed_is_no_source() => Verify.Ownership(
        Prelude +
        """
        [Owned]
        public class Box
        {
            [Consumes]
            [return: {|RVG0106:Borrowed|}]
            public Item Open() => throw new Exception();

            [Consumes]
            [return: Borrowed]
            public Item Pick([Borrowed] Item x) => x;
        }
        """);

    [Fact]
    public Task A_carrier_that_is_consumed_hands_out_what_it_carries() => Verify.Ownership(
        Prelude +
        """
        [Owned]
        public sealed class Cell
        {
            [BorrowedMut]
            public Item Inner;

            public Cell([BorrowedMut] Item inner) => Inner = inner;

            [Consumes]
            [return: BorrowedMut]
            public Item IntoInner() => Inner;

            [Consumes]
            [return: {|RVG0106:Borrowed|}]
            public Item Either([Borrowed] Item other) => throw new Exception();
        }

        public static class Program
        {
            [return: BorrowedMut]
            static Item Out([Owned] Cell cell) => cell.Inner;
        }
        """);

    [Fact]
    public Task The_receiver_of_an_extension_method_is_the_source() => Verify.Ownership(
        Prelude +
        """
        public static class Extensions
        {
            [return: Borrowed]
            public static Item Self(this Item item, [Borrowed] Item other) => item;

            [Consumes]
            [return: {|RVG0106:Borrowed|}]
            public static Item Gone(this Item item) => throw new Exception();
        }
        """);

    [Fact]
    public Task What_is_passed_by_reference_or_carries_a_borrow_is_a_candidate() => Verify.Ownership(
        Prelude +
        """
        public ref struct View
        {
            [Borrowed]
            public Item Item;
        }

        public static class Program
        {
            [return: Borrowed]
            static Item Of(in Item item) => item;

            [return: {|RVG0106:Borrowed|}]
            static Item Either(View view, ref Item item) => item;

            [return: Borrowed]
            static Item Inner(View view, scoped ref int count) => view.Item;
        }
        """);

    [Fact]
    public Task A_field_holds_a_borrow_and_needs_no_source() => Verify.Ownership(
        Prelude +
        """
        public sealed class Cursor
        {
            [Borrowed]
            private readonly Item _item;

            [Borrowed]
            public Item Other { get; }

            public Cursor([Borrowed] Item item, [Borrowed] Item other)
            {
                _item = item;
                Other = other;
            }
        }
        """);

    [Fact]
    public Task A_local_function_has_no_receiver() => Verify.Ownership(
        Prelude +
        """
        public sealed class Program
        {
            private void M()
            {
                _ = Pick(new Item(), new Item()).N;

                [return: {|RVG0106:Borrowed|}]
                static Item Pick([Borrowed] Item x, [Borrowed] Item y) => x;
            }
        }
        """);

    [Fact]
    public Task A_lambda_and_a_delegate_leave_it_open_as_a_method_does() => Verify.Ownership(
        Prelude +
        """
        [return: {|#0:Borrowed|}]
        public delegate Item Picker([Borrowed] Item {|#1:x|}, [Borrowed] Item {|#2:y|});

        public static class Program
        {
            static void M()
            {
                var pick = [return: {|#3:Borrowed|}] ([Borrowed] Item {|#4:a|}, [Borrowed] Item {|#5:b|}) => a;
            }
        }
        """,
        Verify.Error("RVG0106").WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("The result of 'Picker' is borrowed, but the signature does not say whether from 'x' or 'y'"),
        Verify.Error("RVG0106").WithLocation(3).WithLocation(4).WithLocation(5)
            .WithMessage("The result of the lambda is borrowed, but the signature does not say whether from 'a' or 'b'"));

    [Fact]
    public Task A_lambda_may_borrow_from_what_its_delegate_lends_it() => Verify.Ownership(
        Prelude +
        """
        [return: Borrowed]
        public delegate Item Picker([Borrowed] Item item);

        public static class Program
        {
            static void M()
            {
                Picker says = [return: Borrowed] Item (Item item) => item;
                Picker silent = item => item;
                var alone = [return: Borrowed] ([Borrowed] Item item) => item;
            }
        }
        """);

    [Fact]
    public Task The_message_names_the_candidates() => Verify.Ownership(
        Prelude +
        """
        public static class Program
        {
            [return: {|#0:Borrowed|}]
            static Item Longer([Borrowed] Item {|#1:x|}, [Borrowed] Item {|#2:y|}) => x.N > y.N ? x : y;
        }
        """,
        Verify.Error("RVG0106").WithLocation(0).WithLocation(1).WithLocation(2)
            .WithMessage("The result of 'Longer' is borrowed, but the signature does not say whether from 'x' or 'y'"));
}
