using RustVsGo.Conformance.Reading;
using RustVsGo.Conformance.Verdicts;

namespace RustVsGo.Conformance;

/// <summary>What holds for the twins as a whole.</summary>
public sealed class AllTwinsTests
{
    [Fact]
    public async Task The_prelude_is_clean() => Assert.Empty((await Judges.CSharp).ReportsOnPrelude);

    [Fact]
    public async Task One_mistake_gets_one_report()
    {
        var judge = await Judges.CSharp;
        var repeated = new List<string>();
        foreach (var twin in TwinFiles.All)
        {
            var reports = judge.ReportsOf(twin);
            var onLine = twin.CSharp.Marks.CountBy(mark => mark).ToDictionary();
            repeated.AddRange(judge.RepeatedReportsOf(twin));
            repeated.AddRange(
                from report in reports.CountBy(report => report)
                where report.Value > Math.Max(1, onLine.GetValueOrDefault(report.Key))
                select $"{twin.At(report.Key)} is reported {report.Value} times");

            var functions = judge.FunctionsOf(twin);
            repeated.AddRange(
                from pair in Function.Distribute(functions, reports).Zip(Function.Distribute(functions, twin.CSharp.Marks))
                where pair.First.Marks.Length > pair.Second.Marks.Length
                let name = pair.First.Function?.Name ?? "the code outside of functions"
                select $"{twin.At(pair.First.Marks[0].Line)}: {name} has {pair.Second.Marks.Length} marks and {pair.First.Marks.Length} reports");
        }

        Check.IsEmpty(repeated);
    }

    [Fact]
    public async Task As_many_functions_are_accepted_as_rejected()
    {
        var judge = await Judges.CSharp;
        var cases = TwinFiles.All.SelectMany(twin => FunctionPairs.Of(twin, judge.FunctionsOf(twin)).All.Where(pair => pair.IsCase)).ToList();
        var rejected = cases.Count(pair => !pair.CSharpMarks.IsEmpty);
        var accepted = cases.Count - rejected;

        TestContext.Current.TestOutputHelper?.WriteLine($"{TwinFiles.All.Length} twins, {rejected} functions rejected, {accepted} accepted");
        Assert.True(accepted >= rejected, $"{accepted} functions are accepted and {rejected} rejected");
    }

    [Fact]
    public async Task Each_difference_is_a_sentence_of_the_model()
    {
        var model = await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "ownership-model.md"), TestContext.Current.CancellationToken);
        var sentences = OnOneLine(model);

        Check.IsEmpty(
            from twin in TwinFiles.All
            where twin.Model is not null && !sentences.Contains(OnOneLine(twin.Model), StringComparison.Ordinal)
            select $"{twin.At(1)}: docs/ownership-model.md does not say '{twin.Model}'");

        static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Twins_have_names_of_their_own()
    {
        Assert.Distinct(TwinFiles.All.Select(twin => twin.ModuleName));
        Assert.Distinct(TwinFiles.All.Select(twin => twin.ClassName));
    }
}
