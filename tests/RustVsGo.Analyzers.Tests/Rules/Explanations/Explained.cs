using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Tests.Constructs;

namespace RustVsGo.Analyzers.Tests.Rules.Explanations;

/// <summary>All that the reports on a program say: each sentence and each label, with its line and the text under it.</summary>
internal static class Explained
{
    /// <summary>The statements of a method, whose first line is line 5.</summary>
    public static Task Body(string statements, params string[] expected) =>
        Members("static void Test(bool c, int n)\n{\n" + statements + "\n}", expected);

    /// <summary>The members of a plain class, whose first line is line 3.</summary>
    public static Task Members(string members, params string[] expected) => Program("class Tests {\n" + members + "\n}", expected);

    /// <summary>A program, whose first line is line 2.</summary>
    /// <param name="program">The program but for its <c>using</c> directives.</param>
    /// <param name="expected">
    /// Of each report <c>RVG0382 3 x: sentence</c>, and under it its labels in their order, <c>  2 x: label</c>; <c>Api</c> stands for a line of the prelude.
    /// </param>
    public static Task Program(string program, params string[] expected) => With(contracts: null, program, expected);

    /// <summary>As <see cref="Program"/>, with a contract file.</summary>
    public static async Task With(string? contracts, string program, params string[] expected)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var tree = CSharpSyntaxTree.ParseText(Construct.Text(program), new CSharpParseOptions(LanguageVersion.Preview), "Test.cs", cancellationToken: cancellation);
        var kind = (await tree.GetRootAsync(cancellation)).ChildNodes().OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create("Test", [tree], TestReferences.All, new CSharpCompilationOptions(kind));
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var files = contracts is null ? ImmutableArray<AdditionalText>.Empty : [new Contracts(contracts)];
        var reports = await compilation
            .WithAnalyzers([new OwnershipAnalyzer()], new AnalyzerOptions(files))
            .GetAnalyzerDiagnosticsAsync(cancellation);

        var end = Construct.Text(program).IndexOf(program, StringComparison.Ordinal) + program.Length;
        var said = new List<string>();
        foreach (var report in reports.OrderBy(report => report.Location.SourceSpan.Start))
        {
            said.Add($"{report.Id} {Place(report.Location, end)}: {report.GetMessage(CultureInfo.InvariantCulture)}");
            for (var i = 0; i < report.AdditionalLocations.Count; i++)
                said.Add($"  {Place(report.AdditionalLocations[i], end)}: {report.Properties[PropertyKeys.Label + i]}");
        }

        Assert.Equal(string.Join('\n', expected), string.Join('\n', said));
    }

    private static string Place(Location location, int end)
    {
        var line = location.GetLineSpan().StartLinePosition.Line + 1;
        return location.SourceTree is { } tree
            ? $"{(location.SourceSpan.Start < end ? line : "Api")} {tree.GetText().ToString(location.SourceSpan)}"
            : $"{Path.GetFileName(location.GetLineSpan().Path)}({line})";
    }

    private sealed class Contracts(string text) : AdditionalText
    {
        public override string Path => "Test.ownership.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
