using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers;

namespace RustVsGo.CodeFixes.Tests;

/// <summary>What an editor does with analyzer and fixes: it keeps a document open, asks for diagnostics and fixes while its user types, and applies one.</summary>
public sealed class EditorTests : IDisposable
{
    private const string Program =
        """
        using System;
        using RustVsGo;

        static class App
        {
            static void PrintHost([Owned] Config config) => Console.WriteLine(config.Host);

            static void Run()
            {
                var config = new Config();
                PrintHost(config);
                Console.WriteLine(config.Port);
            }
        }
        """;

    private const string Types =
        """
        using RustVsGo;

        [Owned]
        public sealed class Config
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public Config Clone() => new() { Host = Host, Port = Port };
        }
        """;

    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _program;

    public EditorTests()
    {
        var project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]),
            metadataReferences: TestReferences.All));
        _workspace.AddDocument(project.Id, "Config.cs", SourceText.From(Types));
        _program = _workspace.AddDocument(project.Id, "Program.cs", SourceText.From(Program)).Id;
        _workspace.OpenDocument(_program);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_squiggle_is_under_the_use()
    {
        var diagnostic = Assert.Single(await Diagnostics());

        Assert.Equal("RVG0382", diagnostic.Id);
        Assert.Equal("config.Port", await TextAt(diagnostic.Location.SourceSpan));
    }

    [Fact]
    public async Task The_light_bulb_offers_cloning_then_borrowing_then_another_order() =>
        Assert.Equal(
            ["Clone 'config' where it is moved", "Let 'PrintHost' borrow 'config'", "Move this behind the last use of 'config'", "Read 'config.Port' before it is moved"],
            (await Actions()).Select(action => action.Title));

    [Theory]
    [InlineData(0, "        PrintHost(config.Clone());")]
    [InlineData(1, "    static void PrintHost([Borrowed] Config config) => Console.WriteLine(config.Host);")]
    public async Task The_chosen_fix_changes_one_line_and_leaves_nothing_to_report(int choice, string expectedLine)
    {
        var action = (await Actions())[choice];

        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(Cancellation)));
        operation.Apply(_workspace, Cancellation);

        var text = (await Text()).ToString();
        Assert.Equal([expectedLine], text.Split('\n').Except(Program.Split('\n')));
        Assert.Equal(Program.Split('\n').Length, text.Split('\n').Length);
        Assert.Empty(await CompilerWarnings());
        Assert.Empty(await Diagnostics());
    }

    [Fact]
    public async Task The_other_order_swaps_two_lines()
    {
        var action = (await Actions())[2];

        Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(Cancellation))).Apply(_workspace, Cancellation);

        const string Move = "        PrintHost(config);\n";
        const string Use = "        Console.WriteLine(config.Port);\n";
        Assert.Equal(Program.Replace(Move + Use, Use + Move), (await Text()).ToString());
        Assert.Empty(await CompilerWarnings());
        Assert.Empty(await Diagnostics());
    }

    [Fact]
    public async Task FixAll_in_the_solution_is_one_operation()
    {
        await Type("        Console.WriteLine(config.Port);", "        Console.WriteLine(config.Port);\n        var other = new Config();\n        PrintHost(other);\n        PrintHost(other);");
        var action = (await Actions())[0];
        var provider = new UseAfterMoveCodeFixProvider();
        var all = await provider.GetFixAllProvider().GetFixAsync(new FixAllContext(
            Document, provider, FixAllScope.Solution, action.EquivalenceKey!, provider.FixableDiagnosticIds, new DiagnosticsOfSolution(this), Cancellation));

        Assert.NotNull(all);
        Assert.IsType<ApplyChangesOperation>(Assert.Single(await all.GetOperationsAsync(Cancellation))).Apply(_workspace, Cancellation);
        Assert.Empty(await CompilerWarnings());
        Assert.Empty(await Diagnostics());
    }

    [Fact]
    public async Task A_callee_in_another_project_borrows_too()
    {
        var library = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Library",
            "Library",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: TestReferences.All));
        const string Source = "[RustVsGo.Owned] public class Token { public int Id; }\npublic static class Printer { public static void Print([RustVsGo.Owned] Token token) => System.Console.WriteLine(token.Id); }\n";
        var printer = _workspace.AddDocument(library.Id, "Printer.cs", SourceText.From(Source)).Id;
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.AddProjectReference(_program.ProjectId, new ProjectReference(library.Id))));
        await Type("        PrintHost(config);", "        var token = new Token();\n        Printer.Print(token);\n        Console.WriteLine(token.Id);");

        Assert.Empty(await CompilerWarnings());
        Assert.Single(await Diagnostics());
        var actions = await Actions();
        Assert.Equal(["Let 'Print' borrow 'token'", "Move this behind the last use of 'token'", "Read 'token.Id' before it is moved"], actions.Select(static offered => offered.Title));
        var action = actions[0];
        Assert.Single(await action.GetOperationsAsync(Cancellation)).Apply(_workspace, Cancellation);

        Assert.Equal(
            Source.Replace("Print([RustVsGo.Owned]", "Print([RustVsGo.Borrowed]"),
            (await _workspace.CurrentSolution.GetDocument(printer)!.GetTextAsync(Cancellation)).ToString());
        Assert.Empty(await CompilerWarnings());
        Assert.Empty(await Diagnostics());
    }

    [Theory]
    [InlineData("Console.WriteLine(config.Port);", "Console.WriteLine(config.Port")]
    [InlineData("Console.WriteLine(config.Port);", "Console.WriteLine(config.")]
    [InlineData("PrintHost(config);", "PrintHost(conf")]
    [InlineData("PrintHost(config);", "PrintHost(config,")]
    [InlineData("static void PrintHost([Owned] Config config) => Console.WriteLine(config.Host);", "static void PrintHost([Own")]
    [InlineData("var config = new Config();", "var config = ")]
    [InlineData("static class App", "static cl")]
    public async Task Half_typed_code_neither_crashes_nor_shows_a_stale_squiggle(string complete, string halfTyped)
    {
        Assert.NotEmpty(await Diagnostics());

        await Type(complete, halfTyped);
        foreach (var diagnostic in await Diagnostics())
            Assert.Contains("config", await TextAt(diagnostic.Location.SourceSpan));
        await Actions();

        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithDocumentText(_program, SourceText.From(Program))));
        Assert.Single(await Diagnostics());
    }

    [Fact]
    public async Task Every_prefix_of_the_program_is_looked_at_without_a_crash()
    {
        for (var length = 0; length < Program.Length; length += 7)
        {
            Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithDocumentText(_program, SourceText.From(Program[..length]))));
            await Actions();
        }
    }

    [Fact]
    public async Task Assigning_the_variable_again_removes_the_squiggle()
    {
        await Type("PrintHost(config);", "PrintHost(config);\n        config = new Config();");

        Assert.Empty(await Diagnostics());
    }

    [Fact]
    public async Task A_report_on_a_document_that_has_changed_since_offers_nothing()
    {
        var stale = await Diagnostics();
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithDocumentText(_program, SourceText.From("// empty"))));

        Assert.Empty(await Actions(stale));
    }

    public void Dispose() => _workspace.Dispose();

    private Document Document => _workspace.CurrentSolution.GetDocument(_program)!;

    private Task<SourceText> Text() => Document.GetTextAsync(Cancellation);

    private async Task<string> TextAt(TextSpan span) => (await Text()).ToString(span);

    private async Task Type(string before, string after)
    {
        var text = (await Text()).ToString();
        Assert.Contains(before, text);
        Assert.True(_workspace.TryApplyChanges(_workspace.CurrentSolution.WithDocumentText(_program, SourceText.From(text.Replace(before, after)))));
    }

    private async Task<ImmutableArray<Diagnostic>> Diagnostics()
    {
        var crashes = new ConcurrentQueue<Exception>();
        var compilation = await Document.Project.GetCompilationAsync(Cancellation);
        var options = new CompilationWithAnalyzersOptions(
            Document.Project.AnalyzerOptions,
            onAnalyzerException: (exception, _, _) => crashes.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation!.WithAnalyzers([new OwnershipAnalyzer()], options).GetAnalyzerDiagnosticsAsync(Cancellation);
        Assert.Empty(crashes);
        return diagnostics;
    }

    private async Task<IEnumerable<Diagnostic>> CompilerWarnings() =>
        (await Document.Project.GetCompilationAsync(Cancellation))!.GetDiagnostics(Cancellation).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private async Task<List<CodeAction>> Actions() => await Actions(await Diagnostics());

    /// <summary>What the providers that are exported for a diagnostic's id register for it, as the light bulb asks them.</summary>
    private async Task<List<CodeAction>> Actions(ImmutableArray<Diagnostic> diagnostics)
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in diagnostics)
        {
            foreach (var provider in Providers().Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
                await provider.RegisterCodeFixesAsync(new CodeFixContext(Document, diagnostic, (action, _) => actions.Add(action), Cancellation));
        }

        return actions;
    }

    private static IEnumerable<CodeFixProvider> Providers() =>
        typeof(UseAfterMoveCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is { } export && export.Languages.Contains(LanguageNames.CSharp))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);

    private sealed class DiagnosticsOfSolution(EditorTests editor) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await editor.Diagnostics();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await editor.Diagnostics();

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
