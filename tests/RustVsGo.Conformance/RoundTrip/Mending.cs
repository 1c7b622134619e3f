using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers;

namespace RustVsGo.Conformance.RoundTrip;

/// <summary>A function before and after its first offered fixes.</summary>
/// <param name="Name">The file and the function.</param>
/// <param name="Reported">The rules that were reported in it, in textual order.</param>
/// <param name="Left">What is reported still, when no fix is offered any more.</param>
/// <param name="Told">What was said of it, with where.</param>
/// <param name="Before">Its text as it was.</param>
/// <param name="After">Its text as it is left.</param>
internal sealed record MendedFunction(string Name, ImmutableArray<string> Reported, ImmutableArray<string> Left, string Told, string Before, string After);

/// <summary>A file in which the first offered fix was applied until nothing was reported or nothing offered.</summary>
/// <param name="Functions">Its functions that were reported.</param>
/// <param name="CompilerErrors">What keeps the result from compiling.</param>
/// <param name="Touched">Functions that were accepted and whose bodies are not what they were.</param>
/// <param name="Applied">The keys of the fixes that were applied.</param>
/// <param name="Text">The result.</param>
internal sealed record MendedFile(
    ImmutableArray<MendedFunction> Functions, ImmutableArray<string> CompilerErrors, ImmutableArray<string> Touched, ImmutableArray<string> Applied, string Text);

/// <summary>What a user does who takes the first light bulb of each report.</summary>
internal static class Mending
{
    // More than any function has mistakes.
    private const int MostFixes = 40;

    private static readonly ILookup<string, CodeFixProvider> s_providers = Providers();

