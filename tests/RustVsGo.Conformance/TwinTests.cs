using RustVsGo.Conformance.Reading;
using RustVsGo.Conformance.Verdicts;

namespace RustVsGo.Conformance;

/// <summary>Each twin by itself, so that a failure names the file.</summary>
public sealed class TwinTests
{
    public static TheoryData<string> Names => new(TwinFiles.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_analyzer_reports_what_is_marked(string name)
    {
        var twin = TwinFiles.Read(name);
        var judge = await Judges.CSharp;

        Check.IsEmpty(judge.CompilerErrorsOf(twin));
        var differences = Check.Differences(twin, twin.CSharp.Marks, judge.ReportsOf(twin));
        if (KnownLimits.All.ContainsKey(name))
            Assert.True(differences.Any(), $"{name} is as it should be now: take it off known-limits.tsv and out of docs/limits.md");
        else
            Check.IsEmpty(differences);
    }

    [Fact]
    public void Every_known_limit_is_a_twin() => Assert.Empty(KnownLimits.All.Keys.Except(TwinFiles.Names));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Rust_and_CSharp_are_marked_alike(string name)
    {
        var twin = TwinFiles.Read(name);
        var pairs = FunctionPairs.Of(twin, (await Judges.CSharp).FunctionsOf(twin));

        Assert.NotEmpty(pairs.All);
        if (twin.MayDiffer)
            return;
        Check.IsEmpty(pairs.Problems);
        Check.IsEmpty(
            from pair in pairs.All
            where !pair.Agrees
            select $"{twin.At(pair.InRust.FirstLine)}: '{pair.InRust.Name}' is marked differently in C#");
    }
}
