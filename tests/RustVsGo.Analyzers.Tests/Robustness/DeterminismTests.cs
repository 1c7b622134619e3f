using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>The same program gives the same reports: side by side or one after the other, again and again, and after a run that was stopped.</summary>
public sealed class DeterminismTests
{
    // The documentation's programs and every twelfth of the twins: of each rule several.
    private static readonly Lazy<CSharpCompilation> s_programs = new(static () => Analysis.Compile(
        [ProgramCorpus.Prelude, .. ProgramCorpus.All
            .Where(static (program, index) => program.Name.StartsWith("RVG", StringComparison.Ordinal)
                || (index % 12 == 0 && program.Name.EndsWith(".twin", StringComparison.Ordinal)))
            .Select(static (program, index) => Separate(program.Text, index))]));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Concurrent_and_sequential_runs_report_the_same()
    {
        var expected = await Reports(s_programs.Value, isConcurrent: false, AllAnalyzers.Create(), Cancellation);

        Assert.True(expected.Count > 60, string.Join("\n", expected));
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(expected, await Reports(Fresh(), isConcurrent: true, AllAnalyzers.Create(), Cancellation));
            Assert.Equal(expected, await Reports(Fresh(), isConcurrent: false, AllAnalyzers.Create(), Cancellation));
        }
    }

    [Fact]
    public async Task One_analyzer_reports_the_same_for_compilation_after_compilation()
    {
        var analyzers = AllAnalyzers.Create();
        var expected = await Reports(s_programs.Value, isConcurrent: true, AllAnalyzers.Create(), Cancellation);

        for (var run = 0; run < 2; run++)
            Assert.Equal(expected, await Reports(Fresh(), isConcurrent: true, analyzers, Cancellation));
    }

    /// <summary>Within one body, the order itself: what the driver is given is sorted by the source.</summary>
    [Fact]
    public void Reports_of_one_body_come_in_the_order_of_the_source()
    {
        var (compilation, graph, method) = Body();
        var checker = new BodyBorrowChecker(new ContractModel(compilation));

        var errors = checker.Check(graph, method, Cancellation);

        Assert.Equal(6, errors.Length);
        Assert.Equal(errors.Select(static error => error.Syntax.SpanStart).Order(), errors.Select(static error => error.Syntax.SpanStart));
        for (var run = 0; run < 5; run++)
            Assert.Equal(errors.Select(Describe), checker.Check(graph, method, Cancellation).Select(Describe));
    }

    /// <summary>A checker that was stopped at any of the moments at which it looks at the token gives the full result next time.</summary>
    [Fact]
    public void A_check_that_was_stopped_leaves_nothing_behind()
    {
        var (compilation, graph, method) = Body();
        var checker = new BodyBorrowChecker(new ContractModel(compilation));
        var expected = checker.Check(graph, method, Cancellation).Select(Describe).ToArray();

        for (var delay = 0; delay < 40; delay++)
        {
            using var stop = new CancellationTokenSource();
            var spins = delay * 2_000;
            var watcher = new Thread(() =>
            {
                Thread.SpinWait(spins);
                stop.Cancel();
            });
            watcher.Start();
            try
            {
                // One that has looked nothing up yet.
                Assert.Equal(expected, new BodyBorrowChecker(new ContractModel(compilation)).Check(graph, method, stop.Token).Select(Describe));
            }
            catch (OperationCanceledException)
            {
                // That is what was asked for.
            }

            watcher.Join();
            Assert.Equal(expected, checker.Check(graph, method, Cancellation).Select(Describe));
        }
    }

    [Fact]
    public async Task An_analyzer_that_was_stopped_gives_the_full_result_next_time()
    {
        var expected = await Reports(s_programs.Value, isConcurrent: false, AllAnalyzers.Create(), Cancellation);
        var analyzers = AllAnalyzers.Create();
        for (var delay = 0; delay < 5; delay++)
        {
            var compilation = Fresh();
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            stop.CancelAfter(delay * delay * 3);
            try
            {
                await Reports(compilation, isConcurrent: true, analyzers, stop.Token);
            }
            catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
            {
                // That is what was asked for.
            }

            Assert.Equal(expected, await Reports(compilation, isConcurrent: true, analyzers, Cancellation));
        }
    }

    // A compilation without anything that was bound before.
    private static CSharpCompilation Fresh() => s_programs.Value.Clone();

    private static async Task<IReadOnlyList<string>> Reports(
        CSharpCompilation compilation, bool isConcurrent, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: isConcurrent, logAnalyzerExecutionTime: false);
        var diagnostics = await compilation
            .WithAnalyzers(analyzers, options)
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. diagnostics.Select(Describe).Order(StringComparer.Ordinal)];
    }

    private static string Describe(Diagnostic diagnostic) =>
        $"{diagnostic} {string.Join(" ", diagnostic.AdditionalLocations)} {string.Join(" ", diagnostic.Properties.OrderBy(static pair => pair.Key, StringComparer.Ordinal))}";

    private static string Describe(Borrowck.Errors.BorrowError error) => $"{error.GetType().Name} {error.Syntax.SpanStart} {error}";

    private static (CSharpCompilation Compilation, ControlFlowGraph Graph, IMethodSymbol Method) Body()
    {
        const string program =
            """
            using System; using RustVsGo;
            [Owned] class Config { public int Port; [Mutates] public void Change() => Port++; }
            static class Program
            {
                static void Take([Owned] Config c) { }
                static void Look([Borrowed] Config c) { }
                static Config Make() => new();
                static void Test(bool flag)
                {
                    var a = Make(); Take(a); Look(a);
                    var b = Make(); var r = Own.Borrow(b); b.Change(); Look(r);
                    var c = Make(); var m = Own.BorrowMut(c); Look(c); m.Change();
                    var d = Make(); while (flag) { Take(d); }
                    var e = Make(); var s = Own.Borrow(e); Take(e); Look(s);
                    var f = Make(); Action g = () => Take(f); g(); g();
                }
            }
            """;
        var compilation = Analysis.Compile(program);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot(Cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static method => method.Identifier.Text == "Test");
        var graph = ControlFlowGraph.Create(Assert.IsType<IMethodBodyOperation>(model.GetOperation(method, Cancellation), exactMatch: false), Cancellation);
        return (compilation, graph, model.GetDeclaredSymbol(method, Cancellation)!);
    }

    // Each program in a namespace of its own, its top-level statements in a method: one compilation holds them all.
    private static string Separate(string program, int index)
    {
        var unit = CSharpSyntaxTree.ParseText(program).GetCompilationUnitRoot();
        var usings = string.Concat(unit.Usings.Select(static directive => directive.ToFullString()));
        var members = string.Concat(unit.Members.Where(static member => member is not GlobalStatementSyntax).Select(static member => member.ToFullString()));
        var statements = string.Concat(unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.ToFullString()));
        var asynchrony = statements.Contains("await ", StringComparison.Ordinal) ? "async System.Threading.Tasks.Task" : "void";
        return $"{usings}\nnamespace Program{index} {{\nstatic class Top {{ static {asynchrony} Run() {{\n{statements}\n}} }}\n{members}\n}}";
    }
}
