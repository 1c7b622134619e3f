using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Where a variable can be seen and where it is named.</summary>
internal static class VariableNames
{
    /// <summary>What the local that is declared here can be seen in, or null outside of statements.</summary>
    public static SyntaxNode? ScopeOf(SyntaxNode declaration) =>
        declaration.FirstAncestorOrSelf<StatementSyntax>()?.Parent is { } parent ? parent is GlobalStatementSyntax ? parent.Parent : parent : null;

    /// <summary>Each name in <paramref name="node"/> that means <paramref name="variable"/>, in the order of the text.</summary>
    public static IEnumerable<IdentifierNameSyntax> In(SyntaxNode node, ISymbol variable, SemanticModel model, CancellationToken cancellation) =>
        node.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, variable));
}
