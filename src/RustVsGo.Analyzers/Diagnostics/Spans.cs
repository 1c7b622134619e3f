using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>What to underline for a piece of syntax.</summary>
internal static class Spans
{
    /// <summary>The name of a declared variable (the end of a <c>using</c> has no other place), else the whole of <paramref name="syntax"/>.</summary>
    public static Location Of(SyntaxNode syntax) => syntax switch
    {
        VariableDeclaratorSyntax declarator => declarator.Identifier.GetLocation(),
        SingleVariableDesignationSyntax designation => designation.Identifier.GetLocation(),
        ArgumentSyntax argument => argument.Expression.GetLocation(),
        _ => syntax.GetLocation(),
    };

    /// <summary>
    /// Where what <paramref name="syntax"/> declares ends: the closing brace of its scope, or the last token of the statement of a temporary.
    /// </summary>
    /// <returns>The place, or null where the syntax shows none (the end of the file for top-level statements).</returns>
    public static Location? EndOfLife(SyntaxNode syntax, bool isTemporary)
    {
        if (isTemporary)
        {
            return syntax.FirstAncestorOrSelf<StatementSyntax>()?.GetLastToken().GetLocation();
        }

        for (var node = syntax.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case UsingStatementSyntax { Statement: BlockSyntax body }:
                    return body.CloseBraceToken.GetLocation();
                case BlockSyntax block:
                    return block.CloseBraceToken.GetLocation();
                case SwitchStatementSyntax switchStatement:
                    return switchStatement.CloseBraceToken.GetLocation();
                case ForEachStatementSyntax { Statement: BlockSyntax loop }:
                    return loop.CloseBraceToken.GetLocation();
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The closing brace of the body of a function; of an expression body its last token.</summary>
    public static Location EndOfBody(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax { Body: { } body } => body.CloseBraceToken.GetLocation(),
        LocalFunctionStatementSyntax { Body: { } body } => body.CloseBraceToken.GetLocation(),
        AnonymousFunctionExpressionSyntax { Block: { } body } => body.CloseBraceToken.GetLocation(),
        AccessorDeclarationSyntax { Body: { } body } => body.CloseBraceToken.GetLocation(),
        _ => function.GetLastToken().GetLocation(),
    };

    /// <summary>The name by which a call names its callee, else the whole of <paramref name="syntax"/>.</summary>
    public static Location OfCallee(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
        InvocationExpressionSyntax invocation => invocation.Expression.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
        _ => Of(syntax),
    };

    /// <summary>
    /// The heads of the loops around both <paramref name="move"/> and <paramref name="use"/> that <paramref name="variable"/> is declared outside
    /// of, the innermost first.
    /// </summary>
    public static IEnumerable<Location> LoopsAround(SyntaxNode move, SyntaxNode use, ISymbol? variable)
    {
        var declaration = variable is { Locations: { IsEmpty: false } locations } && locations[0].SourceTree == move.SyntaxTree ? locations[0].SourceSpan : default;
        for (var node = move.Parent; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node.Span.Contains(declaration) && declaration != default)
            {
                yield break;
            }

            if (node.Span.Contains(use.Span) && HeadOf(node) is { } head)
            {
                yield return head;
            }
        }
    }

    private static Location? HeadOf(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax { ForEachKeyword: var first, CloseParenToken: var last } => Between(first, last),
        ForStatementSyntax { ForKeyword: var first, CloseParenToken: var last } => Between(first, last),
        WhileStatementSyntax { WhileKeyword: var first, CloseParenToken: var last } => Between(first, last),
        DoStatementSyntax { DoKeyword: var keyword } => keyword.GetLocation(),
        _ => null,
    };

    private static Location Between(SyntaxToken first, SyntaxToken last) =>
        Location.Create(first.SyntaxTree!, TextSpan.FromBounds(first.SpanStart, last.Span.End));

    /// <summary>The line of <paramref name="location"/> as an editor counts it.</summary>
    public static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
