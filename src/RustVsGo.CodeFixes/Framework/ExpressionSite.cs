using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>An expression that a diagnostic points at, found again in the source.</summary>
/// <param name="Document">Its document, which need not be that of the diagnostic.</param>
/// <param name="Model">The semantics of that document.</param>
/// <param name="Expression">The expression, exactly.</param>
internal sealed record ExpressionSite(Document Document, SemanticModel Model, ExpressionSyntax Expression)
{
    /// <summary>The expression at <paramref name="location"/>, or null where none has exactly that span, as when the document has changed since.</summary>
    public static async Task<ExpressionSite?> FindAsync(Solution solution, Location? location, CancellationToken cancellation)
    {
        if (location?.SourceTree is not { } tree || solution.GetDocument(tree) is not { } document)
        {
            return null;
        }

        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(location.SourceSpan))
        {
            return null;
        }

        return root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression && expression.Span == location.SourceSpan
            ? new ExpressionSite(document, model, expression)
            : null;
    }
}
