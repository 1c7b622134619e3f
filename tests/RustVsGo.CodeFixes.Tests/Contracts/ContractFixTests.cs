namespace RustVsGo.CodeFixes.Tests;

/// <summary>The fixes of the rules about contracts: RVG0053, 0106, 3001, 3002, 3004 and 3005.</summary>
public sealed class ContractFixTests
{
    private const string Head =
        """
        using System;
        using RustVsGo;

        [Owned]
        public class Item { public int N; }


        """;

    [Fact]
    public Task The_base_has_the_word() => Verify.Fix<OtherPromiseCodeFixProvider>(
        Head +
        """
        public interface ISink
        {
            void Put([Borrowed] Item item);

            [return: Borrowed(nameof(x))]
            Item Pick([Borrowed] Item x, [Borrowed] Item y);
        }

        public sealed class Store : ISink
        {
            public void Put([/* why */ {|RVG0053:Owned|}] Item item) { } // stays

            [return: {|RVG0053:Borrowed(nameof(b))|}]
            public Item Pick([Borrowed] Item a, [Borrowed] Item b) => throw new Exception();
        }
        """,
        Head +
        """
        public interface ISink
        {
            void Put([Borrowed] Item item);

            [return: Borrowed(nameof(x))]
            Item Pick([Borrowed] Item x, [Borrowed] Item y);
        }

        public sealed class Store : ISink
        {
            public void Put([/* why */ Borrowed] Item item) { } // stays

            [return: Borrowed("a")]
            public Item Pick([Borrowed] Item a, [Borrowed] Item b) => throw new Exception();
        }
        """,
        OtherPromiseCodeFixProvider.TakeOverKey,
        iterations: 2);

    [Fact]
    public Task The_catalog_has_the_word_too() => Verify.Fix<OtherPromiseCodeFixProvider>(
        Head +
        """
        public sealed class Pipe : System.IO.MemoryStream
        {
            [{|RVG0053:Mutates|}]
            public override void Close() { }
        }
        """,
        Head +
        """
        public sealed class Pipe : System.IO.MemoryStream
        {
            [Drop(Idempotent = true)]
            public override void Close() { }
        }
        """,
        OtherPromiseCodeFixProvider.TakeOverKey);

    [Fact]
    public Task What_the_body_does_not_keep_is_not_promised() => Verify.NoFix<OtherPromiseCodeFixProvider>(
        Head +
        """
        public interface ISink
        {
            void Put([Borrowed] Item item);
        }

        public sealed class Store : ISink
        {
            private Item _item = new();

            public void Put([{|RVG0053:Owned|}] Item item) => _item = item;
        }
        """);

    [Fact]
    public Task An_inherited_implementation_has_nothing_to_change() => Verify.NoFix<OtherPromiseCodeFixProvider>(
        Head +
        """
        public interface ISink
        {
            void Put([Borrowed] Item item);
        }

        public class Store
        {
            public void Put([Owned] Item item) { }
        }

        public sealed class {|RVG0053:StoreSink|} : Store, ISink;
        """);

    [Theory]
    [InlineData(0, "nameof(x)")]
    [InlineData(1, "nameof(@class)")]
    [InlineData(2, "nameof(x), nameof(@class)")]
    public Task Each_candidate_can_be_named(int index, string named) => Verify.Fix<MissingSourceCodeFixProvider>(
        Head +
        """
        public static class C
        {
            [return: {|RVG0106:Borrowed|}] // stays
            public static Item Pick([Borrowed] Item x, [Borrowed] Item @class) => throw new Exception();
        }
        """,
        Head +
        $$"""
        public static class C
        {
            [return: Borrowed({{named}})] // stays
            public static Item Pick([Borrowed] Item x, [Borrowed] Item @class) => throw new Exception();
        }
        """,
        index: index);

    [Fact]
    public Task Other_arguments_stay_behind_the_names() => Verify.Fix<MissingSourceCodeFixProvider>(
        Head +
        """
        public static class C
        {
            [return: {|RVG0106:Borrowed(CapturedBy = null)|}]
            public static Item Pick([Borrowed] Item x, [Borrowed] Item y) => x;

            [return: {|RVG0106:Borrowed()|}]
            public static Item Other([Borrowed] Item x, [Borrowed] Item y) => x;
        }
        """,
        Head +
        """
        public static class C
        {
            [return: Borrowed(nameof(x), CapturedBy = null)]
            public static Item Pick([Borrowed] Item x, [Borrowed] Item y) => x;

            [return: Borrowed(nameof(x))]
            public static Item Other([Borrowed] Item x, [Borrowed] Item y) => x;
        }
        """,
        MissingSourceCodeFixProvider.FirstKey,
        iterations: 2);

