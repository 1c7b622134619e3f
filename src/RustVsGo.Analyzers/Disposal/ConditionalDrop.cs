using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers.Disposal;

/// <summary>
/// Whether a value of which the catalog alone speaks is dropped under a condition (<c>if (!leaveOpen) s.Dispose();</c>): the condition may well say
/// whose it is, and no two paths are told apart here, so nothing is said.
/// </summary>
internal static class ConditionalDrop
{
    public static bool Explains(BorrowError error)
    {
        if (error is not NotDropped { Authority: Authority.Catalog } lost)
        {
            return false;
        }

        foreach (var drop in lost.Drops)
        {
            if (IsConditional(drop, lost.Syntax))
            {
                return true;
            }
        }

        return false;
    }

    // A condition around both is none between them.
    private static bool IsConditional(SyntaxNode drop, SyntaxNode made)
    {
        for (var current = drop; current.Parent is { } parent and not MemberDeclarationSyntax && !parent.Span.Contains(made.Span); current = parent)
        {
            if (parent switch
            {
                IfStatementSyntax branch => branch.Condition != current,
                ConditionalExpressionSyntax choice => choice.Condition != current,
                SwitchSectionSyntax or SwitchExpressionArmSyntax or WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax => true,
                _ => false,
            })
            {
                return true;
            }
        }

        return false;
    }
}
