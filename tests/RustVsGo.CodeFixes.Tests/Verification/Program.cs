using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers;

namespace RustVsGo.CodeFixes.Tests.Verification;

/// <summary>A solution of one project with a fixed set of types and the given files, which tests change by hand.</summary>
internal sealed class Program : IDisposable
{
    private const string Types =
        """
        global using System;
        global using RustVsGo;

        [Owned]
        public sealed class Config
        {
            public string Host = "";
            public Config Clone() => new();
            [Mutates] public void Rename(string host) => Host = host;
        }
        """;

    private readonly AdhocWorkspace _workspace = new();

    public Program(params (string Name, string Text)[] files)
    {
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: TestReferences.All));
        _workspace.AddDocument(project.Id, "Types.cs", SourceText.From(Types));
        foreach (var (name, text) in files)
            _workspace.AddDocument(project.Id, name, SourceText.From(text));
    }

    public Solution Solution => _workspace.CurrentSolution;

    /// <summary>The solution in which the only <paramref name="before"/> of the file reads <paramref name="after"/>.</summary>
    public async Task<Solution> With(string file, string before, string after) => await With(Solution, file, before, after);

    public async Task<Solution> With(Solution solution, string file, string before, string after)
    {
        var document = solution.Projects.Single().Documents.Single(document => document.Name == file);
        var text = await document.GetTextAsync(TestContext.Current.CancellationToken);
        var start = text.ToString().IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.ToString().IndexOf(before, start + 1, StringComparison.Ordinal) < 0, $"'{before}' stands in the file once");
        return solution.WithDocumentText(document.Id, text.WithChanges(new TextChange(new TextSpan(start, before.Length), after)));
    }

    public TextEdit Edit(string file, string before, string after)
    {
        var document = Solution.Projects.Single().Documents.Single(document => document.Name == file);
        var start = document.GetTextAsync(TestContext.Current.CancellationToken).Result.ToString().IndexOf(before, StringComparison.Ordinal);
        return TextEdit.Replace(document.Id, new TextSpan(start, before.Length), after);
    }

    /// <summary>All reports of one rule, in the order of the source.</summary>
    public async Task<ImmutableArray<Diagnostic>> Reports(string id)
    {
        var compilation = await Solution.Projects.Single().GetCompilationAsync(TestContext.Current.CancellationToken);
        var all = await compilation!.WithAnalyzers([new OwnershipAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(diagnostic => diagnostic.Id == id).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public void Dispose() => _workspace.Dispose();
}
