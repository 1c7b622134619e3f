using BenchmarkDotNet.Attributes;
using RustVsGo.Benchmarks.Bodies;

namespace RustVsGo.Benchmarks;

/// <summary>The checker on bodies that nest deep, branch wide, or hold much at once.</summary>
public class ExtremeBenchmarks
{
    private BoundBody _body = null!;

    public static IEnumerable<string> Names => ExtremeBodies.All.Select(static body => body.Name);

    [ParamsSource(nameof(Names))]
    public string Body { get; set; } = "";

    [Params(10, 100)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Bind() => _body = BoundBody.Of(BodyText.Around(ExtremeBodies.All.Single(body => body.Name == Body).Text(Size)));

    [Benchmark]
    public int Check() => _body.Check();
}
