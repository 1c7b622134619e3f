using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the span inside a nested function says, where the nested function as a whole is what is reported or labelled.</summary>
internal static class ClosureMessages
{
    public static string Use(SyntaxNode use, string name) => Function(use) + " uses '" + name + "' here";

    public static string Move(SyntaxNode use, string name) => Function(use) + " moves '" + name + "' here";

    /// <summary>Of a delegate that can be called once: the move for which it can.</summary>
    public static string OnceBecause(string name) => "'" + name + "' is moved here, so that the delegate can be called once";

    private static string Function(SyntaxNode use)
    {
        for (var node = use; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax:
                    return "Closure";
                case LocalFunctionStatementSyntax local:
                    return "Local function '" + local.Identifier.ValueText + "'";
            }
        }

        return "Closure";
    }
}