    [Fact]
    public Task A_source_that_the_body_contradicts_is_not_offered() => Verify.NoFix<MissingSourceCodeFixProvider>(
        Head +
        """
        public static class C
        {
            [return: {|RVG0106:Borrowed|}]
            public static Item Pick([Borrowed] Item x, [Borrowed] Item y) => y;
        }
        """,
        MissingSourceCodeFixProvider.FirstKey);

    [Fact]
    public Task Where_nothing_can_be_borrowed_from_nothing_is_offered() => Verify.NoFix<MissingSourceCodeFixProvider>(
        Head +
        """
        public static class C
        {
            [return: {|RVG0106:Borrowed|}]
            public static Item Make() => throw new Exception();
        }
        """);

    [Fact]
    public Task The_contradiction_is_removed() => Verify.Fix<ContradictoryAttributeCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static void A([Owned, {|RVG3001:Borrowed|}] Item item) { }

            public static void B([Owned] /* why */ [{|RVG3001:Borrowed|}] Item item) { }
        }
        """,
        Head +
        """
        public static class C
        {
            public static void A([Owned] Item item) { }

            public static void B([Owned] /* why */ Item item) { }
        }
        """,
        ContradictoryAttributeCodeFixProvider.RemoveKey,
        iterations: 2);

    [Fact]
    public Task Or_what_it_contradicts_is_removed() => Verify.Fix<ContradictoryAttributeCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static void A([Owned, {|RVG3001:Borrowed|}] Item item) { }
        }
        """,
        Head +
        """
        public static class C
        {
            public static void A([Borrowed] Item item) { }
        }
        """,
        ContradictoryAttributeCodeFixProvider.RemoveOtherKey);

    [Fact]
    public Task What_has_no_effect_is_removed() => Verify.Fix<AttributeWithoutEffectCodeFixProvider>(
        Head +
        """
        public static class C
        {
            /// <summary>Stays.</summary>
            [{|RVG3002:Mutates|}]
            public static void A([{|RVG3002:Owned|}] int n, [Obsolete, {|RVG3002:Owned|}] int m) { } // stays

            [{|RVG3002:Mutates|}] // why
            public static void B() { }
        }
        """.Replace("[Obsolete, ", "[System.Diagnostics.CodeAnalysis.NotNull, ", StringComparison.Ordinal),
        Head +
        """
        public static class C
        {
            /// <summary>Stays.</summary>
            public static void A(int n, [Obsolete] int m) { } // stays

             // why
            public static void B() { }
        }
        """.Replace("[Obsolete]", "[System.Diagnostics.CodeAnalysis.NotNull]", StringComparison.Ordinal),
        AttributeWithoutEffectCodeFixProvider.RemoveKey,
        iterations: 4);

    [Theory]
    [InlineData(0, "Owned")]
    [InlineData(1, "Borrowed")]
    public Task A_silent_parameter_says_what_it_does(int index, string name) => Verify.Fix<SilentParameterCodeFixProvider>(
        Head +
        """
        public static class C
        {
            public static int A(/* why */ Item {|RVG3004:item|}, int n, Item {|RVG3004:other|}) => item.N + other.N + n; // stays
        }
        """,
        Head +
        $$"""
        public static class C
        {
            public static int A(/* why */ [{{name}}] Item item, int n, [{{name}}] Item other) => item.N + other.N + n; // stays
        }
        """,
        index: index,
        iterations: 2);

    [Fact]
    public Task What_is_stored_is_not_borrowed() => Verify.NoFix<SilentParameterCodeFixProvider>(
        Head +
        """
        public class C
        {
            private Item _item;

            public C(Item {|RVG3004:item|}) => _item = item;
        }
        """,
        SilentParameterCodeFixProvider.BorrowedKey);

    [Fact]
    public Task A_kept_delegate_is_owned() => Verify.Fix<KeptDelegateCodeFixProvider>(
        Head +
        """
        public class C
        {
            private Action _action;

            public C(Action {|RVG3005:action|}) => _action = action;
        }
        """,
        Head +
        """
        public class C
        {
            private Action _action;

            public C([Owned] Action action) => _action = action;
        }
        """,
        KeptDelegateCodeFixProvider.OwnedKey);
}
