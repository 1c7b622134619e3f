using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Analyzers.Tests.Robustness;
using RustVsGo.Borrowck;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Tests.Gate;

/// <summary>Whatever the checker finds in a program of the repository, the gate lets it look there.</summary>
public sealed class GateCorpusTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void No_body_with_a_mistake_is_shut_out()
    {
        var (mistaken, shutOut) = (0, new List<string>());
        foreach (var (name, text) in ProgramCorpus.All.Where(static (program, index) => index % 4 == 0 || !program.Name.EndsWith(".twin", StringComparison.Ordinal)))
        {
            string[] files = name.EndsWith(".twin", StringComparison.Ordinal) ? [text, ProgramCorpus.Prelude] : [text];
            var compilation = Analysis.Compile(files);
            var contracts = new ContractModel(compilation);
            var gate = BodyGate.Create(compilation, contracts, [], usesCatalog: false, new GateCache(), Cancellation);
            var checker = new BodyBorrowChecker(contracts);
            foreach (var (body, owner, graph) in Bodies(compilation))
            {
                if (!checker.Check(graph, owner, Cancellation).IsEmpty)
                {
                    mistaken++;
                    if (gate?.MayMatter(owner, body) != true)
                        shutOut.Add($"{name}: {owner.Name}");
                }
            }
        }

        Assert.True(mistaken > 120, $"Only {mistaken} bodies are mistaken.");
        Assert.Empty(shutOut);
    }

    private static IEnumerable<(SyntaxNode Body, ISymbol Owner, ControlFlowGraph Graph)> Bodies(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot(Cancellation).DescendantNodes())
        {
            if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
                && model.GetDeclaredSymbol(node, Cancellation) is { } owner
                && model.GetOperation(node, Cancellation) is { Parent: null } operation)
            {
                var graph = operation switch
                {
                    IMethodBodyOperation method => ControlFlowGraph.Create(method, Cancellation),
                    IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, Cancellation),
                    _ => null,
                };
                if (graph is not null)
                    yield return (node, owner, graph);
            }
        }
    }
}
