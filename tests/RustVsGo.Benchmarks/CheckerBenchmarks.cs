using BenchmarkDotNet.Attributes;
using RustVsGo.Benchmarks.Bodies;

namespace RustVsGo.Benchmarks;

/// <summary>The checker on one body, which was compiled and bound before: ten times the statements cost at most fifteen times as much.</summary>
public class CheckerBenchmarks
{
    private BoundBody _body = null!;

    [ParamsAllValues]
    public BodyShape Shape { get; set; }

    [Params(100, 1_000, 10_000)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void Bind() => _body = BoundBody.Of(BodyText.Program(Shape, Statements));

    [Benchmark]
    public int Check() => _body.Check();
}
