using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Whether a place is the same one wherever it is named: <c>d.Left.Size</c> is, as long as nobody assigns <c>d</c> or <c>d.Left</c>, or mutates one of them as a
/// whole. Where in doubt, no.
/// </summary>
internal static class BorrowedPath
{
    /// <param name="place">A local, a parameter, <c>this</c>, or a field or property of one, of any depth.</param>
    /// <param name="isVariable">Whether the place itself is meant, so that assigning it is seen, and not the object in it.</param>
    /// <param name="stretch">From where to where it has to be the same.</param>
    /// <param name="cancellation">The host's wish to stop.</param>
    public static bool IsSteady(IOperation place, bool isVariable, TextSpan stretch, CancellationToken cancellation)
    {
        if (PathOf(place) is not var (root, members))
        {
            return false;
        }

        var body = place;
        while (body.Parent is { } parent)
        {
            body = parent;
        }

        foreach (var use in body.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsRoot(use, root) && stretch.Contains(use.Syntax.Span) && MayReplace(use, members, isVariable, root, cancellation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The root of a place and the members from there.</summary>
    private static (ISymbol? Root, List<ISymbol> Members)? PathOf(IOperation place)
    {
        var members = new List<ISymbol>();
        for (var current = place; ;)
        {
            switch (current)
            {
                case ILocalReferenceOperation { Local: { RefKind: RefKind.None } local }:
                    members.Reverse();
                    return (local, members);
                case IParameterReferenceOperation { Parameter: var parameter }:
                    members.Reverse();
                    return (parameter, members);
                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                    members.Reverse();
                    return (null, members);
                case IFieldReferenceOperation { Instance: { } instance, Field: var field }:
                    members.Add(field);
                    current = instance;
                    continue;
                case IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false } property } when IsStored(property):
                    members.Add(property);
                    current = instance;
                    continue;
                default:
                    return null;
            }
        }
    }

    // What a getter computes may be another object each time.
    private static bool IsStored(IPropertySymbol property) =>
        !property.IsVirtual && !property.IsOverride && !property.IsAbstract
        && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsRoot(IOperation operation, ISymbol? root) => root is null
        ? operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        : BorrowedUses.Names(operation, root);

    /// <summary>Whether what is done with <paramref name="use"/> could put something else where the members lead.</summary>
    private static bool MayReplace(IOperation use, List<ISymbol> members, bool isVariable, ISymbol? root, CancellationToken cancellation)
    {
        var reached = use;
        var depth = 0;
        while (depth < members.Count && reached.Parent is IMemberReferenceOperation member && member.Instance == reached && SymbolEqualityComparer.Default.Equals(member.Member, members[depth]))
        {
            reached = member;
            depth++;
        }

        var isWhole = depth == members.Count;
        if (IsAssigned(reached))
        {
            return !(isWhole && isVariable);
        }

        if (isWhole || (reached.Parent is IFieldReferenceOperation or IPropertyReferenceOperation && ((IMemberReferenceOperation)reached.Parent).Instance == reached))
        {
            // Behind the place, or beside it.
            return false;
        }

        return root is null
            ? reached.Parent is not IInvocationOperation { TargetMethod: var called } || StatedContract.OnMethod(called, Vocabulary.Mutates) || StatedContract.OnMethod(called, Vocabulary.Consumes)
            : BorrowedUses.Of(use, root, BorrowedUses.BodyOf(use), cancellation) != BorrowNeed.Shared;
    }

    private static bool IsAssigned(IOperation place) => place.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == place,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IAddressOfOperation => true,
        _ => false,
    };
}
