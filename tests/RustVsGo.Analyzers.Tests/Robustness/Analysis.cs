using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>Compiles text that need not be correct and runs the analyzer over it, without the checks that <see cref="Verify"/> makes.</summary>
internal static class Analysis
{
    public const string Crash = "AD0001";

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview);

    /// <summary>A library of the given files, compiled against the base library and RustVsGo.dll.</summary>
    public static CSharpCompilation Compile(params string[] files) => Compile(TestReferences.All, files);

    public static CSharpCompilation Compile(IEnumerable<MetadataReference> references, params string[] files) =>
        CSharpCompilation.Create(
            "Test",
            files.Select((text, index) => CSharpSyntaxTree.ParseText(text, s_parse, $"File{index}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

    /// <summary>The compilation as a reference for another one; it must be free of errors.</summary>
    public static MetadataReference Emit(this CSharpCompilation compilation, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream, cancellationToken: cancellation);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>What the analyzer reports. A crash of it fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> Report(this CSharpCompilation compilation, CancellationToken cancellation) =>
        Report(compilation, [new OwnershipAnalyzer()], cancellation);

    /// <summary>What the given analyzers report. A crash of one fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Report(
        this CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
    {
        var diagnostics = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync(cancellation);
        if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == Crash) is { } crash)
            Assert.Fail($"{crash}\n{string.Join("\n", compilation.SyntaxTrees)}");
        return diagnostics;
    }

    /// <summary>What the analyzer reports, each as the rule and the text that it is reported on.</summary>
    public static async Task<IReadOnlyList<string>> Findings(this CSharpCompilation compilation, CancellationToken cancellation) =>
        [.. (await Report(compilation, cancellation)).Select(static found => $"{found.Id} {found.Location.SourceTree!.GetText()
            .ToString(found.Location.SourceSpan)}").Order(StringComparer.Ordinal)];

    /// <summary>As <see cref="Findings"/>, for a program that must compile.</summary>
    public static Task<IReadOnlyList<string>> FindingsOfCorrect(this CSharpCompilation compilation, CancellationToken cancellation)
    {
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return Findings(compilation, cancellation);
    }
}
