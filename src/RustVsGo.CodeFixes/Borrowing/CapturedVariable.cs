using System.Collections.Generic;
using System.Collections.Immutable;
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

    /// <summary>The only variable that <paramref name="lambda"/> takes along and that <paramref name="diagnostic"/> is reported on, by its name or in another lambda; or null.</summary>
    public static ISymbol? UsedAgain(AnonymousFunctionExpressionSyntax lambda, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation)
    {
        var used = lambda.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var reported = Captured(used, lambda, model, cancellation).ToImmutableHashSet(SymbolEqualityComparer.Default);
        return Captured(lambda, lambda, model, cancellation)
            .Where(symbol => reported.Contains(symbol) && symbol is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None })
            .Distinct<ISymbol>(SymbolEqualityComparer.Default)
            .Take(2)
            .ToImmutableArray() is [var only] ? only : null;
    }

    private static IEnumerable<ISymbol> Captured(SyntaxNode node, AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, cancellation).Symbol)
            .OfType<ISymbol>()
            .Where(symbol => symbol is ILocalSymbol or IParameterSymbol
                && symbol.DeclaringSyntaxReferences is [var declared] && !lambda.Span.Contains(declared.Span));
}
