using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>Removes a statement that drops what was dropped before: the second <c>d.Dispose();</c>.</summary>
internal sealed class DropOnceFix : OwnershipFix
{
    public DropOnceFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Remove second drops";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAllAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not [{ Cause: MoveCauses.Dropped } first]
            || await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, used)
            || DropStatement.Of(used, model, cancellation) is not { } drop
            || DropStatement.Of(first.Expression, first.Model, cancellation) is not { } before
            || !SymbolEqualityComparer.Default.Equals(drop.Method, before.Method)
            || drop.Lines() is not { } lines)
        {
            return null;
        }

        return new Proposal($"Remove this second '{drop.Method.Name}'", ImmutableArray.Create(TextEdit.Replace(document.Id, lines, "")));
    }
}
