using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>What a borrow goes into: the target of the assignment, or the receiver of the call, that it stands in.</summary>
internal static class BorrowKeeper
{
    /// <summary>The target or the receiver, the outermost of several; a method's bare name where its receiver is not written; null where the borrow goes nowhere.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax borrowed)
    {
        ExpressionSyntax? keeper = null;
        foreach (var node in borrowed.Ancestors().TakeWhile(static node => node is not StatementSyntax))
        {
            keeper = node switch
            {
                AssignmentExpressionSyntax assignment when assignment.Right.Span.Contains(borrowed.Span) => assignment.Left,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when call.ArgumentList.Span.Contains(borrowed.Span) => access.Expression,
                InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } call when call.ArgumentList.Span.Contains(borrowed.Span) => name,
                _ => keeper,
            };
        }

        return keeper;
    }
}
