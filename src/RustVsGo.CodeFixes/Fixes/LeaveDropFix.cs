using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Removes the drop of a value that is given away behind it: in <c>d.Dispose(); Send(d);</c> whoever <c>Send</c> gives the value to drops it, so that
/// <c>Send(d);</c> remains.
/// </summary>
internal sealed class LeaveDropFix : OwnershipFix
{
    public LeaveDropFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Leave drops to the new owners";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        await MoveSite.FindAllAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is [{ Cause: MoveCauses.Dropped } dropped]
        && await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is var (_, model, used)
        && used.Parent is ArgumentSyntax passed
        && model.GetOperation(passed, cancellation) is IArgumentOperation { Parameter: { } parameter }
        && Vocabulary.Has(StatedContract.OnParameter(parameter), Vocabulary.Owned)
        && DropStatement.Of(dropped.Expression, dropped.Model, cancellation) is { } drop
        && drop.Lines() is { } lines
            ? new Proposal($"Leave dropping '{dropped.Name}' to its new owner", ImmutableArray.Create(TextEdit.Replace(dropped.Document.Id, lines, "")))
            : null;
}
