using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using RustVsGo.Conformance.RandomTwins;
using RustVsGo.Conformance.Reading;
using RustVsGo.Conformance.Verdicts;

namespace RustVsGo.Conformance.RoundTrip;

/// <summary>
/// Whoever takes the first offered fix of each report, again and again, gets a program that compiles, and most reported functions end without a
/// report. What was accepted stays as it was.
/// </summary>
public sealed class RoundTripTests
{
    // Most of what is left has no clone, or collects borrows in a loop.
    private const double MostOfHandWritten = 0.80;

    private const double MostOfRandom = 0.80;

    private const int FunctionsInFile = 12;

    private static int Seed => Environment.GetEnvironmentVariable("RUSTVSGO_TWINS_SEED") is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : 5;

    private static int Count => Environment.GetEnvironmentVariable("RUSTVSGO_TWINS_COUNT") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 400;

    [Fact]
    public async Task Hand_written_twins_end_clean() =>
        await Check(TwinFiles.All.Select(static twin => (twin.Name, Text: CSharpJudge.TextOf(twin))), TwinFiles.CSharpPrelude, MostOfHandWritten);

    [Fact]
    public async Task Random_twins_end_clean()
    {
        var functions = Comparison.Functions(Seed, Count);
        var reports = await Comparison.ReportsAsync(functions, TestContext.Current.CancellationToken);
        // Several mistakes in one function say more about the generator than about the fixes.
        var taken = functions.Where(function => reports[function].Count() <= 1);
        await Check(taken.Chunk(FunctionsInFile).Select(static (chunk, i) => ($"m{i}", Comparison.TextOf(chunk))), Comparison.CSharpPrelude, MostOfRandom);
    }

    private static async Task Check(IEnumerable<(string Name, string Text)> files, string prelude, double most)
    {
        var mended = new ConcurrentBag<MendedFile>();
        await Parallel.ForEachAsync(files, TestContext.Current.CancellationToken, async (file, cancellationToken) =>
            mended.Add(await Mending.MendAsync(file.Name, file.Text, prelude, cancellationToken)));

        var functions = mended.SelectMany(static file => file.Functions).ToImmutableArray();
        var single = functions.Where(static function => function.Reported.Length == 1).ToImmutableArray();
        var clean = functions.Count(static function => function.Left.IsEmpty);
        var cleanSingle = single.Count(static function => function.Left.IsEmpty);
        var byRule = single.GroupBy(static function => function.Reported[0]).OrderBy(static rule => rule.Key)
            .Select(static rule => $"{rule.Key} {rule.Count(static function => function.Left.IsEmpty)}/{rule.Count()}");
        var byFix = mended.SelectMany(static file => file.Applied).CountBy(static key => key).OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key} {pair.Value}");
        var summary = string.Create(
            CultureInfo.InvariantCulture,
            $"{functions.Length} functions reported, {clean} end clean ({100.0 * clean / functions.Length:F1} %); of {single.Length} with one report {cleanSingle} ({100.0 * cleanSingle / single.Length:F1} %)\nrules: {string.Join(", ", byRule)}\nfixes: {string.Join(", ", byFix)}");
        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        if (Environment.GetEnvironmentVariable("RUSTVSGO_ROUND_TRIP") is { Length: > 0 } path)
        {
            await File.WriteAllTextAsync(
                path,
                summary + "\n" + string.Concat(functions.Where(static function => !function.Left.IsEmpty).Select(DetailsOf).Order()),
                TestContext.Current.CancellationToken);
        }

        Assert.Empty(mended.SelectMany(static file => file.CompilerErrors));
        Assert.Empty(mended.SelectMany(static file => file.Touched));
        Assert.True(cleanSingle >= most * single.Length, summary);
    }

    private static string DetailsOf(MendedFunction function) =>
        $"{function.Name}: {string.Join(' ', function.Left)}, was {string.Join(' ', function.Reported)}\n{function.Told}    {function.Before}\n"
        + (function.After == function.Before ? "" : $"  left as\n    {function.After}\n");
}
