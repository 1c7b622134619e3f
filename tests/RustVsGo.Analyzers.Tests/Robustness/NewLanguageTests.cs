using Microsoft.CodeAnalysis.CSharp;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>What C# 13 and 14 brought, on the Roslyn that knows it. These tests run twice: on the oldest one that the analyzers support, and on a current one.</summary>
public sealed class NewLanguageTests
{
    private const int CSharp13 = 1300;
    private const int CSharp14 = 1400;

    private const string Types =
        """

        [RustVsGo.Owned] class Config { public int Port { get; set; } public Config? Next { get; set; } public void Look() { } }
        static class Api
        {
            public static Config Make() => new();
            public static void Take([RustVsGo.Owned] Config config) { }
            public static void Look([RustVsGo.Borrowed] Config config) { }
        }
        """;

    [Fact]
    public void Each_project_runs_on_its_own_Roslyn()
    {
        var isCurrent = typeof(NewLanguageTests).Assembly.GetName().Name!.EndsWith("CurrentRoslyn", StringComparison.Ordinal);

        Assert.Equal(isCurrent ? new Version(5, 9) : new Version(4, 8), Roslyn);
    }

    [Theory]
    [InlineData(CSharp13, "params of a span", "static void All(params System.ReadOnlySpan<int> all) { } static void Test() { var x = Make(); All(1, 2); Take(x); Look(x); }", "RVG0382 x")]
    [InlineData(CSharp13, "a ref struct as a type argument", "static void Any<T>(T value) where T : allows ref struct { } static void Test() { var x = Make(); Any(1); Take(x); Look(x); }", "RVG0382 x")]
    [InlineData(CSharp13, "a lock of the new type", "static void Test() { var gate = new System.Threading.Lock(); var x = Make(); lock (gate) { Take(x); } Look(x); }", "RVG0382 x")]
    [InlineData(CSharp13, "a ref local in an async method", "static async System.Threading.Tasks.Task Test() { var x = Make(); Take(x); await System.Threading.Tasks.Task.Yield(); Look(x); }", "RVG0382 x")]
    [InlineData(CSharp14, "the field of a property", "static Config? Held { get => field; set => field = value; } static void Test() { var x = Make(); Held = x; Look(x); }", "RVG0382 x")]
    [InlineData(CSharp14, "an assignment under a condition", "static void Test(Config? c) { var x = Make(); c?.Port = x.Port; Take(x); Look(x); }", "RVG0382 x")]
    [InlineData(CSharp14, "an extension block", "static void Test() { var x = Make(); x.Peek(); Take(x); Look(x); } } static class More { extension(Config config) { public int Peek() => config.Port; public int Twice => 2 * config.Port; }", "RVG0382 x")]
    [InlineData(CSharp14, "a lambda with a modifier without a type", "delegate bool Try(string text, out int result); static void Test() { Try parse = (text, out result) => int.TryParse(text, out result); var x = Make(); Take(x); Look(x); }", "RVG0382 x")]
    public async Task A_move_is_followed_around(int version, string what, string members, string expected)
    {
        Assert.NotEmpty(what);
        if (!Enum.IsDefined((LanguageVersion)version))
            Assert.Skip($"Roslyn {Roslyn} does not know C# {version / 100}.");
        var compilation = Analysis.Compile("#nullable enable\nusing static Api; static class Program { " + members + " }" + Types);

        Assert.Equal([expected], await compilation.FindingsOfCorrect(TestContext.Current.CancellationToken));
    }

    private static Version Roslyn
    {
        get
        {
            var version = typeof(CSharpCompilation).Assembly.GetName().Version!;
            return new Version(version.Major, version.Minor);
        }
    }
}
