using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Analyzers.Sharing;

namespace RustVsGo.Analyzers;

/// <summary>
/// The rules about what threads share and about results: RVG0277 and RVG1001 to RVG1007. One walk over the syntax of each body, past what has none of their
/// words where nobody declared anything; what has the shape of a finding is bound, and nothing else.
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

        // Under what somebody declared anything may matter; elsewhere it is what the base library is known for, and that has names.
        var isDeclared = body.IsDeclared || body.IsInBoundType;
        var places = isDeclared ? default : PlacesIn(context.CodeBlock, body.UsesCatalog);
        if (!isDeclared && places.IsEmpty)
        {
            return;
        }

        foreach (var node in context.CodeBlock.DescendantNodes(
            node => node == context.CodeBlock || (node is not MemberDeclarationSyntax or GlobalStatementSyntax && (isDeclared || places.AreIn(node.FullSpan)))))
        {
            Check(node, body);
        }

        body.Publish();
    }

    private static WordPlaces PlacesIn(SyntaxNode block, bool usesCatalog)
    {
        var words = TreeWords.Of(block.SyntaxTree);
        var kinds = WordKinds.Works;
        if (usesCatalog)
        {
            kinds |= WordKinds.MustUse;
            kinds |= (words.All & WordKinds.Immutable) != 0 ? WordKinds.Mutates : WordKinds.None;
            kinds |= (words.All & WordKinds.Awaits) != 0 ? WordKinds.Locks : WordKinds.None;
        }

        return words.Places(block.Span, kinds);
    }

    // Each rule is asked about the nodes that it is about.
    private static void Check(SyntaxNode node, SharingBody body)
    {
        switch (node)
        {
            case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax:
                DroppedResults.Check(node, body);
                SendBounds.Check(node, body);
                ArcClones.Check(node, body);
                Unwraps.Check(node, body);
                LostWork.Check(node, body);
                break;
            case ExpressionStatementSyntax:
                DroppedResults.Check(node, body);
                GuardsAcrossAwait.Check(node, body);
                break;
            case ExpressionSyntax or ArrowExpressionClauseSyntax:
                DroppedResults.Check(node, body);
                break;
            case IfStatementSyntax:
                HandPropagation.Check(node, body);
                break;
            case LocalDeclarationStatementSyntax or UsingStatementSyntax:
                LongGuards.Check(node, body);
                GuardsAcrossAwait.Check(node, body);
                break;
        }
    }
}
