using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Reaches the value through its exclusive borrow instead of its owner: <c>var r = Own.BorrowMut(w); r.Resize(w.Width);</c> becomes
/// <c>r.Resize(r.Width);</c>. Both name one object, so that nothing but the way to it changes.
/// </summary>
internal sealed class ThroughBorrowFix : OwnershipFix
{
    public ThroughBorrowFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Use borrows instead of their owners";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, conflict)
            || DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is not { } cause || cause.SourceTree != conflict.SyntaxTree
            || await ExpressionSite.FindAsync(solution, cause, cancellation).ConfigureAwait(false) is not { Expression: var borrowed }
            || Borrower(borrowed, model, cancellation) is not { } declarator
            || model.GetDeclaredSymbol(declarator, cancellation) is not ILocalSymbol borrower
            || VariableNames.ScopeOf(declarator) is not { } scope
            || !scope.Span.Contains(conflict.Span) || conflict.SpanStart < declarator.Span.End
            || IsAssigned(borrower, scope, model, cancellation)
            || !model.LookupSymbols(conflict.SpanStart, name: borrower.Name).Contains(borrower, SymbolEqualityComparer.Default))
        {
            return null;
        }

        var edit = EditOf(document, conflict, borrowed, declarator.Identifier.Text, model, cancellation);
        return edit is null ? null : new Proposal($"Use '{borrower.Name}', which borrows '{MoveSite.Shortened(borrowed)}'", ImmutableArray.Create(edit));
    }

    /// <summary>The local that is nothing but the exclusive borrow: <c>var r = Own.BorrowMut(w);</c> or <c>ref var r = ref w;</c>.</summary>
    private static VariableDeclaratorSyntax? Borrower(ExpressionSyntax borrowed, SemanticModel model, CancellationToken cancellation) =>
        borrowed.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { } declarator
        && BorrowingLocal.BorrowedBy(declarator, model, cancellation) == borrowed
        && (borrowed.Parent is RefExpressionSyntax
            ? model.GetDeclaredSymbol(declarator, cancellation) is ILocalSymbol { RefKind: RefKind.Ref }
            : model.GetSymbolInfo(declarator.Initializer!.Value, cancellation).Symbol is { Name: "BorrowMut" })
            ? declarator
            : null;

    // A borrow that is pointed elsewhere may name something else by now.
    private static bool IsAssigned(ILocalSymbol borrower, SyntaxNode scope, SemanticModel model, CancellationToken cancellation) =>
        VariableNames.In(scope, borrower, model, cancellation).Any(name =>
            (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name && (borrower.RefKind == RefKind.None || assignment.Right is RefExpressionSyntax))
            || (name.Parent is ArgumentSyntax { RefOrOutKeyword.RawKind: not (int)SyntaxKind.None } && borrower.RefKind == RefKind.None)
            || (name.FirstAncestorOrSelf<TupleExpressionSyntax>() is { Parent: AssignmentExpressionSyntax target } tuple && target.Left == tuple));

    /// <summary>The edit that names <paramref name="borrower"/> where <paramref name="conflict"/> names <paramref name="borrowed"/>, or null where it does not.</summary>
    private static TextEdit? EditOf(
        Document document, ExpressionSyntax conflict, ExpressionSyntax borrowed, string borrower, SemanticModel model, CancellationToken cancellation)
    {
        if (borrowed is ThisExpressionSyntax && conflict is IdentifierNameSyntax
            && model.GetSymbolInfo(conflict, cancellation).Symbol is { IsStatic: false, Kind: SymbolKind.Field or SymbolKind.Property or SymbolKind.Method })
        {
            return TextEdit.Before(document.Id, conflict.Span, borrower + ".");
        }

        for (var place = conflict; place is not null;)
        {
            if (SyntaxFactory.AreEquivalent(place, borrowed)
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(place, cancellation).Symbol, model.GetSymbolInfo(borrowed, cancellation).Symbol))
            {
                return TextEdit.Replace(document.Id, place.Span, borrower);
            }

            place = place switch
            {
                MemberAccessExpressionSyntax access => access.Expression,
                ElementAccessExpressionSyntax element => element.Expression,
                InvocationExpressionSyntax call => call.Expression,
                AssignmentExpressionSyntax assignment => assignment.Left,
                PostfixUnaryExpressionSyntax change => change.Operand,
                PrefixUnaryExpressionSyntax change => change.Operand,
                _ => null,
            };
        }

        return null;
    }
}
