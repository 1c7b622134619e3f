namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>Top-level statements, partial members, query expressions, aliases, constants, discards.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public Task Top_level_statements_are_a_body() => Construct.Program(
        """
        var x = Make();
        Take(x);
        Look({|RVG0382:x|});
        """);

    [Fact]
    public Task Correct_top_level_statements_are_accepted() => Construct.Program(
        """
        using var r = Open();
        Look(r.View());
        await Task.Delay(1);
        foreach (var a in args)
            Lend(a);
        r.Touch();
        return 1;
        """);

    [Fact]
    public Task A_partial_method_has_one_contract() => Construct.Program(
        """
        partial class Tests
        {
            private partial void See([Borrowed] Data data);
            private partial void See(Data data) => Look(data);
            private partial void Eat(Data data) => Take(data);
            private partial void Eat([Owned] Data data);
            void Test()
            {
                var x = Make();
                See(x);
                Eat(x);
                See({|RVG0382:x|});
            }
        }
        """);

    [CSharp13Fact]
    public Task A_partial_property_has_one_contract() => Construct.Program(
        """
        [Owned] partial class Tests
        {
            private Part _part = new();
            public partial Part First { get; set; }
            public partial Part First { get => _part; set => _part = value; }
            static void Test([Owned] Tests t)
            {
                var p = MakePart();
                t.First = p;
                Look({|RVG0382:p|});
                Look(t.First);
                Take({|RVG0507:t.First|});
            }
        }
        """);

    [CSharp14Fact]
    public Task A_partial_constructor_has_one_contract() => Construct.Program(
        """
        [Owned] partial class Box
        {
            private int _n;
            public partial Box([Borrowed] Part part);
            public partial Box(Part part) => _n = part.N;
            static void Test()
            {
                var p = MakePart();
                Lend(new Box(p)._n);
                Take(p);
                Lend(new Box({|RVG0382:p|})._n);
            }
        }
        """);

    [CSharp14Fact]
    public Task A_partial_event_has_bodies() => Construct.Program(
        """
        partial class Source
        {
            private Action _all;
            public partial event Action Changed;
            public partial event Action Changed
            {
                add { var x = Make(); Take(x); Look({|RVG0382:x|}); _all += value; }
                remove => _all -= value;
            }
        }
        """);

    [Fact]
    public Task A_query_captures_what_its_clauses_use() => Construct.Body(
        """
        var x = Make();
        var numbers = new[] { 1, 2, 3 };
        var q = from i in numbers where i > x.N orderby i select i + x.Peek();
        Lend(q.ToList());
        Look(x);
        Take(x);
        var r = from i in numbers let j = i * 2 select {|RVG0382:j + x.N|};
        """);

    [Fact]
    public Task A_query_without_captures_is_accepted() => Construct.Body(
        """
        var x = Make();
        var q = from i in new[] { 1, x.N } join j in new[] { 1, 2 } on i equals j into g from k in g group k by k % 2;
        Take(x);
        Lend(q);
        """);

    [Fact]
    public Task Named_through_an_alias_is_the_same_type() => Verify.Ownership(
        """
        using RustVsGo;
        using static Api;
        using Doc = Data;
        using Pair = (Data Left, int Right);

        [Owned] public class Data { public int N; }
        public static class Api { public static void Take([Owned] Data data) { } public static void Look([Borrowed] Data data) { } }
        class Tests
        {
            void Test(Doc d)
            {
                Doc x = new();
                Take(x);
                Look({|RVG0382:x|});
                Pair p = (d, 1);
                Look(p.Left);
                Look({|RVG0382:d|});
            }
        }
        """);

    [Fact]
    public Task A_local_constant_is_nothing_to_follow() => Construct.Body(
        """
        const int Size = 3;
        const string Name = "a";
        var x = Make();
        x.N = Size;
        x.Name = Name;
        Take(x);
        Lend({|RVG0382:x.N|} + Size);
        """);

    [Fact]
    public Task A_discard_moves_nothing() => Construct.Body(
        """
        var x = Make();
        _ = x;
        _ = x.N;
        _ = Looks(x);
        Take(x);
        _ = x;
        _ = Looks({|RVG0382:x|});
        """);

    [Fact]
    public Task A_discarded_call_drops_its_result() => Construct.Body(
        """
        _ = Make();
        Make();
        var p = {|RVG0716:Make()|}.View();
        Look(p);
        """);

    [Fact]
    public Task A_declaration_in_an_expression_is_a_variable() => Construct.Members(
        """
        static bool TryMake(out Data data) { data = Make(); return true; }

        static void Test()
        {
            if (TryMake(out var x) && Looks(x))
                Take(x);
            Look({|RVG0382:x|});
        }
        """);

    [Fact]
    public Task A_member_of_a_nested_or_file_local_type_is_a_body() => Construct.Program(
        """
        file class Outer
        {
            private sealed class Inner
            {
                public void Test(Data x)
                {
                    Take(x);
                    Look({|RVG0382:x|});
                }
            }
        }
        """);

    [Fact]
    public Task A_default_member_of_an_interface_is_a_body() => Construct.Program(
        """
        interface IRun
        {
            void Run(Data x)
            {
                Look(x);
                Take(x);
                Look({|RVG0382:x|});
            }
        }
        """);
}
