using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Gives a temporary a variable of its own in front of its statement: <c>var r = Make().View();</c> becomes
/// <c>using var document = Make();</c> and <c>var r = document.View();</c>.
/// </summary>
/// <remarks>
/// Only where that changes neither the order nor the number of evaluations, and where what borrows from the temporary does not outlive the new variable. A variable that nothing
/// disposes does not keep its value from the collector: what a raw pointer leads to takes <see cref="KeepAliveFix"/>.
/// </remarks>
internal sealed class BindTemporaryFix : OwnershipFix
{
    public BindTemporaryFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Bind temporary values to variables";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await TemporaryPlace.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { } temporary
            || Keyword(temporary.Type, temporary.Statement, temporary.Model, cancellation) is not { } keyword
            || (keyword.Length == 0 && temporary.Type.IsReferenceType && RawBorrow.Of(temporary.Expression, temporary.Model, cancellation) is not null)
            || BorrowOutlives(temporary, diagnostic, cancellation))
        {
            return null;
        }

        return new Proposal(
            "Bind the temporary value to a variable",
            new NewVariable(
                temporary.Document.Id,
                VariableName.BodyOf(temporary.Statement),
                VariableName.After(temporary.Type, temporary.Model, temporary.Statement, cancellation),
                name => temporary.Declare(keyword, name)));
    }

    /// <summary>What stands in front of the declaration, or null where the declaration could not stand there.</summary>
    internal static string? Keyword(ITypeSymbol type, StatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        if (DropCall.IsDisposable(type))
        {
            // A jump may not pass a using declaration.
            return JumpsAround(statement) ? null : "using ";
        }

        if (!DropCall.IsAsyncDisposable(type) || !IsInAsyncBody(statement, model, cancellation))
        {
            return "";
        }

        return JumpsAround(statement) || IsInLock(statement) ? null : "await using ";
    }

    private static bool IsInAsyncBody(StatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var node in statement.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax member:
                    return model.GetDeclaredSymbol(member, cancellation) is IMethodSymbol { IsAsync: true };
            }
        }

        return false;
    }

    private static bool IsInLock(StatementSyntax statement) =>
        statement.Ancestors().TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is LockStatementSyntax);

    private static bool JumpsAround(StatementSyntax statement) =>
        statement.Parent is BlockSyntax block && block.Statements.Any(other => other is LabeledStatementSyntax)
        || statement.Parent is GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } && unit.Members.Any(member => member is GlobalStatementSyntax { Statement: LabeledStatementSyntax });

    /// <summary>Whether what borrows from the temporary is used where the new variable is no more: behind its scope, or when a loop comes round.</summary>
    internal static bool BorrowOutlives(TemporaryPlace temporary, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var (_, model, _, _, statement, place) = temporary;
        var scope = place.Scope;
        if (DiagnosticPlaces.Find(diagnostic, PropertyKeys.LaterUse) is { } later
            && (later.SourceTree != statement.SyntaxTree || !scope.Contains(later.SourceSpan) || later.SourceSpan.Start < statement.SpanStart))
        {
            return true;
        }

        // The diagnostic names the first later use only.
        return statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }
            && model.GetSymbolInfo(assignment.Left, cancellation).Symbol is var target
            && (target is not ILocalSymbol { DeclaringSyntaxReferences: [var declaration] }
                || !StaysInside(target, declaration.GetSyntax(cancellation), scope, statement, model, cancellation));
    }

    private static bool StaysInside(ISymbol local, SyntaxNode declaration, TextSpan scope, StatementSyntax statement, SemanticModel model, CancellationToken cancellation)
    {
        if (scope.Contains(declaration.Span))
        {
            return true;
        }

        // Declared further out: every use is between the assignment and the end of the scope.
        var home = declaration.Ancestors().FirstOrDefault(node => node is BlockSyntax or CompilationUnitSyntax or SwitchStatementSyntax) ?? declaration.SyntaxTree.GetRoot(cancellation);
        return VariableNames.In(home, local, model, cancellation).All(name => scope.Contains(name.Span) && name.SpanStart >= statement.SpanStart);
    }
}
