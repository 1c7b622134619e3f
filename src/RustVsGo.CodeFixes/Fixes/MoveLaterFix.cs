using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Moves the statement that gives a value away, or drops it, behind the last use of the value, where nothing between depends on it.</summary>
internal sealed class MoveLaterFix : OwnershipFix
{
    public MoveLaterFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Move values behind their last use";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAllAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not [var (document, model, moved, cause)]
            || cause is not (MoveCauses.Argument or MoveCauses.Receiver or MoveCauses.Dropped)
            || model.GetSymbolInfo(moved, cancellation).Symbol is not { Kind: SymbolKind.Local or SymbolKind.Parameter } owner
            || moved.Ancestors().TakeWhile(static node => node is not AnonymousFunctionExpressionSyntax).OfType<StatementSyntax>().FirstOrDefault() is not ExpressionStatementSyntax statement
            || StatementList.Of(statement) is not { } list)
        {
            return null;
        }

        var first = list.IndexOf(statement);
        var last = list.LastIndexNaming(owner.Name);
        if (last <= first
            || !Independence.MayFollow(statement, list.Range(first + 1, last).ToImmutableArray(), model, cancellation, except: owner))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return WholeLines.MoveBehind(document.Id, text, statement, list[last]) is { } edits ? new Proposal($"Move this behind the last use of '{owner.Name}'", edits) : null;
    }
}
