using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>Mistakes in one line each, where other constructs stand around them: the neighbours of what <see cref="AcceptedTests"/> accepts.</summary>
public sealed class ReportedTests
{
    [Theory]
    [InlineData("inside other scopes", "var y = x; using (var m = new MemoryStream()) { lock (m) { Look({|RVG0382:x|}); } }")]
    [InlineData("by a deconstruction of three", "var (y, i, z) = (x, 1, Make()); Look({|RVG0382:x|});")]
    [InlineData("by a nested deconstruction", "Config y, z; (y, (z, _)) = (x, (Make(), 1)); Look(y); Look(z); Look({|RVG0382:x|});")]
    [InlineData("into an element of a tuple", "(Config, int) t; t.Item1 = x; t.Item2 = 1; Look(t.Item1); Look({|RVG0382:x|});")]
    [InlineData("by two coalescing operators", "Config y = null; y ??= x ?? Make(); Look({|RVG0382:x|});")]
    [InlineData("into an array of arrays", "var y = new Config[1][]; y[0] = new[] { x }; Look({|RVG0382:x|});")]
    [InlineData("before a jump", "Take(x); goto done; done: { } if (c) Look({|RVG0382:x|});")]
    [InlineData("by the condition of a for", "for (var i = 0; Takes({|RVG0382:x|}); i++) { }")]
    [InlineData("by the step of a for", "for (var i = 0; i < n; i++, Take({|RVG0382:x|})) { }")]
    [InlineData("used by the start of a for", "Take(x); for (Look({|RVG0382:x|}); c;) { }")]
    [InlineData("inside checked", "checked { Take(x); n++; } Look({|RVG0382:x|});")]
    [InlineData("around a stackalloc", "Span<int> s = stackalloc int[2]; s[0] = x.Port; Take(x); s[1] = {|RVG0382:x.Port|};")]
    [InlineData("in nested conditional expressions", "n = c ? (d ? 1 : Takes(x) ? 1 : 2) : 3; Look({|RVG0382:x|});")]
    [InlineData("behind a pattern in a condition", "if (x is { Port: 1 } && Takes(x) || c) Look({|RVG0382:x|});")]
    [InlineData("in one interpolated string", "var s = $\"{Takes(x)} {n} {{|RVG0382:x.Port|}}\";")]
    [InlineData("by the second of two declared variables", "Config y = x, z = {|RVG0382:x|};")]
    [InlineData("by both operands", "if (Takes(x) & Takes({|RVG0382:x|})) return;")]
    [InlineData("by the left operand", "if (Takes(x) ^ Looks({|RVG0382:x|})) return;")]
    [InlineData("looked at by a reference afterwards", "Take(x); ref readonly var r = ref {|RVG0382:x|};")]
    public Task Moved(string how, string statements)
    {
        Assert.NotEmpty(how);
        return Moves.Body("var x = Make(); " + statements);
    }

    [Theory]
    [InlineData("between two parameters", "static void Test(Config x) => Console.WriteLine(string.Join(\",\", x.Port, Takes(x), {|RVG0382:x.Port|}));")]
    [InlineData("into the result, and used by the finally", "static Config Test(Config x) { try { return x; } finally { Look({|RVG0382:x|}); } }")]
    [InlineData("into a pair that is returned", "static (Config, Config) Test(Config x) => (x, {|RVG0382:x|});")]
    [InlineData("into an array that is returned", "static Config[] Test(Config x) => new[] { x, {|RVG0382:x|} };")]
    [InlineData("by a case with a pattern", "static void Test(Config x) { switch (x) { case { Port: > 1 }: Take(x); break; default: Look(x); break; } Look({|RVG0382:x|}); }")]
    public Task Moved_by_a_member(string how, string member)
    {
        Assert.NotEmpty(how);
        return Moves.Members(member);
    }

    /// <summary>Roslyn describes collection expressions from 4.10 on; before that they are an operation that nobody knows, a use of what is in them.</summary>
    [Theory]
    [InlineData("Config[] all = [x]; Look({|RVG0382:x|});")]
    [InlineData("Config[] all = [x, {|RVG0382:x|}];")]
    public Task Moved_into_a_collection_expression(string statements) => Moves.Body("var x = Make(); " + (DescribesCollections ? statements : WithoutMarks(statements)));

    private static bool DescribesCollections => typeof(Compilation).Assembly.GetName().Version >= new Version(4, 10);

    private static string WithoutMarks(string text) => text.Replace("{|RVG0382:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
}
