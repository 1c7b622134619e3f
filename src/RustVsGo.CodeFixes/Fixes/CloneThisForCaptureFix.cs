using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Gives a lambda that outlives the call a clone of the object: <c>return () => Log(this);</c> becomes <c>var page = this.Clone();</c> and
/// <c>return () => Log(page);</c>.
/// </summary>
/// <remarks>Only where the lambda merely reads the object: what it mutates is meant to change.</remarks>
internal sealed class CloneThisForCaptureFix : OwnershipFix
{
    public CloneThisForCaptureFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Clone values where they are moved";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Expression: AnonymousFunctionExpressionSyntax { ContainsDirectives: false } lambda } site
            || lambda.Ancestors().OfType<StatementSyntax>().FirstOrDefault() is not { } statement
            || CapturedVariable.Of(lambda, diagnostic, site.Model, cancellation) is not null
            || UsesOf(lambda, site.Model, cancellation) is not { IsEmpty: false } uses
            || uses[0].Type is not { IsReferenceType: true } type)
        {
            return null;
        }

        var text = await site.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        return StatementPlace.InFrontOf(statement, text) is { } place && CopyMethod.OfThis(site.Model, lambda.SpanStart, type) is { } clone
            ? new Proposal(
                "Clone 'this' for the lambda",
                new NewVariable(
                    site.Document.Id,
                    VariableName.BodyOf(statement),
                    VariableName.After(type, site.Model, statement, cancellation),
                    name => place.Insert(site.Document.Id, $"var {name} = this.{clone}();").AddRange(uses.Select(static use => use.Syntax).Select(use => use is ThisExpressionSyntax
                        ? TextEdit.Replace(site.Document.Id, use.Span, name)
                        : TextEdit.Before(site.Document.Id, use.Span, name + ".")))))
            : null;
    }

    /// <summary>Where the lambda names the object, or one of its members without it; nothing where that does more than read.</summary>
    private static ImmutableArray<IOperation> UsesOf(AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation)
    {
        if (BorrowedUses.FunctionOf(lambda, model, cancellation) is not { } body)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var uses = body.Descendants()
            .Where(static operation => operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance })
            .ToImmutableArray();
        return uses.All(use => use.Syntax is not BaseExpressionSyntax && use.Type is { } type && BorrowedUses.Of(use, type, body, cancellation) == BorrowNeed.Shared)
            ? uses
            : ImmutableArray<IOperation>.Empty;
    }
}
