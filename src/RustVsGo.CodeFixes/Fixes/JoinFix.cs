using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Waits for work at the end of the block that starts it: <c>Task.Run(Work);</c> becomes <c>var task = Task.Run(Work);</c>, with <c>task.GetAwaiter().GetResult();</c>, or
/// <c>await task;</c> in an <c>async</c> function, behind the last statement.
/// </summary>
internal sealed class JoinFix : OwnershipFix
{
    public JoinFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Wait for started work";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        // What never ends is not waited for.
        if (diagnostic.AdditionalLocations.Count > 0
            || await StartedWork.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, call)
            || call.FirstAncestorOrSelf<StatementSyntax>() is not { ContainsDirectives: false } statement
            || StatementList.Of(statement) is not { } list || list[list.Count - 1] is not { } end
            || model.GetTypeInfo(call, cancellation).Type is not INamedTypeSymbol type)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var leaves = end is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax;
        var isAsync = IsAsync(call);
        const string Title = "Wait for it at the end of its block";
        if (call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier: var variable } })
        {
            return new Proposal(Title, ImmutableArray.Create(Joined(document.Id, text, end, leaves, Join(variable.Text, type, isAsync))));
        }

        return statement is ExpressionStatementSyntax && call.Parent == statement
            ? new Proposal(
                Title,
                new NewVariable(
                    document.Id,
                    VariableName.BodyOf(statement),
                    VariableName.Like("task", model, statement, cancellation),
                    name => ImmutableArray.Create(TextEdit.Before(document.Id, call.Span, $"var {name} = "), Joined(document.Id, text, end, leaves, Join(name, type, isAsync)))))
            : null;
    }

    private static string Join(string name, INamedTypeSymbol type, bool isAsync) =>
        isAsync ? $"await {name};"
        : type.Name == "JoinHandle" ? $"_ = {name}.Join();"
        : $"{name}.GetAwaiter().GetResult();";

    // In front of the statement that leaves the block, else behind the last one.
    private static TextEdit Joined(DocumentId document, SourceText text, StatementSyntax end, bool leaves, string join) =>
        leaves ? StatementPlace.InList(document, text, end, join) : StatementPlace.Behind(document, text, end, join);

    private static bool IsAsync(SyntaxNode node)
    {
        foreach (var current in node.Ancestors())
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax function:
                    return !function.AsyncKeyword.IsKind(SyntaxKind.None);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
