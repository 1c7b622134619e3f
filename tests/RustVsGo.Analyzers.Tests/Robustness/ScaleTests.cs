using System.Text;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Long and deep methods: the analysis takes time in proportion, finds what is there, and leaves nothing out.</summary>
public sealed class ScaleTests
{
    private const int TimeLimit = 30_000;

    private const string Types =
        """

        [RustVsGo.Owned] class Config { public int Port; public Config Next; public static Config operator +([RustVsGo.Owned] Config a, Config b) => a; }
        [RustVsGo.Owned] class Conn : System.IDisposable { public void Dispose() { } }
        static class Api
        {
            public static Config Make() => new();
            public static void Take([RustVsGo.Owned] Config config) { }
            public static bool Takes([RustVsGo.Owned] Config config) => true;
            public static void Look([RustVsGo.Borrowed] Config config) { }
            public static Config Id([RustVsGo.Owned] Config config) => config;
            public static Conn Open() => new();
            public static void Risky() { }
        }
        """;

    [Fact]
    public Task Ten_thousand_statements_in_a_row() =>
        Check(Repeat(3_333, static i => $"var x{i} = Make(); Look(x{i}); Take(x{i});\n") + "var y = Make(); Take(y); Look(y);", "RVG0382 y");

    [Fact]
    public Task Ten_thousand_uses_of_one_variable() =>
        Check("var x = Make();" + Repeat(10_000, static _ => "Look(x);\n") + "Take(x); Look(x);", "RVG0382 x");

    [Fact]
    public Task A_borrow_over_ten_thousand_statements() =>
        Check("var x = Make(); var r = RustVsGo.Own.Borrow(x);" + Repeat(10_000, static _ => "Risky();\nLook(x);\n") + "Take(x); Look(r); var y = Make(); Look(y);", "RVG0505 x");

    [Fact]
    public Task A_borrow_that_ended_ten_thousand_statements_before() =>
        Check("var x = Make(); var r = RustVsGo.Own.Borrow(x); Look(r);" + Repeat(10_000, static _ => "Look(x);\n") + "Take(x); var y = Make(); Take(y); Look(y);", "RVG0382 y");

    [Fact]
    public Task Thousands_of_branches_that_move_and_fill_again() =>
        Check("var x = Make();" + Repeat(2_000, static _ => "if (c) { Take(x); x = Make(); } else Look(x);\n") + "Take(x); Look(x);", "RVG0382 x");

    [Fact]
    public Task A_thousand_values_moved_on_one_path() =>
        Check(
            Repeat(1_000, static i => $"var x{i} = Make(); if (c) Take(x{i});\n") + "Look(x0); Look(x999);",
            "RVG0382 x0",
            "RVG0382 x999");

    [Fact]
    public Task A_switch_of_a_thousand_cases() =>
        Check("var x = Make(); switch (n) {" + Repeat(1_000, static i => $"case {i}: Take(x); break;\n") + "} Look(x);", "RVG0382 x");

    [Fact]
    public Task Many_moves_behind_one_use() =>
        Check("var x = Make();" + Repeat(500, static i => $"if (n == {i}) {{ Take(x); goto end; }}\n") + "end: Look(x);", "RVG0382 x");

    [Fact]
    public Task Hundreds_of_borrows_that_live_side_by_side() =>
        Check(
            "var x = Make();" + Repeat(300, static i => $"var r{i} = RustVsGo.Own.Borrow(x);\n") + Repeat(300, static i => $"Look(r{i});\n") + "Take(x); Look(x);",
            "RVG0382 x");

