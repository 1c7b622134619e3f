using RustVsGo.Conformance.Reading;

namespace RustVsGo.Conformance;

/// <summary>The lists of scenarios that have no twin: left-out-*.tsv, with code, path and reason.</summary>
public sealed class LeftOutTests
{
    private static IEnumerable<(string At, string Line)> Lines =>
        from file in Directory.EnumerateFiles(TwinFiles.Folder(""), "left-out-*.tsv").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file).Index()
        select ($"{Path.GetFileName(file)}({line.Index + 1})", line.Item);

    [Fact]
    public void Each_line_has_a_scenario_and_a_reason() =>
        Assert.All(Lines, line =>
        {
            var columns = line.Line.Split('\t');
            Assert.True(columns.Length == 3, $"{line.At}: a line has three columns, code, path and reason");
            Assert.True(
                TwinReader.Scenario().IsMatch($"{columns[0]} {columns[1]}"),
                $"{line.At}: the columns are a code, and a path below tests/ui/ or 'own snippet::…'");
            Assert.True(columns[2].Trim().Length > 10, $"{line.At}: the reason is missing");
        });

    [Fact]
    public void A_scenario_is_left_out_once_and_never_covered()
    {
        var covered = TwinFiles.All
            .SelectMany(twin => twin.Covers.Select(scenario => (Scenario: scenario, twin.Name)))
            .ToLookup(pair => pair.Scenario, pair => pair.Name);
        var seen = new Dictionary<string, string>();
        Assert.All(Lines, line =>
        {
            var scenario = string.Join(' ', line.Line.Split('\t').Take(2));
            Assert.True(seen.TryAdd(scenario, line.At), $"{line.At}: left out at {seen[scenario]} already");
            Assert.True(!covered.Contains(scenario), $"{line.At}: covered by {string.Join(", ", covered[scenario])}");
        });
    }
}
