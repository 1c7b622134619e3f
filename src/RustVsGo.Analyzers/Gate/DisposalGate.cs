using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// Decides from syntax alone whether a body makes something that the catalog says has to be dropped, and does not at once give it to a <c>using</c> or
/// to its caller. In: a body; out: go or no. Nothing is bound.
/// </summary>
internal static class DisposalGate
{
    public static bool MayMatter(SyntaxNode body, TreeWords words)
    {
        var places = words.Places(body.Span, WordKinds.Makes);
        if (places.IsEmpty)
        {
            return false;
        }

        foreach (var node in body.DescendantNodes(node => MayHaveMaker(node, places)))
        {
            if (node is ExpressionSyntax expression && Makes(expression) && !IsTakenCareOf(expression))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a node that <see cref="Makes"/> may stand below <paramref name="node"/>, given where the words of <see cref="WordKinds.Makes"/> stand: it names
    /// one, or the variable that it initializes has one for its type.
    /// </summary>
    public static bool MayHaveMaker(SyntaxNode node, WordPlaces places) => node is VariableDeclaratorSyntax or EqualsValueClauseSyntax || places.AreIn(node.FullSpan);

    /// <summary>Whether the expression has the shape of one whose value the catalog wants dropped.</summary>
    public static bool Makes(ExpressionSyntax expression) => expression switch
    {
        BaseObjectCreationExpressionSyntax creation => WrittenNames.Created(creation) is { } name && CatalogDuties.Types.Contains(name),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: var on } } =>
            CatalogDuties.Members.TryGetValue(member, out var of) && (!CatalogDuties.IsCommon(member) || (WrittenNames.Last(on) is { } type && of.Contains(type))),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var member } } => CatalogDuties.Members.ContainsKey(member),
        _ => false,
    };

    private static bool IsTakenCareOf(ExpressionSyntax expression)
    {
        SyntaxNode outer = expression;
        while (outer.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax or CastExpressionSyntax)
        {
            outer = outer.Parent;
        }

        return outer.Parent switch
        {
            ReturnStatementSyntax or ArrowExpressionClauseSyntax or UsingStatementSyntax => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: var declaration } } } =>
                declaration is UsingStatementSyntax or BaseFieldDeclarationSyntax || (declaration is LocalDeclarationStatementSyntax local && local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)),
            _ => false,
        };
    }
}
