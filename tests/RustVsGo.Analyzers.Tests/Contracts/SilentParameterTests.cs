namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG3004: a parameter that takes ownership because of its type alone.</summary>
public sealed class SilentParameterTests
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
    public Task A_parameter_of_a_move_type_is_asked_what_it_does() => Check(
        """
        public class C
        {
            public C(Item {|RVG3004:item|}) { }

            public void M(Item {|RVG3004:a|}, int b, Item[] {|RVG3004:c|}) { }

            private static void S(Item {|RVG3004:a|}) { }
        }

        public class P(Item {|RVG3004:item|})
        {
            public int N { get; } = item.N;
        }

        public interface I
        {
            void M(Item {|RVG3004:item|});
        }
        """);

    [Fact]
    public Task One_that_says_what_it_does_is_not() => Check(
        """
        public class C
        {
            public void M([Owned] Item a, [Borrowed] Item b, [BorrowedMut] Item c, [Shared] Item d) { }

            public void N(ref Item a, in Item b, out Item c) => c = new Item();

            public void O(object a, string b, IEnumerable<Item> c) { }
        }
        """);

    [Fact]
    public Task A_type_parameter_takes_what_it_is_given() => Check(
        """
        public class C
        {
            public void M<T>(T item) { }

            public void N<T>(T {|RVG3004:item|}) where T : Item { }
        }
        """);

    [Fact]
    public Task Overrides_and_implementations_say_what_their_base_says() => Check(
        """
        public interface I
        {
            void M([Borrowed] Item item);
        }

        public abstract class B
        {
            public abstract void N(Item {|RVG3004:item|});
        }

        public class C : B, I, IComparer<Item>
        {
            public void M(Item item) { }

            public override void N(Item item) { }

            int IComparer<Item>.Compare(Item x, Item y) => 0;
        }
        """);

    [Fact]
    public Task Operators_comparisons_and_keys_borrow() => Check(
        """
        public class C
        {
            public static bool operator +(C c, Item item) => true;

            public bool Equals(Item item) => false;

            public int CompareTo(Item item) => 0;

            public int this[Item key] { get => 0; set { } }

            public Item Last { get; set; } = new();
        }

        public static class Extensions
        {
            public static int Count(this Item item) => item.N;
        }
        """);

    [Fact]
    public Task Lambdas_delegates_local_functions_and_positional_records_are_left_alone() => Check(
        """
        public delegate void D(Item item);

        public record R(Item Item);

        public class C
        {
            public void M()
            {
                Action<Item> action = item => { };
                L(new Item());
                static void L(Item item) { }
            }
        }
        """);

    [Fact]
    public Task The_part_of_a_partial_method_that_declares_it_is_asked() => Check(
        """
        public partial class C
        {
            public partial void M(Item {|RVG3004:item|});

            public partial void M(Item item) { }
        }
        """);

    private static Task Check(string program) => Verify.Proposal("RVG3004", Prelude + program);
}
