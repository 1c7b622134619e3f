using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using RustVsGo.Borrowck;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Tests;

namespace RustVsGo.Benchmarks.Bodies;

/// <summary>A body that was compiled and bound, with its control flow graph: what is left to do is the analysis alone.</summary>
internal sealed class BoundBody
{
    private readonly ControlFlowGraph _graph;
    private readonly IMethodSymbol _method;
    private readonly BodyBorrowChecker _checker;

    private BoundBody(ControlFlowGraph graph, IMethodSymbol method, BodyBorrowChecker checker)
    {
        _graph = graph;
        _method = method;
        _checker = checker;
    }

    /// <exception cref="InvalidOperationException">The generated program does not compile.</exception>
    /// <param name="program">The text of it.</param>
    /// <param name="checksDrops">Whether what is not dropped is looked for, also on the way out of an exception, instead of what is borrowed or moved.</param>
    public static BoundBody Of(string program, bool checksDrops = false)
    {
        var compilation = Compile(program, BodyText.Types);
        foreach (var diagnostic in compilation.GetDiagnostics())
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                throw new InvalidOperationException(diagnostic.ToString());
        }

        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var graph = ControlFlowGraph.Create(method, model) ?? throw new InvalidOperationException("The method has no body.");
        return new BoundBody(graph, model.GetDeclaredSymbol(method)!, new BodyBorrowChecker(new ContractModel(compilation), checksDrops, followsThrown: checksDrops));
    }

    public static CSharpCompilation Compile(params string[] files) =>
        CSharpCompilation.Create(
            "Benchmark",
            files.Select(static (text, index) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp12), $"File{index}.cs")),
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <returns>The number of reports.</returns>
    public int Check() => _checker.Check(_graph, _method, CancellationToken.None).Length;
}
