using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RustVsGo.Conformance.Verdicts;

namespace RustVsGo.Conformance.RandomTwins;

/// <summary>Random functions in both languages; see README.md for more of them than the tests take.</summary>
public sealed class RandomTwinTests
{
    private const int Shown = 8;

    // Of several mistakes in one function rustc sometimes tells others than here: of the uses behind one move, say, one by the order of its own blocks.
    private const double MayDiffer = 0.005;

    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable("RUSTVSGO_TWINS_SEED") is { } seed ? [int.Parse(seed, CultureInfo.InvariantCulture)] : [1, 2, 3];

    private static int Count => Environment.GetEnvironmentVariable("RUSTVSGO_TWINS_COUNT") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 600;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Random_twins_agree_with_rustc(int seed)
    {
        if (!Rustc.IsInstalled())
            Assert.Skip("rustc is not installed: nothing says what is expected of random twins.");

        var cancellationToken = TestContext.Current.CancellationToken;
        var outcomes = await Comparison.CompareAsync(Functions(seed), cancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(Summary(outcomes));

        var wrong = outcomes.Where(outcome => outcome.IsFalselyReported || outcome.IsMissed).ToImmutableArray();
        var inexact = outcomes.Where(outcome => outcome.Kind == "other codes or lines").ToImmutableArray();
        if (wrong.IsEmpty && inexact.Length <= MayDiffer * outcomes.Length)
            return;
        var shown = await Shrinker.ShrinkAsync([.. wrong.Take(Shown), .. inexact.Take(Shown)], cancellationToken);
        Assert.Fail(Summary(outcomes) + string.Concat(shown.OrderBy(outcome => outcome.Function.Length).Select(outcome =>
            $"\n{outcome.Function.Name}: {outcome.Kind}\n{outcome.Function.Show(outcome.Rustc, outcome.Ours)}")));
    }

    [Fact]
    public async Task Random_bodies_are_checked_without_a_crash() =>
        await Comparison.ReportsAsync(Functions(seed: 4), TestContext.Current.CancellationToken);

    private static ImmutableArray<TwinFunction> Functions(int seed) => Comparison.Functions(seed, Count);

    private static string Summary(ImmutableArray<Outcome> outcomes)
    {
        var text = new StringBuilder();
        int wrong = outcomes.Count(outcome => outcome.IsFalselyReported || outcome.IsMissed), exact = outcomes.Count(outcome => outcome.IsExact);
        text.Append(CultureInfo.InvariantCulture, $"{outcomes.Length} functions, {outcomes.Count(outcome => outcome.IsSound)} accepted by rustc: ")
            .Append(CultureInfo.InvariantCulture, $"verdicts agree {outcomes.Length - wrong} ({100.0 * (outcomes.Length - wrong) / outcomes.Length:F2} %), ")
            .Append(CultureInfo.InvariantCulture, $"falsely reported {outcomes.Count(outcome => outcome.IsFalselyReported)}, missed {outcomes.Count(outcome => outcome.IsMissed)}, ")
            .Append(CultureInfo.InvariantCulture, $"exact code and line {exact} ({100.0 * exact / outcomes.Length:F2} %)\n");
        Append("codes", outcomes.SelectMany(outcome => outcome.Rustc).Select(error => error.Code));
        Append("constructs", outcomes.SelectMany(outcome => outcome.Function.Constructs));
        return text.ToString();

        void Append(string title, IEnumerable<string> names) =>
            text.Append(title).Append(": ").AppendJoin(", ", names.CountBy(name => name).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}")).Append('\n');
    }
}
