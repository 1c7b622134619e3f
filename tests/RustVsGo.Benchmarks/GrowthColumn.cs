using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace RustVsGo.Benchmarks;

/// <summary>What a size costs, as a multiple of what the next smaller size of the same benchmark costs.</summary>
internal sealed class GrowthColumn(string name, Func<BenchmarkReport, double?> figure) : IColumn
{
    public string Id => name;

    public string ColumnName => name;

    public string Legend => "As a multiple of the row with the next smaller size";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var smaller = summary.BenchmarksCases
            .Where(other => Rest(other) == Rest(benchmarkCase) && Size(other) < Size(benchmarkCase))
            .MaxBy(Size);
        return Figure(summary, benchmarkCase) is { } value && smaller is not null && Figure(summary, smaller) is > 0 and { } before
            ? (value / before).ToString("F1", CultureInfo.InvariantCulture)
            : "";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    private double? Figure(Summary summary, BenchmarkCase benchmarkCase) => summary[benchmarkCase] is { } report ? figure(report) : null;

    private static int Size(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Parameters.Items.FirstOrDefault(static item => item.Value is int)?.Value is int size ? size : 0;

    private static string Rest(BenchmarkCase benchmarkCase) =>
        benchmarkCase.Descriptor.WorkloadMethod.Name + string.Join(",", benchmarkCase.Parameters.Items.Where(static item => item.Value is not int).Select(static item => item.Value));
}
