using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>A piece of a declaration that a diagnostic points at, found again in the source.</summary>
/// <param name="Document">Its document, which need not be that of the diagnostic.</param>
/// <param name="Model">The semantics of that document.</param>
/// <param name="Node">The piece.</param>
internal sealed record DeclarationSite<T>(Document Document, SemanticModel Model, T Node)
    where T : SyntaxNode
{
    /// <summary>What the cause of <paramref name="diagnostic"/> names where it is declared: the name that <paramref name="nameOf"/> tells stands exactly there; or null.</summary>
    public static async Task<DeclarationSite<T>?> NamedByCauseAsync(Solution solution, Diagnostic diagnostic, Func<T, SyntaxToken?> nameOf, CancellationToken cancellation) =>
        DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is { } cause
        && await FindAsync(solution, cause, cancellation).ConfigureAwait(false) is { } site && nameOf(site.Node)?.Span == cause.SourceSpan
            ? site
            : null;

    /// <summary>The innermost <typeparamref name="T"/> around <paramref name="location"/>, or null.</summary>
    public static async Task<DeclarationSite<T>?> FindAsync(Solution solution, Location? location, CancellationToken cancellation)
    {
        if (location?.SourceTree is not { } tree || solution.GetDocument(tree) is not { } document || document is SourceGeneratedDocument)
        {
            return null;
        }

        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(location.SourceSpan))
        {
            return null;
        }

        return root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>() is { } node
            ? new DeclarationSite<T>(document, model, node)
            : null;
    }
}
