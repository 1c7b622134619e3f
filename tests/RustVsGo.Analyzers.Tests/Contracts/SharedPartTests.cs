using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary><c>[Shared]</c>: a value without a single owner, that everybody may change (Rust's <c>Cell</c>, <c>&amp;'static T</c>).</summary>
public sealed class SharedPartTests
{
    [Fact]
    public Task A_shared_result_may_be_changed_and_handed_on() => Construct.Body(
        """
        var one = Registry.Current();
        one.N = 1;
        one.Touch();
        Registry.Instance.N = 2;
        Registry.Instance.Touch();
        Edit(Registry.Current());
        """,
        """
        static class Registry
        {
            [Shared] private static readonly Data s_data = new();
            [Shared] public static Data Instance => s_data;
            [return: Shared] public static Data Current() => s_data;
        }
        """);

    [Fact]
    public Task A_shared_field_of_an_object_may_be_changed_through_a_shared_receiver() => Construct.Program(
        """
        [Owned] sealed class Holder
        {
            [Shared] private readonly Data _data;
            public Holder([Shared] Data data) => _data = data;
            public void Change() { _data.N = 3; _data.Touch(); }
            [return: Shared] public Data Hand() => _data;
        }
        """);

    [Fact]
    public Task A_field_without_the_attribute_may_not() => Construct.Program(
        """
        [Owned] sealed class Holder
        {
            private readonly Data _data;
            public Holder([Owned] Data data) => _data = data;
            public void Change() { {|RVG0594:_data.N = 3|}; {|RVG0596:_data|}.Touch(); }
        }
        """);

    [Fact]
    public Task A_shared_field_may_be_set_as_a_cell() => Construct.Program(
        """
        [Owned] sealed class Holder
        {
            [Shared] private Data _data = new();
            public void Change() => _data = new();
            [return: Shared] public Data Hand() => _data;
        }
        """);

    [Fact]
    public Task A_shared_field_is_gone_with_its_object() => Construct.Body(
        """
        var x = new Holder();
        x.Data.Touch();
        Keep(x);
        {|RVG0382:x.Data|}.Touch();
        static void Keep([Owned] Holder holder) { }
        """,
        "[Owned] sealed class Holder { [Shared] public readonly Data Data = new(); }");
}
