using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>
/// Every program of the repository, broken in random places: no analyzer crashes or hangs. The order is fixed by the seed; a slow
/// machine comes less far in it, and what was looked at must hold on every machine. <c>RUSTVSGO_MUTATIONS</c> asks for more than the usual number.
/// </summary>
public sealed class MutatedProgramTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longestOfOne = TimeSpan.FromSeconds(60);

    // One compilation that the others are made from: they share what was read of the references.
    private static readonly CSharpCompilation s_empty = Analysis.Compile();

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    public static TheoryData<LanguageVersion> Versions =>
        [.. Enum.GetValues<LanguageVersion>().Where(static version => version is >= LanguageVersion.CSharp7_3 and not (LanguageVersion.Latest or LanguageVersion.LatestMajor or LanguageVersion.Default))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_broken_program_is_survived(int seed)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("RUSTVSGO_MUTATIONS"), out var asked) ? asked : 500;
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count && (clock.Elapsed < s_longest || asked > 0); i++)
        {
            var (name, text) = ProgramCorpus.All[random.Next(ProgramCorpus.All.Count)];
            var broken = Mutations.Break(text, random);
            if (random.Next(3) == 0)
                broken = Mutations.Break(broken, random);
            await Survive(name, broken, LanguageVersion.Preview);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_program_in_any_version_of_the_language_is_survived(LanguageVersion version)
    {
        var random = new Random((int)version);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20 && clock.Elapsed < s_longest; i++)
        {
            var (name, text) = ProgramCorpus.All[random.Next(ProgramCorpus.All.Count)];
            await Survive(name, i % 2 == 0 ? text : Mutations.Break(text, random), version);
        }
    }

    [Fact]
    public void The_corpus_has_all_kinds_of_programs()
    {
        Assert.Contains(ProgramCorpus.All, static program => program.Name.StartsWith("RVG0382.md", StringComparison.Ordinal));
        Assert.Contains(ProgramCorpus.All, static program => program.Name.StartsWith("limits.md", StringComparison.Ordinal));
        Assert.Contains(ProgramCorpus.All, static program => program.Name == "Program.cs");
        Assert.True(ProgramCorpus.All.Count(static program => program.Name.EndsWith(".twin", StringComparison.Ordinal)) > 300);
    }

    [Fact]
    public void The_same_seed_breaks_a_program_the_same_way()
    {
        const string program = "class C { void M(int a, int b) { var c = a + b; M(c, a); } }";
        var (one, other) = (new Random(7), new Random(7));
        for (var i = 0; i < 50; i++)
            Assert.Equal(Mutations.Break(program, one), Mutations.Break(program, other));
    }

    private static async Task Survive(string name, string text, LanguageVersion version)
    {
        var parse = new CSharpParseOptions(version);
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = s_empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, parse, "Broken.cs", cancellationToken: cancellation));
        if (name.EndsWith(".twin", StringComparison.Ordinal))
            compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(ProgramCorpus.Prelude, parse, "Prelude.cs", cancellationToken: cancellation));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_longestOfOne);
        try
        {
            await compilation.Report(AllAnalyzers.Create(), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Assert.Fail($"{name} does not come to an end:\n{text}");
        }
    }
}
