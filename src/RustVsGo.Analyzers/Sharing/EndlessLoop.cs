using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// A loop that goes on for ever: <c>while (true)</c> that nothing leaves and that does nothing but sleep and poll. One that waits for others (a queue, a
/// channel, a listener) ends when they do, by an exception.
/// </summary>
internal static class EndlessLoop
{
    /// <summary>Such a loop that is a statement of <paramref name="block"/>, in a <c>try</c> or not, or null.</summary>
    public static StatementSyntax? In(BlockSyntax block)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case WhileStatementSyntax { Condition.RawKind: (int)SyntaxKind.TrueLiteralExpression, Statement: var repeated } when NeverLeaves(repeated):
                case ForStatementSyntax { Condition: null, Statement: var body } when NeverLeaves(body):
                    return statement;
                case TryStatementSyntax { Block: var guarded, Catches.Count: 0 } when In(guarded) is { } inner:
                    return inner;
            }
        }

        return null;
    }

    private static bool NeverLeaves(StatementSyntax repeated)
    {
        var sleeps = false;
        foreach (var node in repeated.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            switch (node)
            {
                case ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement }:
                case BreakStatementSyntax when LeavesBy(node, repeated):
                    return false;
                case InvocationExpressionSyntax { Expression: var called }:
                    var name = called is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } ? member : called is IdentifierNameSyntax { Identifier.ValueText: var simple } ? simple : "";
                    if (name is "Exit" or "FailFast")
                    {
                        return false;
                    }

                    sleeps |= called is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "Thread" or "Task" } } && name is "Sleep" or "Delay";
                    break;
            }
        }

        return sleeps;
    }

    // A `break` of the loop itself, and not of a loop or `switch` in it.
    private static bool LeavesBy(SyntaxNode jump, StatementSyntax repeated)
    {
        for (var node = jump.Parent; node is not null && node != repeated.Parent; node = node.Parent)
        {
            if (node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax)
            {
                return false;
            }
        }

        return true;
    }
}
