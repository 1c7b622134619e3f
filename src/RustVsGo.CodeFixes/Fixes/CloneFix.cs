using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Clones at the move: who takes the value gets a copy of its own, and the owner stays what it is. <c>Print(config)</c> becomes <c>Print(config.Clone())</c>.</summary>
/// <remarks>
/// Not where the value was dropped, or captured by a nested function: the copy would be dropped in its place, or would have to be made elsewhere.
/// </remarks>
internal sealed class CloneFix : OwnershipFix
{
    public CloneFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Clone values where they are moved";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var sites = await MoveSite.FindAllAsync(solution, diagnostic, cancellation).ConfigureAwait(false);
        if (sites.IsEmpty)
        {
            return null;
        }

        // A value that is moved on several ways to its use is cloned on each.
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var site in sites)
        {
            if (Clone(site, cancellation) is not { } clone)
            {
                return null;
            }

            edits.AddRange(clone);
        }

        return new Proposal($"Clone '{sites[0].Name}' where it is moved", edits.ToImmutable());
    }

    private static ImmutableArray<TextEdit>? Clone(MoveSite site, CancellationToken cancellation)
    {
        if (site.Cause is not (MoveCauses.Argument or MoveCauses.Assigned or MoveCauses.Stored or MoveCauses.Returned or MoveCauses.Receiver))
        {
            return null;
        }

        var moved = site.Expression;
        while (moved.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
        {
            moved = suppressed;
        }

        if (IsTested(moved) || site.Model.GetTypeInfo(moved, cancellation).Type is not { } type)
        {
            return null;
        }

        return CopyMethod.On(site.Model, moved, type, MayBeNull(site, moved, type, cancellation), cancellation)?
            .Edits(site.Document.Id).AddRange(InferredName(site, moved, cancellation));
    }

    // What a pattern tests is no value that goes anywhere: the copy would have to be made of what the pattern binds.
    private static bool IsTested(ExpressionSyntax moved)
    {
        SyntaxNode outermost = moved;
        while (outermost.Parent is ParenthesizedExpressionSyntax)
        {
            outermost = outermost.Parent;
        }

        return outermost.Parent switch
        {
            IsPatternExpressionSyntax or SwitchStatementSyntax => true,
            SwitchExpressionSyntax switched => switched.GoverningExpression == outermost,
            _ => false,
        };
    }

    private static bool MayBeNull(MoveSite site, ExpressionSyntax moved, ITypeSymbol type, CancellationToken cancellation)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return true;
        }

        // What a member is called on is dereferenced in any case.
        if (site.Cause == MoveCauses.Receiver || type.IsValueType)
        {
            return false;
        }

        var read = moved;
        while (read is ConditionalAccessExpressionSyntax access)
        {
            read = access.WhenNotNull;
        }

        // Whoever writes ?? behind a value expects it to be null.
        return (moved.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Left == moved)
            || site.Model.GetTypeInfo(read, cancellation).Nullability.FlowState == NullableFlowState.MaybeNull;
    }

    /// <summary>
    /// The name that a tuple element or a member of an anonymous object had from the expression itself: <c>(a, 1)</c> becomes
    /// <c>(a: a.Clone(), 1)</c>, for a call gives no name.
    /// </summary>
    private static ImmutableArray<TextEdit> InferredName(MoveSite site, ExpressionSyntax moved, CancellationToken cancellation)
    {
        if (moved is not (IdentifierNameSyntax or MemberAccessExpressionSyntax))
        {
            return ImmutableArray<TextEdit>.Empty;
        }

        var separator = moved.Parent switch
        {
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => " = ",
            ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } argument when IsNamed(site.Model, tuple, argument, cancellation) => ": ",
            _ => null,
        };
        return separator is null
            ? ImmutableArray<TextEdit>.Empty
            : ImmutableArray.Create(TextEdit.Before(site.Document.Id, moved.Parent!.Span, moved.GetLastToken().Text + separator));
    }

    private static bool IsNamed(SemanticModel model, TupleExpressionSyntax tuple, ArgumentSyntax argument, CancellationToken cancellation)
    {
        var types = model.GetTypeInfo(tuple, cancellation);
        var index = tuple.Arguments.IndexOf(argument);
        return types.Type is INamedTypeSymbol { IsTupleType: true } type
            && SymbolEqualityComparer.Default.Equals(type, types.ConvertedType)
            && type.TupleElements.ElementAtOrDefault(index) is { IsExplicitlyNamedTupleElement: true } element
            && element.Name == argument.Expression.GetLastToken().ValueText
            && tuple.Parent is not AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax };
    }
}
