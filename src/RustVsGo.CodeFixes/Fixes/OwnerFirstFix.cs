using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Declares an owner before what borrows from it, so that it is dropped after it (rustc: <c>values in a scope are dropped in the opposite order they are
/// defined</c>).
/// </summary>
internal sealed class OwnerFirstFix : OwnershipFix
{
    public OwnerFirstFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Let owners live longer";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || await DeclarationOfAsync(PlaceRoot.Of(borrowed), model, cancellation).ConfigureAwait(false) is not { } owner
            || await DeclarationOfAsync(BorrowKeeper.Of(borrowed) is { } place ? PlaceRoot.Of(place) : null, model, cancellation).ConfigureAwait(false) is not { } keeper
            || StatementList.Of(owner) is not { } list)
        {
            return null;
        }

        var (first, last) = (list.IndexOf(keeper), list.IndexOf(owner));
        if (first < 0 || first >= last
            || !Independence.MayFollow(owner, list.Range(first, last - 1).ToImmutableArray(), model, cancellation))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return WholeLines.MoveBefore(document.Id, text, owner, keeper) is { } edits ? new Proposal("Declare the owner before what borrows from it", edits) : null;
    }

    private static async Task<LocalDeclarationStatementSyntax?> DeclarationOfAsync(ExpressionSyntax? root, SemanticModel model, CancellationToken cancellation) =>
        root is not null
        && model.GetSymbolInfo(root, cancellation).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
        && await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
            ? statement
            : null;
}
