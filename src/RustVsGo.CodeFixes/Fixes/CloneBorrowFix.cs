using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>Clones what a local borrows, so that the local owns its value: <c>var r = d.View();</c> becomes <c>var r = d.View().Clone();</c>.</summary>
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
        var cause = DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause);
        if (await ExpressionSite.FindAsync(solution, cause, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || DeclarationWith(borrowed) is not { Initializer.Value: { } value } declarator
            || model.GetDeclaredSymbol(declarator, cancellation) is not ILocalSymbol { RefKind: RefKind.None } local
            || model.GetTypeInfo(value, cancellation).Type is not { } type
            || ValueKinds.MayCarryBorrow(type)
            || IsExclusive(borrowed, value, model, cancellation)
            || !IsOnlyRead(local, value, model, cancellation))
        {
            return null;
        }

        var mayBeNull = !type.IsValueType && model.GetTypeInfo(value, cancellation).Nullability.FlowState == NullableFlowState.MaybeNull;
        foreach (var name in CopyMethod.NamesFor(type))
        {
            var call = PostfixCall.On(value, name, mayBeNull);
            if (CopyMethod.Fits(model, call, type, name, cancellation))
            {
                return new Proposal($"Clone what '{local.Name}' borrows", call.Edits(document.Id));
            }
        }

        return null;
    }

    /// <summary>The local that is declared with a value in which <paramref name="borrowed"/> stands; one that a <c>using</c> drops borrows nothing.</summary>
    private static VariableDeclaratorSyntax? DeclarationWith(ExpressionSyntax borrowed)
    {
        for (SyntaxNode? node = borrowed; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }:
                    return declarator.Parent is VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None } } ? declarator : null;
                case AnonymousFunctionExpressionSyntax or StatementSyntax or MemberDeclarationSyntax or RefExpressionSyntax or QueryExpressionSyntax:
                    return null;
            }
        }

        return null;
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
                    || model.GetOperation(argument, cancellation) is Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter: { } parameter }
                        && Vocabulary.Has(StatedContract.OnParameter(parameter), Vocabulary.BorrowedMut)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnlyRead(ILocalSymbol local, ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(value, cancellation) is { } operation
        && BorrowedUses.Of(local, BorrowedUses.BodyOf(operation), cancellation) == BorrowNeed.Shared;
}
