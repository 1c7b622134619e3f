namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG3001: attributes that contradict each other, or what they stand on. One line of each program a cell of the specification's table.</summary>
public sealed class ContradictionTests
{
    private const string Prelude =
        """
        using System;
        using System.IO;
        using RustVsGo;

        [Owned]
        public class Item
        {
            public int N;
        }

        public struct Point
        {
            public int X;
        }

        """;

    [Fact]
    public Task A_parameter_has_one_mode() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            public void M(
                [Owned, {|RVG3001:Borrowed|}] Item a,
                [Borrowed][{|RVG3001:BorrowedMut|}] Item b,
                [Keeps, {|RVG3001:Owned|}] Stream c,
                [Shared, {|RVG3001:Owned|}] Item d,
                [Borrowed, Once] Action e,
                [Owned, Send] Item f) { }
        }
        """);

    [Fact]
    public Task A_result_a_field_and_a_property_have_one_mode() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            [Owned, {|RVG3001:Shared|}]
            private Item _field = new();

            [Owned, {|RVG3001:Borrowed|}]
            public Item Property { get; } = new();

            [return: Owned]
            [return: {|RVG3001:Borrowed|}]
            public Item M() => throw new Exception();

            [Owned]
            public Item Made
            {
                [return: {|RVG3001:Borrowed|}]
                get => throw new Exception();
            }
        }
        """);

    [Fact]
    public Task A_method_does_one_thing_to_its_receiver() => Verify.Ownership(
        Prelude +
        """
        [Owned]
        public sealed class C
        {
            [Borrows, {|RVG3001:Mutates|}]
            public void A() { }

            [Consumes, {|RVG3001:Drop|}]
            public void B() { }

            [Clone, {|RVG3001:Consumes|}]
            public C D() => new();

            [Mutates, MustUse("why")]
            public int E() => 0;

            [Borrows, Clone]
            public C F() => new();
        }
        """);

    [Fact]
    public Task A_copied_struct_cannot_be_borrowed_exclusively() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            [{|RVG3001:BorrowedMut|}]
            private Point _point;

            [{|RVG3001:BorrowedMut|}]
            public Point Auto { get; set; }

            public void ByValue([{|RVG3001:BorrowedMut|}] Point p, [{|RVG3001:BorrowedMut|}] int n) { }

            public void ByReference([BorrowedMut] ref Point p, ref Point q, [Borrowed] in Point r) { }

            public void Generic<T>([{|RVG3001:BorrowedMut|}] T p) where T : struct { }

            public void Reference<T>([BorrowedMut] T p) where T : class { }

            [return: {|RVG3001:BorrowedMut|}]
            public Point Get() => _point;

            [return: BorrowedMut]
            public ref Point GetRef() => ref _point;

            [return: BorrowedMut]
            public Span<int> View() => default;
        }
        """);

    [Fact]
    public Task What_is_passed_by_reference_is_not_taken() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            private Item _item = new();

            public void M([{|RVG3001:Owned|}] ref Item a, [{|RVG3001:Owned|}] in Item b, [{|RVG3001:Owned|}] ref readonly Item c) { }

            public void Made([Owned] out Item a) => a = new Item();

            public C([{|RVG3001:Keeps|}] ref Stream a, [{|RVG3001:Keeps|}] out Stream b) => b = a;

            [return: {|RVG3001:Owned|}]
            public ref Item Get() => ref _item;
        }
        """);

    [Fact]
    public Task The_kind_of_reference_and_the_kind_of_borrow_agree() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            private Item _item = new();

            public void M([{|RVG3001:Borrowed|}] ref Item a, [{|RVG3001:BorrowedMut|}] in Item b, [Borrowed] in Item c, [BorrowedMut] ref Item d) { }

            [return: {|RVG3001:BorrowedMut|}]
            public ref readonly Item Get() => ref _item;

            [return: {|RVG3001:Borrowed|}]
            public ref Item GetMut() => ref _item;

            [return: Borrowed]
            public ref readonly Item Same() => ref _item;
        }
        """);

    [Fact]
    public Task A_condition_is_a_bool_parameter() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            public C([Keeps(Unless = nameof(leaveOpen))] Stream s, bool leaveOpen) { }

            public C([{|RVG3001:Keeps(Unless = "leaveopen")|}] Stream s, bool leaveOpen, int n) { }

            public void M([Owned(When = nameof(dispose))] Stream s, bool dispose) { }

            public void N([{|RVG3001:Owned(When = nameof(dispose))|}] Stream s, int dispose) { }

            public void O([{|RVG3001:Owned(When = nameof(a), Unless = nameof(b))|}] Stream s, bool a, bool b) { }
        }
        """);

    [Fact]
    public Task A_source_is_a_parameter_or_this() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            private readonly Item _item = new();

            [return: {|RVG3001:Borrowed("other")|}]
            public Item A([Borrowed] Item item) => item;

            [return: Borrowed("item", "this")]
            public Item B([Borrowed] Item item) => item;

            [return: {|RVG3001:Borrowed("this")|}]
            public static Item D([Borrowed] Item item) => item;

            [{|RVG3001:Borrowed("ke")|}]
            public Item this[int key] => _item;

            [Borrowed("this")]
            public Item this[string key] => _item;
        }

        public static class Extensions
        {
            [return: Borrowed("this")]
            public static Item Self(this Item item, [Borrowed] Item other) => item;
        }
        """);

    [Fact]
    public Task Only_this_keeps_a_borrow() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            [Borrowed]
            private readonly Item _item;

            public C([Borrowed(CapturedBy = "this")] Item item) => _item = item;

            public static void M([{|RVG3001:Borrowed(CapturedBy = "this")|}] Item item) { }

            public void N([{|RVG3001:Borrowed(CapturedBy = "other")|}] Item item, [Borrowed] Item other) { }

            public int Length => _item.N;
        }

        public delegate void D([{|RVG3001:Borrowed(CapturedBy = "this")|}] Item item);
        """);

    [Fact]
    public Task Local_functions_lambdas_and_partial_members_are_looked_at_too() => Verify.Ownership(
        Prelude +
        """
        public sealed partial class C
        {
            public partial void P([Owned] Item item);

            public partial void P([{|RVG3001:Borrowed|}] Item item) { }

            public void M()
            {
                Local(new Item());
                Action<Item> lambda = ([Borrowed, {|RVG3001:BorrowedMut|}] Item item) => { };

                static void Local([Owned, {|RVG3001:Borrowed|}] Item item) { }
            }
        }
        """);

    [Fact]
    public Task The_message_says_which_two() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            public void M([{|#1:Owned|}, {|#0:Borrowed|}] Item item) { }
        }
        """,
        Verify.Error("RVG3001").WithLocation(0).WithLocation(1)
            .WithMessage("'[Borrowed]' on parameter 'item' of 'C.M' contradicts '[Owned]'"));

    [Fact]
    public Task The_message_says_why_one_cannot_hold() => Verify.Ownership(
        Prelude +
        """
        public sealed class C
        {
            public void M([{|#0:BorrowedMut|}] Point point) { }
        }
        """,
        Verify.Error("RVG3001").WithLocation(0)
            .WithMessage("'[BorrowedMut]' on parameter 'point' of 'C.M' cannot hold: a struct that is not passed by 'ref' is copied, and the copy would be mutated"));
}
