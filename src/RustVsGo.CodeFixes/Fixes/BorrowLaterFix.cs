using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Moves the declaration that borrows behind what is in its way, where nothing between uses the borrow.</summary>
internal sealed class BorrowLaterFix : OwnershipFix
{
    public BorrowLaterFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow behind what conflicts";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || diagnostic.Location.SourceTree != borrowed.SyntaxTree
            || borrowed.FirstAncestorOrSelf<StatementSyntax>() is not LocalDeclarationStatementSyntax statement
            || borrowed.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>(node => statement.Span.Contains(node.Span)) is not null
            || RootOf(borrowed, model, cancellation) is not { } owner
            || StatementList.Of(statement) is not { } list)
        {
            return null;
        }

        var (first, last) = (list.IndexOf(statement), list.IndexOfAround(borrowed.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan)));
        if (last <= first
            || !Independence.MayFollow(statement, list.Range(first + 1, last).ToImmutableArray(), model, cancellation, except: owner))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return WholeLines.MoveBehind(document.Id, text, statement, list[last]) is { } edits ? new Proposal("Borrow behind this", edits) : null;
    }

    private static ISymbol? RootOf(ExpressionSyntax borrowed, SemanticModel model, CancellationToken cancellation)
    {
        var root = PlaceRoot.Of(borrowed);
        return root is ThisExpressionSyntax ? model.GetTypeInfo(root, cancellation).Type
            : model.GetSymbolInfo(root, cancellation).Symbol switch
            {
                ILocalSymbol or IParameterSymbol => model.GetSymbolInfo(root, cancellation).Symbol,
                IFieldSymbol { IsStatic: false } field => field.ContainingType,
                _ => null,
            };
    }
}
