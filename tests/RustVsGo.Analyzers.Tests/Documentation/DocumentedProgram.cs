using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>A complete program out of the documentation or the samples, compiled in memory and analysed.</summary>
internal static partial class DocumentedProgram
{
    private const string ExampleFile = "Example.cs";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse);

    /// <summary>
    /// The reports that an example announces by comments at the ends of its lines, in the form and order in which
    /// <see cref="ReportsAsync(string, string, CancellationToken)"/> gives them.
    /// </summary>
    public static IReadOnlyList<string> MarkedReports(string example)
    {
        var reports =
            from line in example.Split('\n').Index()
            let mark = Mark().Match(line.Item)
            where mark.Success
            select $"{ExampleFile}({line.Index + 1}): {mark.Groups[1].Value}";
        return [.. reports.Order(StringComparer.Ordinal)];
    }

    /// <summary>What the analyzer reports on an example in one file.</summary>
    /// <param name="example">The text of the file.</param>
    /// <param name="rule">The rule that the example is about; others that only propose something keep silent.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    public static Task<IReadOnlyList<string>> ReportsAsync(string example, string? rule, CancellationToken cancellationToken) =>
        ReportsAsync([(ExampleFile, example)], rule, cancellationToken);

    /// <summary>What the analyzer reports on a program, each as <c>path(line): id</c>. A crash of the analyzer is among the reports.</summary>
    public static async Task<IReadOnlyList<string>> ReportsAsync(
        IEnumerable<(string Path, string Text)> sources,
        string? rule,
        CancellationToken cancellationToken)
    {
        var reports = await DiagnosticsAsync(sources, rule, cancellationToken);
        return [.. reports.Select(Describe).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Everything that the analyzer says about an example in one file: of each report the message with the text that it
    /// underlines, as <c>primary</c>, and of each of its labels the same, as <c>label</c>.
    /// </summary>
    public static async Task<IReadOnlyList<(string Kind, string Says, string Span)>> StatementsAsync(
        string example, string? rule, CancellationToken cancellationToken)
    {
        var statements = new List<(string, string, string)>();
        foreach (var report in await DiagnosticsAsync([(ExampleFile, example)], rule, cancellationToken))
        {
            statements.Add(("primary", report.GetMessage(CultureInfo.InvariantCulture), TextAt(report.Location)));
            for (var i = 0; i < report.AdditionalLocations.Count; i++)
                statements.Add(("label", report.Properties[PropertyKeys.Label + i]!, TextAt(report.AdditionalLocations[i])));
        }

        return statements;
    }

    /// <summary>Compiles <paramref name="sources"/>, which must give neither an error nor a warning, and returns what the analyzer reports.</summary>
    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        IEnumerable<(string Path, string Text)> sources,
        string? rule,
        CancellationToken cancellationToken)
    {
        var trees = sources
            .Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path, cancellationToken: cancellationToken))
            .ToList();
        var kind = trees.Any(tree => HasEntryPoint(tree.GetRoot(cancellationToken)))
            ? OutputKind.ConsoleApplication
            : OutputKind.DynamicallyLinkedLibrary;

        // The library was built against older reference assemblies than these programs are: that is what 1701 and 1702 say.
        var options = new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
            .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        options = options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.AddRange(
            AllAnalyzers.Proposals.Select(id => KeyValuePair.Create(id, id == rule ? ReportDiagnostic.Info : ReportDiagnostic.Suppress))));
        var compilation = CSharpCompilation.Create("Documented", trees, TestReferences.All, options);

        Assert.Empty(compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

        return await compilation
            .WithAnalyzers(AllAnalyzers.Create())
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
    }

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);

    private static bool HasEntryPoint(SyntaxNode root) =>
        root.DescendantNodes().Any(node => node is GlobalStatementSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Main" });

    private static string Describe(Diagnostic diagnostic)
    {
        var position = diagnostic.Location.GetLineSpan();
        return diagnostic.Location.IsInSource
            ? $"{position.Path}({position.StartLinePosition.Line + 1}): {diagnostic.Id}"
            : diagnostic.ToString();
    }

    [GeneratedRegex(@"// (RVG\d{4})\r?$")]
    private static partial Regex Mark();
}
