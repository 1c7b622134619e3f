using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;

namespace RustVsGo.Benchmarks;

/// <summary>Few and short runs: what is looked at is how figures grow, not their last digit.</summary>
internal sealed class GrowthConfig : ManualConfig
{
    public GrowthConfig()
    {
        Add(DefaultConfig.Instance);
        AddJob(Job.Default.WithWarmupCount(2).WithIterationCount(5));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumn(new GrowthColumn("Time x", static report => report.ResultStatistics?.Median));
        AddColumn(new GrowthColumn("Memory x", static report => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase)));
    }
}
