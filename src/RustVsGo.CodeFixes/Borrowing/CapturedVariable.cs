using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The variable of a lambda's surroundings that a report on the lambda is about.</summary>
internal static class CapturedVariable
{
    /// <summary>
    /// The local or parameter that is named in <paramref name="lambda"/> where <paramref name="diagnostic"/> says that it is used there, or that it calls the
    /// cause; null where it says so nowhere, or something else stands there.
    /// </summary>
    public static ISymbol? Of(AnonymousFunctionExpressionSyntax lambda, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var location in diagnostic.AdditionalLocations)
        {
            if (location.SourceTree == lambda.SyntaxTree && lambda.Span.Contains(location.SourceSpan) && location.SourceSpan != lambda.Span)
            {
                var used = lambda.FindNode(location.SourceSpan, getInnermostNodeForTie: true);
                return Captured(used, lambda, model, cancellation).FirstOrDefault();
            }
        }

        return DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is { } cause
            ? Captured(lambda, lambda, model, cancellation).FirstOrDefault(symbol => symbol.Locations.Contains(cause))
            : null;
    }

    private static IEnumerable<ISymbol> Captured(SyntaxNode node, AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, cancellation).Symbol)
            .OfType<ISymbol>()
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol
                && symbol.DeclaringSyntaxReferences is [var declared] && !lambda.Span.Contains(declared.Span));
}
