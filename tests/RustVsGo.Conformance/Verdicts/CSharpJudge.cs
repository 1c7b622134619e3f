using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers;
using RustVsGo.Conformance.Reading;

namespace RustVsGo.Conformance.Verdicts;

/// <summary>
/// Compiles the C# sections of twins into one assembly and asks the analyzer; each section is a file of its own, with the twin's line numbers.
/// </summary>
internal sealed class CSharpJudge
{
    private const string PreludeFile = "Prelude.cs";

    private const string Head =
        """
        #nullable disable
        namespace Twins { using System; using System.Collections.Generic; using System.Threading.Tasks; using RustVsGo; using static Prelude; static class
        """;

    private readonly ILookup<string, Diagnostic> _compilerErrors;
    private readonly ILookup<string, Diagnostic> _reports;
    private readonly Dictionary<string, SyntaxTree> _trees;

    private CSharpJudge(Dictionary<string, SyntaxTree> trees, IEnumerable<Diagnostic> compilerErrors, IEnumerable<Diagnostic> reports)
    {
        _trees = trees;
        _compilerErrors = compilerErrors.ToLookup(FileOf);
        _reports = reports.ToLookup(FileOf);
    }

    public static async Task<CSharpJudge> JudgeAsync(IEnumerable<Twin> twins, CancellationToken cancellationToken)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = twins.ToDictionary(twin => twin.Name, twin => Parse(TextOf(twin), twin.Name));
        trees.Add(PreludeFile, Parse(TwinFiles.CSharpPrelude, PreludeFile));
        var compilation = CSharpCompilation.Create(
            "Twins", trees.Values, TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        var errors = compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var reports = await compilation.WithAnalyzers([new OwnershipAnalyzer(), new ContractAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);
        // What is only proposed has no counterpart in rustc.
        return new CSharpJudge(trees, errors, reports.Where(report => report.Severity >= DiagnosticSeverity.Warning));

        SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, options, path, cancellationToken: cancellationToken);
    }

    /// <summary>The C# section as a file of its own.</summary>
    public static string TextOf(Twin twin) => twin.CSharp.Below($"{Head} {twin.ClassName} {{") + "} }";

    /// <summary>What keeps the twin from compiling.</summary>
    public IEnumerable<string> CompilerErrorsOf(Twin twin) =>
        _compilerErrors[twin.Name].Select(error => $"{twin.At(LineOf(error))}: {error.Id} {error.GetMessage(CultureInfo.InvariantCulture)}");

    /// <summary>The reports of the borrow checker, and of an analyzer that crashed, in textual order.</summary>
    public ImmutableArray<Mark> ReportsOf(Twin twin) => ReportsIn(twin.Name);

    public ImmutableArray<Mark> ReportsOnPrelude => ReportsIn(PreludeFile);

    public ImmutableArray<Function> FunctionsOf(Twin twin) => CSharpFunctions.Of(_trees[twin.Name].GetRoot());

    /// <summary>What was reported more than once, at the same place with the same code.</summary>
    public IEnumerable<string> RepeatedReportsOf(Twin twin) =>
        from report in _reports[twin.Name]
        group report by (report.Id, report.Location.SourceSpan) into same
        where same.Count() > 1
        select $"{twin.At(LineOf(same.First()))}: {same.Key.Id} is reported {same.Count()} times at one place";

    private ImmutableArray<Mark> ReportsIn(string file) =>
        [.. _reports[file].OrderBy(report => report.Location.SourceSpan.Start).Select(report => new Mark(LineOf(report), report.Id))];

    private static string FileOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree?.FilePath ?? "";

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
}
