using BenchmarkDotNet.Attributes;

namespace RustVsGo.Benchmarks.Sharing;

/// <summary>What the types of ours cost beside what they are made of.</summary>
public class SharingBenchmarks
{
    private SharingPair _pair = null!;

    public static IEnumerable<string> Names => SharingPair.All.Select(static pair => pair.Name);

    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Choose() => _pair = SharingPair.All.Single(pair => pair.Name == Name);

    [Benchmark(Baseline = true, OperationsPerInvoke = SharingPair.Operations)]
    public void Bare() => _pair.Bare();

    [Benchmark(OperationsPerInvoke = SharingPair.Operations)]
    public void Ours() => _pair.Ours();
}
