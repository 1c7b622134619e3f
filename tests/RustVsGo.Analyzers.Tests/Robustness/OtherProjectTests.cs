using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Rules about contracts whose other half stands in a project that an editor has open too: no report may point into its sources.</summary>
public sealed class OtherProjectTests
{
    private const string Library =
        """
        using RustVsGo;

        [Owned] public class Doc { public int N; }

        public interface ISink { int Put([Borrowed] Doc doc); }

        public abstract class Sink { public abstract int Put([Borrowed] Doc doc); }

        public class Keeper { public int Put([Owned] Doc doc) => doc.N; }

        public delegate int Reader([Borrowed] Doc doc);

        public static class Functions { public static int Read([Owned] Doc doc) => doc.N; }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("class C : ISink { public int Put([RustVsGo.Owned] Doc doc) => doc.N; }", "[RustVsGo.Owned] Doc doc")]
    [InlineData("class C : Sink { public override int Put([RustVsGo.Owned] Doc doc) => doc.N; }", "[RustVsGo.Owned] Doc doc")]
    [InlineData("class C : Keeper, ISink { }", "C")]
    [InlineData("class C { System.Func<Doc, int> F = Functions.Read; }", "Functions.Read")]
    [InlineData("class C { Reader F = Functions.Read; }", "Functions.Read")]
    public async Task A_promise_of_another_project_is_compared(string program, string reported)
    {
        var report = Assert.Single(await Report(program));

        Assert.Equal("RVG0053", report.Id);
        Assert.Contains(report.Location.SourceTree!.GetText(Cancellation).ToString(report.Location.SourceSpan), reported, StringComparison.Ordinal);
        Assert.Empty(report.AdditionalLocations);
    }

    [Theory]
    [InlineData("class C : ISink { public int Put([RustVsGo.Borrowed] Doc doc) => doc.N; }")]
    [InlineData("class C { Reader F = static (doc) => doc.N; }")]
    public async Task What_promises_the_same_is_accepted(string program) => Assert.Empty(await Report(program));

    private static async Task<ImmutableArray<Diagnostic>> Report(string program)
    {
        var library = Analysis.Compile(Library).WithAssemblyName("Library").ToMetadataReference();
        var compilation = Analysis.Compile([.. TestReferences.All, library], program);
        Assert.Empty(compilation.GetDiagnostics(Cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var reports = await compilation.Report([.. AllAnalyzers.Create()], Cancellation);
        return [.. reports.Where(static report => report.Severity == DiagnosticSeverity.Error)];
    }
}
