using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Moves what is in the way of a borrow behind the last use of the borrow, or the only use of the borrow in front of it, where nothing between depends on
/// what is moved.
/// </summary>
internal sealed class ReorderFix : OwnershipFix
{
    private readonly bool _movesUse;

    /// <param name="equivalenceKey">The family.</param>
    /// <param name="movesUse">Whether the use is moved, and not what is in its way.</param>
    public ReorderFix(string equivalenceKey, bool movesUse)
        : base(equivalenceKey) => _movesUse = movesUse;

    public override string FixAllTitle => "Move changes behind the last use of what they conflict with";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, conflict)
            || DiagnosticPlaces.Find(diagnostic, PropertyKeys.LaterUse) is not { } later || later.SourceTree != conflict.SyntaxTree
            || StatementInList(conflict) is not { } statement
            || StatementList.Of(statement) is not { } list)
        {
            return null;
        }

        var use = conflict.SyntaxTree.GetRoot(cancellation).FindNode(later.SourceSpan, getInnermostNodeForTie: true);
        var first = list.IndexOf(statement);
        var last = list.IndexOfAround(use);
        if (last <= first)
        {
            return null;
        }

        // The diagnostic names the first use of the borrow only; whoever is named there may be named again.
        if (use.FirstAncestorOrSelf<SimpleNameSyntax>() is { } name && model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol holder
            && list.LastIndexNaming(holder.Name) is var again && again > last)
        {
            if (_movesUse)
            {
                return null;
            }

            last = again;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var (moved, overtaken) = _movesUse ? (list[last], list.Range(first, last - 1)) : (statement, list.Range(first + 1, last));
        if (moved is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not (int)SyntaxKind.None }
            || !Independence.MayFollow(moved, overtaken.ToImmutableArray(), model, cancellation))
        {
            return null;
        }

        return _movesUse
            ? WholeLines.MoveBefore(document.Id, text, moved, list[first]) is { } up ? new Proposal("Move the use of the borrow in front of this", up) : null
            : WholeLines.MoveBehind(document.Id, text, moved, list[last]) is { } down ? new Proposal("Move this behind the last use of the borrow", down) : null;
    }

    // What stands in a nested function runs when that is called.
    private static StatementSyntax? StatementInList(ExpressionSyntax conflict)
    {
        foreach (var node in conflict.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax:
                    return null;
                case StatementSyntax statement:
                    return statement;
            }
        }

        return null;
    }
}
