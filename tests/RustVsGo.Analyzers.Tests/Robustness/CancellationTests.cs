using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Tests.Robustness;

/// <summary>A host that asks to stop is obeyed soon, and what was stopped leaves nothing wrong behind.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task A_run_that_is_stopped_before_it_starts_throws()
    {
        var compilation = Analysis.Compile(Program(10));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => compilation.Report(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void The_checker_throws_when_it_is_stopped()
    {
        var compilation = Analysis.Compile(Program(10));
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().First(static method => method.Identifier.Text == "Test");
        var operation = Assert.IsType<IMethodBodyOperation>(model.GetOperation(method, TestContext.Current.CancellationToken), exactMatch: false);
        var graph = ControlFlowGraph.Create(operation, TestContext.Current.CancellationToken);
        var checker = new BodyBorrowChecker(new ContractModel(compilation));
        var owner = model.GetDeclaredSymbol(method, TestContext.Current.CancellationToken)!;

        Assert.Throws<OperationCanceledException>(() => checker.Check(graph, owner, new CancellationToken(canceled: true)));

        // The contracts that it had looked up by then serve the next run.
        Assert.Single(checker.Check(graph, owner, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_run_that_is_stopped_in_the_middle_ends_soon()
    {
        var compilation = Analysis.Compile(Program(5_000));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();
        stop.CancelAfter(50);

        try
        {
            await compilation.Report(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
        }
    }

    private static string Program(int statements)
    {
        var text = new StringBuilder("[RustVsGo.Owned] class Config { public static void Take(Config c) { } public int Port; }\nclass Program { static void Test(bool c) {\n");
        for (var i = 0; i < statements; i++)
            text.Append("var x").Append(i).Append(" = new Config(); if (c) Config.Take(x").Append(i).Append(");\n");
        return text.Append("System.Console.WriteLine(x0.Port); } }").ToString();
    }
}
