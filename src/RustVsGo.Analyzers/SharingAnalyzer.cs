using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Sharing;

namespace RustVsGo.Analyzers;

/// <summary>
/// The rules about what threads share and about results: RVG0277 and RVG1001 to RVG1007. One walk over the syntax of each body; what has the shape of a
/// finding is bound, and nothing else.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => SharingDescriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var state = CompilationState.Of(context.Compilation, context.Options);
        if (state.MayFindAnything(context.CancellationToken))
        {
            context.RegisterCodeBlockAction(block => Analyze(block, state));
        }
    }

    private static void Analyze(CodeBlockAnalysisContext context, CompilationState state)
    {
        var body = new SharingBody(context, state.For(context.CodeBlock.SyntaxTree));
        foreach (var node in context.CodeBlock.DescendantNodes(node => node == context.CodeBlock || node is not MemberDeclarationSyntax or GlobalStatementSyntax))
        {
            DroppedResults.Check(node, body);
            SendBounds.Check(node, body);
            ArcClones.Check(node, body);
            Unwraps.Check(node, body);
            HandPropagation.Check(node, body);
            LongGuards.Check(node, body);
            GuardsAcrossAwait.Check(node, body);
            LostWork.Check(node, body);
        }

        body.Publish();
    }
}
