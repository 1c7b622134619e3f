using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>The line of <paramref name="location"/> as an editor counts it.</summary>
    public static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
