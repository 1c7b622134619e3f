using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Awaits a task that still borrows instead of returning it: <c>return stream.ReadAsync(buffer);</c> becomes <c>return await stream.ReadAsync(buffer);</c>,
/// and the method <c>async</c>.
/// </summary>
/// <remarks>All tasks that the method returns are awaited then: it returns their results.</remarks>
internal sealed class AwaitFix : OwnershipFix
{
    private const string Title = "Await the task that still borrows";

    public AwaitFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Await tasks that still borrow";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || BorrowedValue.Around(borrowed) is not { } escaping)
        {
            return null;
        }

        if (escaping.Target is ArrowExpressionClauseSyntax arrow)
        {
            return OfArrow(document, model, arrow);
        }

        if (escaping.Target is not ReturnStatementSyntax returned
            || FunctionAround(returned) is not var (body, async)
            || returned.Expression is not { } value
            || ResultOf(model.GetTypeInfo(value, cancellation).ConvertedType) is not { } hasResult)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        edits.Add(TextEdit.Before(document.Id, new Microsoft.CodeAnalysis.Text.TextSpan(async.SpanStart, 0), "async "));
        foreach (var statement in Returns(body))
        {
            if (statement.Expression is not { } task)
            {
                return null;
            }

            if (Awaited(document.Id, statement, task, body, hasResult) is not { } changed)
            {
                return null;
            }

            edits.AddRange(changed);
        }

        return new Proposal(Title, edits.ToImmutable());
    }

    private static Proposal? OfArrow(Document document, SemanticModel model, ArrowExpressionClauseSyntax arrow)
    {
        var (modifiers, parameters, type) = arrow.Parent switch
        {
            MethodDeclarationSyntax method => (method.Modifiers, method.ParameterList, method.ReturnType),
            LocalFunctionStatementSyntax function => (function.Modifiers, function.ParameterList, function.ReturnType),
            _ => (default, null, null),
        };
        if (parameters is null || type is null || !IsPlain(modifiers, parameters) || ResultOf(model.GetTypeInfo(arrow.Expression).ConvertedType) is null)
        {
            return null;
        }

        var (open, close) = Parentheses(arrow.Expression);
        var edits = ImmutableArray.Create(
            TextEdit.Before(document.Id, new Microsoft.CodeAnalysis.Text.TextSpan(type.SpanStart, 0), "async "),
            TextEdit.Before(document.Id, arrow.Expression.Span, "await " + open));
        return new Proposal(Title, close.Length == 0 ? edits : edits.Add(TextEdit.After(document.Id, arrow.Expression.Span, close)));
    }

    private static (string Open, string Close) Parentheses(ExpressionSyntax task) =>
        task is InvocationExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax or ObjectCreationExpressionSyntax
            ? ("", "")
            : ("(", ")");

    private static IEnumerable<TextEdit>? Awaited(DocumentId document, ReturnStatementSyntax statement, ExpressionSyntax task, BlockSyntax body, bool hasResult)
    {
        var (open, close) = Parentheses(task);
        if (hasResult)
        {
            return Wrap(TextEdit.Before(document, task.Span, "await " + open));
        }

        var keyword = TextEdit.Replace(document, statement.ReturnKeyword.Span, "await");
        if (statement.Parent == body && body.Statements.Last() == statement)
        {
            return open.Length == 0 ? new[] { keyword } : Wrap(keyword, TextEdit.Before(document, task.Span, open));
        }

        // In the middle of the method it still ends there.
        return statement.Parent is BlockSyntax or SwitchSectionSyntax
            ? Wrap(keyword, TextEdit.Before(document, task.Span, open)).Append(TextEdit.After(document, statement.Span, " return;"))
            : null;

        IEnumerable<TextEdit> Wrap(params TextEdit[] edits) => close.Length == 0 ? edits : edits.Append(TextEdit.After(document, task.Span, close));
    }

    // What a nested function returns is its own.
    private static IEnumerable<ReturnStatementSyntax> Returns(BlockSyntax body) =>
        body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>();

    /// <summary>Whether awaiting a value of <paramref name="type"/> gives a result; null where it is no task that an async method may return.</summary>
    private static bool? ResultOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } } task
            ? task.TypeArguments.Length == 1
            : null;

    /// <summary>The body that a return statement leaves, and the token that <c>async</c> goes in front of; null where there is an <c>async</c> already or none may be.</summary>
    private static (BlockSyntax Body, SyntaxToken Async)? FunctionAround(SyntaxNode returned)
    {
        foreach (var node in returned.Ancestors())
        {
            switch (node)
            {
                case MethodDeclarationSyntax { Body: { } body } method:
                    return IsPlain(method.Modifiers, method.ParameterList) ? (body, method.ReturnType.GetFirstToken()) : null;
                case LocalFunctionStatementSyntax { Body: { } body } function:
                    return IsPlain(function.Modifiers, function.ParameterList) ? (body, function.ReturnType.GetFirstToken()) : null;
                case ParenthesizedLambdaExpressionSyntax { Block: { } body, AsyncKeyword.RawKind: (int)SyntaxKind.None, ReturnType: null } lambda:
                    return IsPlain(default, lambda.ParameterList) ? (body, lambda.ParameterList.OpenParenToken) : null;
                case SimpleLambdaExpressionSyntax { Block: { } body, AsyncKeyword.RawKind: (int)SyntaxKind.None } lambda:
                    return (body, lambda.Parameter.GetFirstToken());
                case AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private static bool IsPlain(SyntaxTokenList modifiers, ParameterListSyntax parameters) =>
        !modifiers.Any(SyntaxKind.AsyncKeyword) && !modifiers.Any(SyntaxKind.UnsafeKeyword) && !modifiers.Any(SyntaxKind.PartialKeyword)
        && parameters.Parameters.All(static parameter => !parameter.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.InKeyword));
}
