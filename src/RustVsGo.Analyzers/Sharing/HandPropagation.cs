using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// RVG1006: an error is tested and returned by hand, <c>if (!r.TryGet(out var v, out var e)) return Result.Err(e);</c> or
/// <c>if (r.IsErr) return Result.Err(r.UnwrapErr());</c>, where <c>TryPropagate</c> says it. As Clippy's <c>question_mark</c>.
/// </summary>
internal static class HandPropagation
{
    public static void Check(SyntaxNode node, SharingBody body)
    {
        if (node is not IfStatementSyntax { Else: null } test || ReturnedBy(test.Statement) is not { } returned || !body.IsDeclared)
        {
            return;
        }

        if (TestOf(test.Condition) is var (result, error) && LibraryTypes.IsResult(body.TypeOf(result)) && IsErrorOf(result, error, returned, body))
        {
            body.Report(
                SharingDescriptors.HandPropagation,
                test.Condition.GetLocation(),
                SharingMessages.HandPropagation(result.ToString()),
                ImmutableArray.Create(returned.GetLocation()),
                ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.Label + "0", SharingMessages.PropagatedLabel()));
        }
    }

    /// <summary>Whether a statement in front of <paramref name="node"/>, in a list around it, returns the error of the variable <paramref name="name"/> by hand.</summary>
    public static bool IsReturnedBefore(SyntaxNode node, string name)
    {
        for (var statement = node.FirstAncestorOrSelf<StatementSyntax>(); statement is not null; statement = statement.Parent?.FirstAncestorOrSelf<StatementSyntax>())
        {
            var siblings = statement.Parent switch
            {
                BlockSyntax block => block.Statements,
                SwitchSectionSyntax section => section.Statements,
                _ => default,
            };
            foreach (var sibling in siblings)
            {
                if (sibling == statement)
                {
                    break;
                }

                if (sibling is IfStatementSyntax { Else: null } test && ReturnedBy(test.Statement) is not null
                    && TestOf(test.Condition) is ({ } result, _) && result is IdentifierNameSyntax { Identifier.ValueText: var tested } && tested == name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What a statement that does nothing else returns.</summary>
    private static ExpressionSyntax? ReturnedBy(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax { Expression: { } returned } => returned,
        BlockSyntax { Statements: [ReturnStatementSyntax { Expression: { } returned }] } => returned,
        _ => null,
    };

    /// <summary>The result that a condition finds to be an error, and the variable that has the error then; null where it is another condition.</summary>
    private static (ExpressionSyntax Result, SyntaxToken? Error)? TestOf(ExpressionSyntax condition) => condition switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsErr", Expression: var result } => (result, null),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsOk", Expression: var result } } => (result, null),
        PrefixUnaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.LogicalNotExpression,
            Operand: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGet", Expression: var result },
                ArgumentList.Arguments: [_, { Expression: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax { Identifier: var error } } }],
            },
        } => (result, error),
        _ => null,
    };

    // `Result.Err(e)` of the variable, `Result.Err(r.UnwrapErr())`, and `r` itself.
    private static bool IsErrorOf(ExpressionSyntax result, SyntaxToken? error, ExpressionSyntax returned, SharingBody body)
    {
        if (error is null && SyntaxFactory.AreEquivalent(returned, result))
        {
            return result is IdentifierNameSyntax;
        }

        if (returned is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var content }] } made
            || body.SymbolOf(made) is not IMethodSymbol { Name: "Err", ContainingType: { } factory } || !LibraryTypes.IsResultFactory(factory))
        {
            return false;
        }

        return error is { } variable
            ? content is IdentifierNameSyntax { Identifier.ValueText: var name } && name == variable.ValueText
            : result is IdentifierNameSyntax
                && content is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "UnwrapErr", Expression: var unwrapped } }
                && SyntaxFactory.AreEquivalent(unwrapped, result);
    }
}