    [Fact]
    public Task Calls_five_hundred_deep() =>
        Check($"var x = Make(); Take({Repeat(500, static _ => "Id(")}x{new string(')', 500)}); Look(x);", "RVG0382 x");

    [Fact]
    public Task Parentheses_five_hundred_deep() =>
        Check($"var x = Make(); Take({new string('(', 500)}x{new string(')', 500)}); Look(x);", "RVG0382 x");

    [Fact]
    public Task Conditional_expressions_two_hundred_deep() =>
        Check($"var x = Make(); Take({Repeat(200, static _ => "c ? Make() : ")}x); Look(x);", "RVG0382 x");

    [Fact]
    public Task A_sum_of_five_hundred_terms() =>
        Check($"var x = Make(); var y = x{Repeat(500, static _ => " + Make()")}; Look(x);", "RVG0382 x");

    [Fact]
    public Task A_condition_of_five_hundred_terms() =>
        Check($"var x = Make(); if (c{Repeat(500, static i => $" && n != {i}")} && Takes(x)) return; Look(x);", "RVG0382 x");

    [Fact]
    public Task Fields_a_hundred_deep() =>
        Check($"var x = Make(); Take(x{Repeat(100, static _ => ".Next")}); Look(x);", "RVG0382 x");

    [Fact]
    public Task Lambdas_thirty_deep() =>
        Check($"var x = Make(); {Repeat(30, static i => $"System.Action f{i} = () => {{ ")} Take(x); {new string('}', 30).Replace("}", "};")} Look(x);", "RVG0382 x");

    [Fact]
    public Task Blocks_and_loops_a_hundred_deep() =>
        Check($"var x = Make(); {Repeat(100, static i => $"while (n > {i}) {{ ")} Take(x); {new string('}', 100)}", "RVG0382 x");

    [Fact]
    public Task Try_blocks_a_hundred_deep() =>
        Check($"var x = Make(); {Repeat(100, static _ => "try { ")} Take(x); {Repeat(100, static _ => "} finally { Risky(); } ")} Look(x);", "RVG0382 x");

    [Fact]
    public Task Handlers_a_hundred_deep() =>
        Check($"var x = Make(); {Repeat(100, static _ => "try { ")} Take(x); {Repeat(100, static _ => "} catch (System.InvalidOperationException) { Risky(); } ")} Look(x);", "RVG0382 x");

    [Fact]
    public Task Try_blocks_a_hundred_deep_that_are_left_in_many_ways() =>
        Check(
            "var x = Make(); while (c) {" + Repeat(100, static i => $"try {{ if (n == {i}) return; if (n == -{i}) break; if (n == 2 * {i}) continue; ")
            + "Look(x);" + Repeat(100, static _ => "} finally { Risky(); } ") + "} Take(x); Look(x);",
            "RVG0382 x");

    [Fact]
    public Task A_hundred_usings_in_one_scope() =>
        Check("var x = Make();" + Repeat(100, static i => $"using var conn{i} = Open(); if (n == {i}) return;\n") + "Take(x); Look(x);", "RVG0382 x");

    [Fact]
    public Task Two_hundred_try_blocks_in_a_row() =>
        Check("var x = Make();" + Repeat(200, static _ => "try { Risky(); if (c) return; } finally { Look(x); }\n") + "Take(x); Look(x);", "RVG0382 x");

    // A finally block is lowered once for each way on behind it; inside another finally block that multiplies.
    [Theory]
    [InlineData(6)]
    [InlineData(30)]
    public Task Finally_blocks_inside_finally_blocks(int depth) =>
        Check($"var x = Make(); {Repeat(depth, static _ => "try { Risky(); } finally { ")} Take(x); {new string('}', depth)} Look(x);", "RVG0382 x");

    private static async Task Check(string statements, params string[] expected)
    {
        // An analysis that does not come to an end is a failure, not a test run that hangs.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeLimit);
        var program = "using static Api; class Program { static void Test(bool c, int n) {\n" + statements + "\n} }" + Types;

        Assert.Equal(expected, await Analysis.Compile(program).FindingsOfCorrect(limit.Token));
    }

    private static string Repeat(int count, Func<int, string> text)
    {
        var all = new StringBuilder();
        for (var i = 0; i < count; i++)
            all.Append(text(i));
        return all.ToString();
    }
}
