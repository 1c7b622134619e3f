using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>A project of the types that the families' files have in common and of one such file.</summary>
internal sealed class FamilyProject : IDisposable
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    // Each file makes a compilation, in which each name is looked up in all of them: no more than the families need.
    private static readonly ImmutableArray<MetadataReference> s_references = [.. TestReferences.All.Where(static reference => IsNeeded(Path.GetFileName(reference.Display!)))];

    private readonly AdhocWorkspace _workspace = new();

    public FamilyProject(string text, string rule)
    {
        // What only asks for more words is off, unless it is what the file is about.
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, mainTypeName: null)
            .WithSpecificDiagnosticOptions([new("RVG3004", rule == "RVG3004" ? ReportDiagnostic.Warn : ReportDiagnostic.Suppress)]);
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: options,
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: s_references));
        _workspace.AddDocument(project.Id, "Usings.cs", SourceText.From(Usings));
        _workspace.AddDocument(project.Id, "Types.cs", SourceText.From(FixFamilies.Types));
        Document = _workspace.AddDocument(project.Id, "File.cs", SourceText.From(text));
    }

    public Document Document { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _workspace.Dispose();

    /// <summary>The compiler's errors and what the analyzers report in the file, which may lack a <c>Main</c>.</summary>
    public async Task<ImmutableArray<Diagnostic>> Reports(Solution? solution = null)
    {
        var document = (solution ?? Document.Project.Solution).GetDocument(Document.Id)!;
        var tree = (await document.GetSyntaxTreeAsync(Cancellation))!;
        var compilation = (await document.Project.GetCompilationAsync(Cancellation))!;
        var errors = compilation.GetDiagnostics(Cancellation).Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Id: not "CS5001" });
        var reports = await compilation.WithAnalyzers(AllAnalyzers.Create()).GetAnalyzerDiagnosticsAsync(Cancellation);
        return [.. errors, .. reports.Where(report => report.Location.SourceTree == tree).OrderBy(report => report.Location.SourceSpan.Start)];
    }

    /// <summary>Who mends <paramref name="rule"/>.</summary>
    public static OwnershipCodeFixProvider ProviderOf(string rule) =>
        typeof(OwnershipCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(OwnershipCodeFixProvider)) && type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(type => (OwnershipCodeFixProvider)Activator.CreateInstance(type)!)
            .Single(provider => provider.FixableDiagnosticIds.Contains(rule));

    /// <summary>The first that is offered for <paramref name="reported"/>, or null.</summary>
    public async Task<CodeAction?> First(Diagnostic reported)
    {
        var offered = new List<CodeAction>();
        await ProviderOf(reported.Id).RegisterCodeFixesAsync(new CodeFixContext(Document, reported, (action, _) => offered.Add(action), Cancellation));
        return offered.FirstOrDefault();
    }

    /// <summary>The names of all ways whose proposals for <paramref name="reported"/> can be proven.</summary>
    public async Task<IReadOnlyList<string>> Ways(Diagnostic reported)
    {
        var provider = ProviderOf(reported.Id);
        var keys = provider.GetType().GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        var names = new List<string>();
        foreach (var way in keys.SelectMany(provider.FixesOf))
        {
            var solution = Document.Project.Solution;
            if (await way.ProposeAsync(solution, reported, Cancellation) is { } proposal
                && await new FixVerifier(solution).IsGoodAsync(await MergedEdits.ApplyAsync(solution, proposal, Cancellation), [reported], Cancellation))
            {
                names.Add(way.GetType().Name);
            }
        }

        return names;
    }

    /// <summary>The solution after <paramref name="action"/>.</summary>
    public static async Task<Solution> After(CodeAction action) =>
        Assert.Single((await action.GetOperationsAsync(Cancellation)).OfType<ApplyChangesOperation>()).ChangedSolution;

    /// <summary>The file's text in <paramref name="solution"/>.</summary>
    public async Task<string> Text(Solution solution) => (await solution.GetDocument(Document.Id)!.GetTextAsync(Cancellation)).ToString();

    /// <summary>The solution after FixAll, or null where it does nothing.</summary>
    public async Task<Solution?> FixedAll(string rule, string? key, FixAllScope scope)
    {
        var provider = ProviderOf(rule);
        var reports = (await Reports()).Where(report => report.Id == rule).ToImmutableArray();
        var context = new FixAllContext(Document, provider, scope, key!, [rule], new Given(reports, Document.Id), Cancellation);
        return await provider.GetFixAllProvider().GetFixAsync(context) is { } action ? await After(action) : null;
    }

    private static bool IsNeeded(string assembly) => assembly is
        "System.Runtime.dll" or "System.Collections.dll" or "System.Linq.dll" or "System.Threading.dll" or "System.Memory.dll" or "System.Console.dll" or "System.Runtime.InteropServices.dll" or "RustVsGo.dll" or "netstandard.dll";

    private sealed class Given(ImmutableArray<Diagnostic> reports, DocumentId id) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(reports);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(document.Id == id ? reports : []);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
