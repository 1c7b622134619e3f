using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Says that nobody waits for a task, on purpose: <c>Task.Run(Work);</c> becomes <c>_ = Task.Run(Work);</c>.</summary>
internal sealed class DiscardStartedFix : OwnershipFix
{
    public DiscardStartedFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Let started work go on purpose";

    public override bool IsLastResort => true;

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        await StartedWork.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is var (document, _, call) && call.Parent is ExpressionStatementSyntax
            ? new Proposal("Let it go on purpose", ImmutableArray.Create(TextEdit.Before(document.Id, call.Span, "_ = ")))
            : null;
}
