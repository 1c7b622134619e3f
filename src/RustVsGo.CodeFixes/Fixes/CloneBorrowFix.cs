using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>Clones what is borrowed, so that who keeps it owns its value: <c>var r = d.View();</c> becomes <c>var r = d.View().Clone();</c>.</summary>
/// <remarks>Only where the local is merely read: what is mutated through a borrow is meant to change its owner.</remarks>
internal sealed class CloneBorrowFix : OwnershipFix
{
    public CloneBorrowFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Clone values where they are borrowed";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || BorrowedValue.Around(borrowed) is not { Target: not ForEachStatementSyntax } kept
            || model.GetTypeInfo(kept.Value, cancellation).Type is not { } type
            || ValueKinds.MayCarryBorrow(type)
            || IsExclusive(borrowed, kept.Value, model, cancellation)
            || !IsOnlyRead(kept, model, cancellation))
        {
            return null;
        }

        var mayBeNull = !type.IsValueType && model.GetTypeInfo(kept.Value, cancellation).Nullability.FlowState == NullableFlowState.MaybeNull;
        if (CopyMethod.On(model, kept.Value, type, mayBeNull, cancellation) is not { } clone)
        {
            return null;
        }

        var title = kept.Local(model, cancellation) is { } local ? $"Clone what '{local.Name}' borrows" : "Clone what is borrowed";
        return new Proposal(title, clone.Edits(document.Id));
    }

    /// <summary>Whether a call on the way from the borrowed expression to the value borrows exclusively.</summary>
    private static bool IsExclusive(ExpressionSyntax borrowed, ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        for (SyntaxNode node = borrowed; node != value.Parent; node = node.Parent!)
        {
            var symbol = node is ExpressionSyntax ? model.GetSymbolInfo(node, cancellation).Symbol : null;
            var method = symbol switch
            {
                IMethodSymbol called => called.ReducedFrom ?? called,
                IPropertySymbol property => property.GetMethod,
                _ => null,
            };
            if (method is not null
                && (StatedContract.OnReturn(method, Vocabulary.BorrowedMut)
                    || StatedContract.OnMethod(method, Vocabulary.Mutates)
                    || StatedContract.OnMethod(method, Vocabulary.Consumes)))
            {
                return true;
            }

            if (node is ArgumentSyntax argument
                && (!argument.RefOrOutKeyword.IsKind(SyntaxKind.None)
                    || model.GetOperation(argument, cancellation) is IArgumentOperation { Parameter: { } parameter }
                        && Vocabulary.Has(StatedContract.OnParameter(parameter), Vocabulary.BorrowedMut)))
            {
                return true;
            }
        }

        return false;
    }

    // What becomes of a value that leaves the method is not seen; a clone of its own is what its signature promises then.
    private static bool IsOnlyRead(BorrowedValue kept, SemanticModel model, CancellationToken cancellation)
    {
        if (kept.Local(model, cancellation) is not { } local)
        {
            return true;
        }

        if (local.RefKind != RefKind.None || model.GetOperation(kept.Value, cancellation) is not { } operation)
        {
            return false;
        }

        var body = BorrowedUses.BodyOf(operation);
        return body.Descendants()
            .Where(use => BorrowedUses.Names(use, local) && !(use.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == use))
            .All(use => BorrowedUses.Of(use, local, body, cancellation) == BorrowNeed.Shared);
    }
}
