using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>A statement that does nothing but drop: <c>d.Dispose();</c>.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Method">The method that it calls.</param>
internal sealed record DropStatement(ExpressionStatementSyntax Statement, IMethodSymbol Method)
{
    /// <summary>The statement that drops <paramref name="dropped"/>, or null where more is done.</summary>
    public static DropStatement? Of(ExpressionSyntax dropped, SemanticModel model, CancellationToken cancellation) =>
        dropped.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax statement } call } access
        && access.Expression == dropped && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            ? new DropStatement(statement, method)
            : null;

    /// <summary>The lines that go with the statement, or null where something would go that is not about it alone.</summary>
    public TextSpan? Lines() =>
        Statement.ContainsDirectives || StatementList.Of(Statement) is null
        || Statement.GetLeadingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            ? null
            : WholeLines.Of(Statement);
}
