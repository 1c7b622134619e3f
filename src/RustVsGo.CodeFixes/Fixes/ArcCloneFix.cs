using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Says that one more owner is made, and no copy: <c>counter.Clone()</c> becomes <c>Arc.Clone(counter)</c>.</summary>
internal sealed class ArcCloneFix : OwnershipFix
{
    public ArcCloneFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Write 'Arc.Clone'";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, call)
            || call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var shared } }
            || ArcName.At(model, call.SpanStart) is not { } arc)
        {
            return null;
        }

        var behind = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(shared.Span.End, call.Span.End);
        return new Proposal(
            $"Write '{arc}.Clone({shared})'",
            ImmutableArray.Create(TextEdit.Before(document.Id, shared.Span, $"{arc}.Clone("), TextEdit.Replace(document.Id, behind, ")")));
    }
}
