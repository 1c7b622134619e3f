using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>A local that is nothing but a borrow of a place: <c>var r = Own.BorrowMut(w);</c>, <c>ref var r = ref w;</c>.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Model">The semantics of that document.</param>
/// <param name="Declarator">Its declaration.</param>
/// <param name="Borrowed">What it borrows.</param>
internal sealed record BorrowingLocal(Document Document, SemanticModel Model, VariableDeclaratorSyntax Declarator, ExpressionSyntax Borrowed)
{
    /// <summary>The local that <paramref name="diagnostic"/> blames, by its name or by what it borrows; null where it blames something else.</summary>
    public static async Task<BorrowingLocal?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is not { } cause)
        {
            return null;
        }

        if (await DeclarationSite<SyntaxNode>.FindAsync(solution, cause, cancellation).ConfigureAwait(false) is { Node: VariableDeclaratorSyntax named } site && named.Identifier.Span == cause.SourceSpan)
        {
            return BorrowedBy(named, site.Model, cancellation) is { } place ? new BorrowingLocal(site.Document, site.Model, named, place) : null;
        }

        return await ExpressionSite.FindAsync(solution, cause, cancellation).ConfigureAwait(false) is var (document, model, borrowed)
            && borrowed.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } declarator && BorrowedBy(declarator, model, cancellation) == borrowed
            ? new BorrowingLocal(document, model, declarator, borrowed)
            : null;
    }

    /// <summary>What the variable borrows, exclusively or shared, and never anything else at its declaration; or null.</summary>
    public static ExpressionSyntax? BorrowedBy(VariableDeclaratorSyntax declarator, SemanticModel model, CancellationToken cancellation) => declarator.Initializer?.Value switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ RefOrOutKeyword.RawKind: (int)SyntaxKind.None } argument] } call
            when model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { Name: "Borrow" or "BorrowMut", ContainingType: { Name: Vocabulary.Own } own } && Vocabulary.Declares(own)
            => argument.Expression,
        RefExpressionSyntax { Expression: var place } when model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol { RefKind: not RefKind.None } => place,
        _ => null,
    };
}
