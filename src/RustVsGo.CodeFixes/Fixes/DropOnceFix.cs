using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            || drop.Statement.ContainsDirectives || StatementList.Of(drop.Statement) is null || WholeLines.Of(drop.Statement) is not { } lines
            || drop.Statement.GetLeadingTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
        {
            return null;
        }

        return new Proposal($"Remove this second '{drop.Method.Name}'", ImmutableArray.Create(TextEdit.Replace(document.Id, lines, "")));
    }

    private static (ExpressionStatementSyntax Statement, IMethodSymbol Method)? DropOf(ExpressionSyntax dropped, SemanticModel model, CancellationToken cancellation) =>
        dropped.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax statement } call } access
        && access.Expression == dropped && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
            ? (statement, method)
            : null;
}
