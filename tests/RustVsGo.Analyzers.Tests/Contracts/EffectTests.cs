namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>RVG3002: attributes that say nothing where they stand. One line of each program a cell of the specification's table.</summary>
public sealed class EffectTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using RustVsGo;

        [Owned]
        public class Item
        {
            public int N;
        }

        """;

    [Fact]
    public Task Owned_on_a_type() => Verify.Ownership(
        Prelude +
        """
        [Owned] public class A;
        [Owned] public struct B;
        [Owned] public record D;
        [Owned] public interface I;
        [Owned] public sealed class Derived : A, I;
        [Owned] public ref struct R;
        [{|RVG3002:Owned|}] public static class S;
        public class Box<[Owned] T> { public void M<[Owned] U>() { } }
        """);

    [Fact]
    public Task Owned_on_a_place_needs_a_value_that_can_have_an_owner() => Verify.Ownership(
        Prelude +
        """
        public enum Color { Red }

        public class C
        {
            [Owned] private Stream _stream = Stream.Null;
            [{|RVG3002:Owned|}] private int _count;
            [{|RVG3002:Owned|}] private const string Name = "";
            [Owned] public Stream Property { get; set; } = Stream.Null;
            [{|RVG3002:Owned|}] public Color Color { get; set; }

            public void M([Owned] Stream a, [{|RVG3002:Owned|}] int b, [{|RVG3002:Owned|}] string c, [{|RVG3002:Owned|}] Color d) { }

            public void N<T>([Owned] T a, [Owned] Action b, [Owned] object c) { }

            [return: Owned] public Stream Open() => Stream.Null;
            [return: Owned] public Task<Stream> OpenAsync() => Task.FromResult(Stream.Null);
            [return: {|RVG3002:Owned|}] public void Nothing() { }
            [return: {|RVG3002:Owned|}] public int Number() => 0;

            public Stream Set { [return: {|RVG3002:Owned|}] set { } }
            public Stream SetToo { [param: Owned] set { } }
            public int SetNumber { [param: {|RVG3002:Owned|}] set { } }
        }

        [return: Owned] public delegate Stream Opener();
        [return: {|RVG3002:Owned|}] public delegate void Nothing([{|RVG3002:Owned|}] int n);
        """);

    [Fact]
    public Task Unless_and_When_belong_to_a_parameter() => Verify.Ownership(
        Prelude +
        """
        [{|RVG3002:Owned(Unless = "x")|}]
        public class A
        {
            [{|RVG3002:Owned(When = "x")|}]
            private Stream _stream = Stream.Null;

            [return: {|RVG3002:Owned(When = "x")|}]
            public Stream M(bool x) => Stream.Null;
        }
        """);

    [Fact]
    public Task Keeps_needs_a_keeper() => Verify.Ownership(
        Prelude +
        """
        public class C
        {
            public C([Keeps] Stream s) { }

            public void Add([Keeps] Stream s) { }

            public static void Static([{|RVG3002:Keeps|}] Stream s) { }

            public void Number([{|RVG3002:Keeps|}] int n) { }

            public void Local(Stream s)
            {
                L(s);
                static void L([{|RVG3002:Keeps|}] Stream s) { }
            }
        }

        public static class Extensions
        {
            public static void Keep(this Item item, [Keeps] Stream s) { }

            public static void KeepSelf([{|RVG3002:Keeps|}] this Stream s) { }
        }

        public delegate void D([{|RVG3002:Keeps|}] Stream s);
        """);

    [Fact]
    public Task Shared_plain_data_is_a_cell_in_a_field_only() => Verify.Ownership(
        Prelude +
        """
        public class C
        {
            [Shared] private int _hits;
            [Shared] private static readonly Item s_item = new();
            [Shared] public int Hits { get; set; }
            [{|RVG3002:Shared|}] private const int Max = 1;

            public void M([Shared] Item a, [{|RVG3002:Shared|}] int b) { }

            [return: Shared] public Item Get() => s_item;
            [return: {|RVG3002:Shared|}] public int Number() => 0;
            [return: {|RVG3002:Shared|}] public void Nothing() { }
        }
        """);

    [Fact]
    public Task A_borrow_needs_a_value_that_can_have_an_owner() => Verify.Ownership(
        Prelude +
        """
        public class C
        {
            private readonly Item _item = new();

            [Borrowed] private Item _field = null!;
            [{|RVG3002:Borrowed|}] private int _count;
            [{|RVG3002:Borrowed|}] private const string Name = "";

            public void M([Borrowed] Item a, [{|RVG3002:Borrowed|}] int b, [{|RVG3002:BorrowedMut|}] string c, [Borrowed] Action d, [Borrowed] in int e) { }

            public void Out([{|RVG3002:Borrowed|}] out Item a) => a = new Item();

            [return: Borrowed] public Item Get() => _item;
            [return: {|RVG3002:Borrowed|}] public int Number() => 0;
            [return: {|RVG3002:Borrowed|}] public void Nothing() { }

            [Borrowed] public Item Property => _item;
            [{|RVG3002:Borrowed|}] public int Count => 0;
            [{|RVG3002:Borrowed|}] public Item Setter { set { } }
        }
        """);

    [Fact]
    public Task Arguments_of_a_borrow_belong_to_one_kind_of_place() => Verify.Ownership(
        Prelude +
        """
        public class C
        {
            [{|RVG3002:Borrowed("x")|}] private Item _field = null!;
            [{|RVG3002:Borrowed("x")|}] public Item Auto { get; } = null!;

            public void M([{|RVG3002:Borrowed("other")|}] Item item, [Borrowed] Item other) { }

            public void N([{|RVG3002:Borrowed(Deferred = true)|}] Item item) { }

            [return: {|RVG3002:Borrowed(CapturedBy = "this")|}] public Item Get() => _field;

            [return: Borrowed("items", Deferred = true)] public IEnumerable<Item> All([Borrowed] List<Item> items) => items;
        }
        """);

    [Fact]
    public Task An_attribute_about_the_receiver_needs_one() => Verify.Ownership(
        Prelude +
        """
        [Owned]
        public class C
        {
            [{|RVG3002:Borrows|}] public static void Static() { }
            [{|RVG3002:Consumes|}] public static C operator +(C a, C b) => new();
            [{|RVG3002:Drop|}] ~C() { }

            [Borrows] public void A() { }
            [Mutates] public void B() { }
            [Consumes] public void D() { }
            [Drop] public void E() { }
            [Drop] public void Close(int timeout) { }

            public int Property { [Mutates] get => 0; [Borrows] set { } }
            public static int Shared { [{|RVG3002:Mutates|}] get => 0; }

            public event Action Event { [Borrows] add { } [Mutates] remove { } }

            [Drop] public async Task CloseAsync() => await Task.Yield();

            public void Local()
            {
                L();
                [{|RVG3002:Mutates|}] static void L() { }
                Action lambda = [{|RVG3002:Mutates|}] () => { };
                lambda();
            }
        }

        public class Plain
        {
            [Mutates] public void B() { }
            [Consumes] public void D() { }
        }

        public interface I
        {
            [Mutates] void B();
            [{|RVG3002:Mutates|}] static abstract void S();
        }

        public static class Extensions
        {
            [Mutates] public static void A(this Item item) { }
            [Consumes] public static void B(this Stream stream) { }
            [{|RVG3002:Mutates|}] public static void D(Item item) { }
        }
        """);

    [Fact]
    public Task An_accessor_is_no_destructor() => Verify.Ownership(
        Prelude +
        """
        public class C
        {
            public int Property { [{|RVG3002:Drop|}] get => 0; }
        }
        """);

    [Fact]
    public Task A_copy_method_returns_a_copy() => Verify.Ownership(
        Prelude +
        """
        public interface ICopy { [Clone] ICopy Copy(); }

        public class Base { }

        public class C : Base, ICopy
        {
            [Clone] public C A() => new();
            [Clone] public Base B() => new C();
            [Clone] public object D() => new C();
            [Clone] public ICopy Copy() => new C();
            [Clone] public C Deep(bool deep = true) => new();
            [{|RVG3002:Clone|}] public string E() => "";
            [{|RVG3002:Clone|}] public void F() { }
            [{|RVG3002:Clone|}] public C G(int depth) => new();
            [{|RVG3002:Clone|}] public static C H() => new();
        }

        public static class Extensions
        {
            [Clone] public static Item Dup(this Item item) => new();
            [{|RVG3002:Clone|}] public static string Text(this Item item) => "";
        }
        """);

    [Fact]
    public Task Once_is_about_what_can_be_called() => Verify.Ownership(
        Prelude +
        """
        public class C
        {
            public void M([Once] Action a, [Once] Func<int> b, [Once] Delegate c, [{|RVG3002:Once|}] Item d, [{|RVG3002:Once|}] int e) { }

            public void N<T>([Once] T a) where T : Delegate => a.DynamicInvoke();
        }
        """);

    [Fact]
    public Task MustUse_needs_a_result() => Verify.Ownership(
        Prelude +
        """
        [MustUse("why")] public class A;
        [MustUse("why")] public enum E { One }
        [MustUse("why")] public delegate int D();
        [{|RVG3002:MustUse("why")|}] public static class S;

        public class C
        {
            [MustUse("why")] public int M() => 0;
            [return: MustUse("why")] public int N() => 0;
            [MustUse("why")] public Task O() => Task.CompletedTask;
            [{|RVG3002:MustUse("why")|}] public void P() { }
            [return: {|RVG3002:MustUse("why")|}] public void Q() { }
        }
        """);

    [Fact]
    public Task Send_and_NotSend() => Verify.Ownership(
        Prelude +
        """
        [NotSend] public class A;
        [NotSend] public delegate void D();
        [{|RVG3002:NotSend|}] public static class S;

        public class Sender<[Send] T>
        {
            public void M<[Send] U>([Send] U a, [Send] Action b, [{|RVG3002:Send|}] int c) { }
        }
        """);

    [Fact]
    public Task The_field_behind_a_property_has_no_contract_of_its_own() => Verify.Ownership(
        Prelude +
        """
        public class C
        {
            [field: {|RVG3002:Borrowed|}]
            public Item Item { get; } = null!;
        }

        public record R([property: Borrowed] Item Item);

        public record P([Borrowed] Item Item);
        """);

    [Fact]
    public Task The_attributes_of_a_project_count_like_those_of_the_package() => Verify.Ownership(
        """
        namespace RustVsGo
        {
            internal sealed class OwnedAttribute : System.Attribute;

            internal sealed class BorrowedAttribute : System.Attribute;

            internal sealed class MutatesAttribute : System.Attribute;
        }

        namespace Program
        {
            using RustVsGo;

            [Owned]
            class Item
            {
                [{|RVG3002:Owned|}]
                public void M([Owned, {|RVG3001:Borrowed|}] Item item) { }

                [{|RVG3002:Mutates|}]
                public int N;

                [{|RVG3002:Mutates|}]
                public Item() { }

                [{|RVG3002:Mutates|}]
                public static void S() { }

                [{|RVG3002:Owned|}]
                public event System.Action E { add { } remove { } }
            }

            [{|RVG3002:Owned|}]
            enum Color;

            [{|RVG3002:Owned|}]
            delegate void D();
        }
        """);

    [Fact]
    public Task Attributes_of_the_same_name_elsewhere_are_none() => Verify.Ownership(
        Prelude +
        """
        namespace Other
        {
            public sealed class OwnedAttribute : Attribute;

            [Other.Owned]
            public static class S
            {
                [Other.Owned]
                public static int M() => 0;
            }
        }
        """);

    [Fact]
    public Task The_message_says_why() => Verify.Ownership(
        Prelude +
        """
        public static class C
        {
            [{|#0:Mutates|}]
            public static void M() { }
        }
        """,
        new Microsoft.CodeAnalysis.Testing.DiagnosticResult("RVG3002", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'[Mutates]' on 'C.M' has no effect: a static method has no receiver"));
}
