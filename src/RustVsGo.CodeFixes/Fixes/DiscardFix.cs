using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>Says that a result is dropped on purpose: <c>Save();</c> becomes <c>_ = Save();</c>.</summary>
internal sealed class DiscardFix : OwnershipFix
{
    public DiscardFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Drop results on purpose";

    public override bool IsLastResort => true;

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is var (document, _, dropped)
            ? new Proposal("Drop it on purpose", ImmutableArray.Create(TextEdit.Before(document.Id, dropped.Span, "_ = ")))
            : null;
}
