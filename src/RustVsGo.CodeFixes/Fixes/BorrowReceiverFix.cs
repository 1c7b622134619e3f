using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets a method borrow the object that it used up: <c>[Consumes] int Total() => _count;</c> becomes <c>[Borrows]</c>, or <c>[Mutates]</c> where a body mutates it, in
/// every method of its family. Offered where they are all in source and no body needs the object itself.
/// </summary>
internal sealed class BorrowReceiverFix : OwnershipFix
{
    public BorrowReceiverFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow values instead of moving them";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Cause: MoveCauses.Receiver } site
            || site.Expression.Parent is not MemberAccessExpressionSyntax access || access.Expression != site.Expression
            || site.Model.GetSymbolInfo(access, cancellation).Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsExtensionMethod: false } called)
        {
            return null;
        }

        var need = BorrowNeed.Shared;
        var attributes = ImmutableArray.CreateBuilder<(Document Document, SemanticModel Model, AttributeSyntax Attribute)>();
        foreach (var method in await MethodFamily.FindAsync(solution, called.OriginalDefinition, cancellation).ConfigureAwait(false))
        {
            if (HoldsReceiver(method) || method is { PartialDefinitionPart: not null } or { PartialImplementationPart: not null }
                || method.DeclaringSyntaxReferences is not [var reference]
                || await DeclarationSite<MethodDeclarationSyntax>.FindAsync(solution, reference.SyntaxTree.GetLocation(reference.Span), cancellation).ConfigureAwait(false)
                    is not var (document, model, declaration))
            {
                return null;
            }

            need = need.And(NeedOf(declaration, model, cancellation));
            var stated = declaration.AttributeLists.SelectMany(static list => list.Attributes)
                .Where(attribute => model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is { } type && Vocabulary.Declares(type) && Vocabulary.AttributeName(type) == Vocabulary.Consumes)
                .ToImmutableArray();
            attributes.AddRange(stated.Select(attribute => (document, model, attribute)));
        }

        if (need == BorrowNeed.Ownership || attributes.Count == 0
            || (need == BorrowNeed.Exclusive && diagnostic.Id == RuleIds.MoveOutOfBorrow && !BorrowedPlace.IsExclusive(site.Model.GetOperation(site.Expression, cancellation))))
        {
            return null;
        }

        var name = need == BorrowNeed.Exclusive ? Vocabulary.Mutates : Vocabulary.Borrows;
        var edits = attributes.SelectMany(each => ParameterAttribute.Replace(each.Document, each.Model, each.Attribute, name, cancellation)).Distinct().ToImmutableArray();
        return edits.IsEmpty ? null : new Proposal($"Let '{called.Name}' borrow '{site.Name}'{(need == BorrowNeed.Exclusive ? " mutably" : "")}", edits);
    }

    // What the result holds of the object outlives the call.
    private static bool HoldsReceiver(IMethodSymbol method) =>
        method.ReturnsByRef || method.ReturnsByRefReadonly || method.IsAsync || ValueKinds.MayCarryBorrow(method.ReturnType) || ValueKinds.IsLazy(method.ReturnType)
        || StatedContract.OnReturn(method, Vocabulary.Borrowed) || StatedContract.OnReturn(method, Vocabulary.BorrowedMut);

    private static BorrowNeed NeedOf(MethodDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        if (declaration is { Body: null, ExpressionBody: null })
        {
            return BorrowNeed.Shared;
        }

        if (model.GetOperation(declaration, cancellation) is not { } body)
        {
            return BorrowNeed.Ownership;
        }

        var need = BorrowNeed.Shared;
        foreach (var operation in body.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (operation is IInvalidOperation)
            {
                return BorrowNeed.Ownership;
            }

            if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { } type })
            {
                need = need.And(BorrowedUses.Of(operation, type, body, cancellation));
            }
        }

        return need;
    }
}
