using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>How long a variable is in use.</summary>
internal static class LastUse
{
    /// <summary>Where the one use ends: in a loop that does not declare the variable anew it counts until the loop ends.</summary>
    /// <param name="use">The use.</param>
    /// <param name="declaration">The declaration of the variable.</param>
    public static int EndOf(SyntaxNode use, SyntaxNode declaration) =>
        use.Ancestors()
            .Where(ancestor => IsLoop(ancestor) && !ancestor.Span.Contains(declaration.Span))
            .Select(static loop => loop.Span.End)
            .Append(use.Span.End)
            .Max();

    private static bool IsLoop(SyntaxNode node) => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
}
