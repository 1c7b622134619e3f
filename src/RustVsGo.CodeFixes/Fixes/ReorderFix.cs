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

/// <summary>Moves what is in the way of a borrow behind the last use of the borrow, where nothing between depends on it.</summary>
internal sealed class ReorderFix : OwnershipFix
{
    public ReorderFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

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
        if (use.FirstAncestorOrSelf<SimpleNameSyntax>() is { } name && model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol holder)
        {
            last = System.Math.Max(last, list.LastIndexNaming(holder.Name));
        }

        var overtaken = list.Range(first + 1, last).ToImmutableArray();
        if (!EndsItsLine(list[first]) || !EndsItsLine(list[last]) || !Independence.MayFollow(statement, overtaken, model, cancellation))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return new Proposal(
            $"Move this behind the last use of the borrow",
            ImmutableArray.Create(
                TextEdit.Replace(document.Id, statement.FullSpan, ""),
                TextEdit.Before(document.Id, new TextSpan(list[last].FullSpan.End, 0), text.ToString(statement.FullSpan))));
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

    private static bool EndsItsLine(StatementSyntax statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
}