    // What the analyzers have read of one compilation they know in the next.
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new OwnershipAnalyzer(), new ContractAnalyzer()];

    // Each change makes a compilation, in which each name is looked up in all of them: no more than the twins need.
    private static readonly ImmutableArray<MetadataReference> s_references = [.. TestReferences.All.Where(static reference => IsNeeded(Path.GetFileName(reference.Display!)))];

    /// <param name="name">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="prelude">What the file refers to.</param>
    /// <param name="cancellationToken">The test's end.</param>
    public static async Task<MendedFile> MendAsync(string name, string text, string prelude, CancellationToken cancellationToken)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Twins",
            "Twins",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true),
            parseOptions: new CSharpParseOptions(LanguageVersion.Preview),
            metadataReferences: s_references);
        var id = DocumentId.CreateNewId(project.Id);
        var solution = workspace.CurrentSolution.AddProject(project)
            .AddDocument(DocumentId.CreateNewId(project.Id), "Prelude.cs", SourceText.From(prelude))
            .AddDocument(id, name, SourceText.From(text));

        var functions = Functions(await RootAsync(solution, id, cancellationToken));
        var reports = await ReportsAsync(solution, id, cancellationToken);
        var reported = Distribute(functions, reports);
        var told = functions.Select(function => Told(function, reports)).ToImmutableArray();
        var applied = ImmutableArray.CreateBuilder<string>();
        var givenUp = new HashSet<int>();
        for (var round = 0; round < MostFixes; round++)
        {
            if (await MendOnceAsync(solution, id, reports, givenUp, applied, cancellationToken) is not { } changed)
                break;
            solution = changed;
            reports = await ReportsAsync(solution, id, cancellationToken);
        }

        var root = await RootAsync(solution, id, cancellationToken);
        var after = Functions(root);
        var left = Distribute(after, reports);
        var compilation = await solution.GetProject(project.Id)!.GetCompilationAsync(cancellationToken);
        return new MendedFile(
            [.. reported.Select(pair => new MendedFunction(
                $"{name} {NameOf(functions[pair.Key])}", pair.Value, left.GetValueOrDefault(pair.Key, []), told[pair.Key], functions[pair.Key].ToString(), after[pair.Key].ToString()))],
            [.. compilation!.GetDiagnostics(cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static error => error.ToString())],
            [
                .. Enumerable.Range(0, functions.Length)
                    .Where(i => !reported.ContainsKey(i) && BodyOf(functions[i]) != BodyOf(after[i]))
                    .Select(i => $"{name} {NameOf(functions[i])}"),
            ],
            applied.ToImmutable(),
            root.ToFullString());
    }

    // The first fix of the first report in each function, all at once: they stand apart from each other. What reaches beyond its function has a round of
    // its own. Null where nothing is left to do.
    private static async Task<Solution?> MendOnceAsync(
        Solution solution, DocumentId id, ImmutableArray<Diagnostic> reports, HashSet<int> givenUp, ImmutableArray<string>.Builder applied, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(id)!;
        var functions = Functions(await RootAsync(solution, id, cancellationToken));
        var changes = new List<TextChange>();
        var waits = false;
        foreach (var first in reports.Where(report => IndexOf(functions, report) >= 0).DistinctBy(report => IndexOf(functions, report)))
        {
            var index = IndexOf(functions, first);
            if (givenUp.Contains(index))
                continue;
            if (await FirstFixAsync(document, first, cancellationToken) is not { } fix || await ChangedAsync(fix, cancellationToken) is not { } changed || changed == solution)
            {
                givenUp.Add(index);
                continue;
            }

            var own = (await changed.GetDocument(id)!.GetTextChangesAsync(document, cancellationToken)).ToImmutableArray();
            var staysInside = own.All(change => functions[index].FullSpan.Contains(change.Span))
                && changed.GetChanges(solution).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments()).SequenceEqual([id]);
            if (!staysInside && changes.Count == 0)
            {
                applied.Add($"{fix.EquivalenceKey}");
                return changed;
            }

            waits |= !staysInside;
            if (staysInside)
            {
                applied.Add($"{fix.EquivalenceKey}");
                changes.AddRange(own);
            }
        }

        if (changes.Count == 0 && !waits)
            return null;
        var text = await document.GetTextAsync(cancellationToken);
        return solution.WithDocumentText(id, text.WithChanges(changes.OrderBy(static change => change.Span)));
    }

    private static async Task<Solution?> ChangedAsync(CodeAction fix, CancellationToken cancellationToken) =>
        Assert.Single((await fix.GetOperationsAsync(cancellationToken)).OfType<ApplyChangesOperation>()).ChangedSolution;

    private static bool IsNeeded(string assembly) => assembly is
        "System.Runtime.dll" or "System.Collections.dll" or "System.Linq.dll" or "System.Threading.dll" or "System.Memory.dll" or "System.Console.dll" or "RustVsGo.dll" or "netstandard.dll";

    private static async Task<SyntaxNode> RootAsync(Solution solution, DocumentId id, CancellationToken cancellationToken) =>
        (await solution.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken))!;

    private static async Task<ImmutableArray<Diagnostic>> ReportsAsync(Solution solution, DocumentId id, CancellationToken cancellationToken)
    {
        var model = (await solution.GetDocument(id)!.GetSemanticModelAsync(cancellationToken))!;
        var driver = new CompilationWithAnalyzers(
            model.Compilation, s_analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, false, false));
        var all = await driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, cancellationToken);
        return [.. all.Where(static report => report.Severity >= DiagnosticSeverity.Warning).OrderBy(static report => report.Location.SourceSpan.Start)];
    }

    private static async Task<CodeAction?> FirstFixAsync(Document document, Diagnostic report, CancellationToken cancellationToken)
    {
        foreach (var provider in s_providers[report.Id])
        {
            CodeAction? first = null;
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, report, (action, _) => first ??= action, cancellationToken));
            if (first is not null)
                return first;
        }

        return null;
    }

    private static ImmutableArray<MemberDeclarationSyntax> Functions(SyntaxNode root) =>
    [
        .. root.DescendantNodes().OfType<MemberDeclarationSyntax>()
            .Where(static member => member is BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null } or BasePropertyDeclarationSyntax),
    ];

    private static ImmutableSortedDictionary<int, ImmutableArray<string>> Distribute(ImmutableArray<MemberDeclarationSyntax> functions, ImmutableArray<Diagnostic> reports) =>
        reports.Where(report => IndexOf(functions, report) >= 0)
            .GroupBy(report => IndexOf(functions, report))
            .ToImmutableSortedDictionary(static group => group.Key, static group => group.Select(static report => report.Id).ToImmutableArray());

    private static string Told(MemberDeclarationSyntax function, ImmutableArray<Diagnostic> reports) =>
        string.Concat(reports.Where(report => function.Span.Contains(report.Location.SourceSpan))
            .Select(report => $"  at {report.Location.GetLineSpan().StartLinePosition.Line - function.GetLocation().GetLineSpan().StartLinePosition.Line}: {report.GetMessage(CultureInfo.InvariantCulture)}\n"));

    private static int IndexOf(ImmutableArray<MemberDeclarationSyntax> functions, Diagnostic report)
    {
        for (var i = functions.Length - 1; i >= 0; i--)
        {
            if (functions[i].Span.Contains(report.Location.SourceSpan))
                return i;
        }

        return -1;
    }

    private static string BodyOf(MemberDeclarationSyntax function) => function switch
    {
        BaseMethodDeclarationSyntax method => ((SyntaxNode?)method.Body ?? method.ExpressionBody)?.ToFullString() ?? "",
        _ => function.ToFullString(),
    };

    private static string NameOf(MemberDeclarationSyntax function) => function switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => function.Kind().ToString() + function.SpanStart.ToString(CultureInfo.InvariantCulture),
    };

    private static ILookup<string, CodeFixProvider> Providers() =>
        Assembly.Load("RustVsGo.CodeFixes").GetTypes()
            .Where(static type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .SelectMany(static provider => provider.FixableDiagnosticIds.Select(id => (id, provider)))
            .ToLookup(static pair => pair.id, static pair => pair.provider);
}
