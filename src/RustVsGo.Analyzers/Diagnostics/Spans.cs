using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>What to underline for a piece of syntax.</summary>
internal static class Spans
{
    /// <summary>The name of a declared variable (the end of a <c>using</c> has no other place), else the whole of <paramref name="syntax"/>.</summary>
    public static Location Of(SyntaxNode syntax) => syntax switch
    {
        VariableDeclaratorSyntax declarator => declarator.Identifier.GetLocation(),
        SingleVariableDesignationSyntax designation => designation.Identifier.GetLocation(),
        ArgumentSyntax argument => argument.Expression.GetLocation(),
        _ => syntax.GetLocation(),
    };

    /// <summary>The line of <paramref name="location"/> as an editor counts it.</summary>
    public static int Line(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
