using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Removes a statement that drops what was dropped before: the second <c>d.Dispose();</c>.</summary>
internal sealed class DropOnceFix : OwnershipFix
{
    public DropOnceFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Remove second drops";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAllAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not [{ Cause: MoveCauses.Dropped } first]
            || await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, used)
            || DropOf(used, model, cancellation) is not { } drop
            || DropOf(first.Expression, first.Model, cancellation) is not { } before
            || !SymbolEqualityComparer.Default.Equals(drop.Method, before.Method)
            || LinesOf(drop.Statement) is not { } lines)
        {
            return null;
        }

        return new Proposal($"Remove this second '{drop.Method.Name}'", ImmutableArray.Create(TextEdit.Replace(document.Id, lines, "")));
    }

    /// <summary>The statement that does nothing but drop, and the method that it calls; null where more is done.</summary>
    internal static (ExpressionStatementSyntax Statement, IMethodSymbol Method)? DropOf(ExpressionSyntax dropped, SemanticModel model, CancellationToken cancellation) =>
        dropped.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax statement } call } access
        && access.Expression == dropped && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            ? (statement, method)
            : null;

    /// <summary>The lines that go with the statement, or null where something would go that is not about it alone.</summary>
    internal static TextSpan? LinesOf(ExpressionStatementSyntax statement) =>
        statement.ContainsDirectives || StatementList.Of(statement) is null
        || statement.GetLeadingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            ? null
            : WholeLines.Of(statement);
}
