namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG3010, off by default: what the C# ownership proposal forbids of its resource types.</summary>
public sealed class ProposalTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using RustVsGo;

        public interface IThing;

        [Owned]
        public class Item : IThing
        {
            public int N;

            public void Touch() { }
        }

        """;

    [Fact]
    public Task A_move_type_is_no_generic_argument() => Check(
        """
        public static class C
        {
            private static List<{|RVG3010:Item|}> s_items = new List<{|RVG3010:Item|}>();

            static void Look<T>([Borrowed] T item) { }

            static void M([Borrowed] Item item)
            {
                {|RVG3010:Look|}(item);
                Look<{|RVG3010:Item|}>(item);
                var numbers = new List<int>();
                Look(numbers);
            }

            static int N()
            {
                var item = new Item();
                var borrow = Own.Borrow(item);
                return borrow.N;
            }
        }
        """);

    [Fact]
    public Task A_move_type_is_not_converted_to_what_is_none() => Check(
        """
        public static class C
        {
            static void Show(object value) { }

            static void M([Borrowed] Item item)
            {
                Show({|RVG3010:item|});
                Show("text");
                if (item == null)
                    return;
                if (item is { N: 1 })
                    return;
            }

            static IThing Give() => {|RVG3010:new Item()|};
        }
        """);

    [Fact]
    public Task A_move_type_is_not_captured() => Check(
        """
        public static class C
        {
            static void Run([Borrowed] Action action) => action();

            static void M()
            {
                var item = new Item();
                var number = 1;
                Run({|RVG3010:() => item.Touch()|});
                Run(() => number++);
                Run(() => new Item().Touch());
            }
        }
        """);

    [Fact]
    public Task A_plain_class_does_not_own_one() => Check(
        """
        public class Plain
        {
            private Item {|RVG3010:_item|} = new();

            public Item {|RVG3010:Auto|} { get; } = new();

            [Borrowed]
            private Item _borrowed = null!;

            [Borrowed]
            public Item Lent => _item;
        }

        [Owned]
        public class Owner
        {
            private Item _item = new();
        }
        """);

    private static Task Check(string program) => Verify.Proposal("RVG3010", Prelude + program);
}
