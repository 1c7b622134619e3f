using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Analyzers.Gate;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// RVG1001: the result of a call that may not be dropped is. As rustc's lint <c>unused_must_use</c>: <c>Save();</c> and <c>await SaveAsync();</c>, and
/// not <c>_ = Save();</c>.
/// </summary>
internal static class DroppedResults
{
    public static void Check(SyntaxNode node, SharingBody body)
    {
        if (ValueDroppedBy(node) is not { } value)
        {
            return;
        }

        var call = CallIn(value, out var isAwaited);
        if (!body.IsDeclared && !(body.UsesCatalog && call is not null && NameOf(call) is { } name && CatalogNames.MayDrop(name, node.SyntaxTree, body.Cancellation)))
        {
            return;
        }

        // The body of a lambda or member may also be what it returns.
        if (node is not (StatementSyntax or ForStatementSyntax) && !ReturnsNothing(node.Parent!, body))
        {
            return;
        }

        var called = call is null ? null : body.SymbolOf(call) as IMethodSymbol;
        var must = (called is null ? null : body.Contracts.MustUseOf(called, isAwaited)) ?? body.Contracts.MustUseOf(body.TypeOf(value));
        if (must is null || (must.ReturnsReceiver && HasOtherName(call!, body)) || (must.Authority == Authority.Catalog && MayWantTheException(value)))
        {
            return;
        }

        body.Report(SharingDescriptors.DroppedResult, value.GetLocation(), SharingMessages.DroppedResult(must));
    }

    /// <summary>The value that <paramref name="node"/> computes and nobody gets; null where there is none.</summary>
    private static ExpressionSyntax? ValueDroppedBy(SyntaxNode node)
    {
        var value = node switch
        {
            ExpressionStatementSyntax statement => statement.Expression,
            ArrowExpressionClauseSyntax arrow => arrow.Expression,
            ExpressionSyntax { Parent: AnonymousFunctionExpressionSyntax function } expression when function.ExpressionBody == expression => expression,
            ExpressionSyntax { Parent: ForStatementSyntax loop } expression when loop.Incrementors.Contains(expression) || loop.Initializers.Contains(expression) => expression,
            _ => null,
        };
        return Inner(value) is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or ConditionalAccessExpressionSyntax ? value : null;
    }

    private static ExpressionSyntax? Inner(ExpressionSyntax? value)
    {
        while (value is ParenthesizedExpressionSyntax or CheckedExpressionSyntax)
        {
            value = value is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : ((CheckedExpressionSyntax)value).Expression;
        }

        return value;
    }

    // The call whose result the value is, through `await`, `?.` and `ConfigureAwait`.
    private static ExpressionSyntax? CallIn(ExpressionSyntax value, out bool isAwaited)
    {
        isAwaited = false;
        var current = value;
        while (true)
        {
            switch (Inner(current))
            {
                case AwaitExpressionSyntax { Expression: var awaited }:
                    isAwaited = true;
                    current = awaited;
                    break;
                case ConditionalAccessExpressionSyntax { WhenNotNull: var access }:
                    current = access;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } when isAwaited:
                    current = task;
                    break;
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax:
                    return Inner(current);
                default:
                    return null;
            }
        }
    }

    private static string? NameOf(ExpressionSyntax call) => call is not InvocationExpressionSyntax { Expression: var called } ? null : called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    // `Action a = () => Save();`, `void F() => Save();` and, as there is nothing to await, `async Task F() => await SaveAsync();`.
    private static bool ReturnsNothing(SyntaxNode function, SharingBody body) => function switch
    {
        ForStatementSyntax => true,
        AnonymousFunctionExpressionSyntax => body.SymbolOf(function) is IMethodSymbol lambda && ReturnsNothing(lambda),
        AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax =>
            body.Model.GetDeclaredSymbol(function, body.Cancellation) is IMethodSymbol method && ReturnsNothing(method),
        _ => false,
    };

    private static bool ReturnsNothing(IMethodSymbol method) =>
        method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 });

    // `builder.With(x);`: the builder is still there under its name.
    private static bool HasOtherName(ExpressionSyntax call, SharingBody body)
    {
        var current = call;
        while (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
        {
            current = receiver;
        }

        return current is ThisExpressionSyntax or BaseExpressionSyntax
            || current is InvocationExpressionSyntax { Expression: IdentifierNameSyntax }
            || body.SymbolOf(current) is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol;
    }

    // A call whose arguments are at fault is made for its exception: in a `try` with a handler, or as all that a lambda does (`Assert.Throws(() => s.Insert(9, ""))`).
    private static bool MayWantTheException(ExpressionSyntax value)
    {
        for (SyntaxNode? node = value; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            switch (node.Parent)
            {
                case AnonymousFunctionExpressionSyntax { ExpressionBody: not null }:
                case AnonymousFunctionExpressionSyntax { Block.Statements.Count: 1 }:
                case TryStatementSyntax { Catches.Count: > 0 } guarded when guarded.Block == node:
                    return true;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
            }
        }

        return false;
    }
}
