using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Names the owner where a variable that borrows from it is used, and does without the variable: <c>ref var size = ref d.Size; while (size > 0) d.Shrink();</c>
/// becomes <c>while (d.Size > 0) d.Shrink();</c>. Each use borrows for itself then, as Rust's programs do that index again.
/// </summary>
/// <remarks>
/// Only where the place that is borrowed is the same one for each use: nothing on the way to it is assigned meanwhile, or changed by somebody who could
/// assign it.
/// </remarks>
internal sealed class WithoutBorrowFix : OwnershipFix
{
    public WithoutBorrowFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Use owners instead of their borrows";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowingLocal.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, declarator, borrowed)
            || model.GetDeclaredSymbol(declarator, cancellation) is not ILocalSymbol borrower
            || declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { ContainsDirectives: false } statement }
            || statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).Any(IsComment)
            || WholeLines.Of(statement) is not { } lines
            || VariableNames.ScopeOf(declarator) is not { } scope
            || model.GetOperation(borrowed, cancellation) is not { } place)
        {
            return null;
        }

        var last = statement.Span.End;
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        edits.Add(TextEdit.Replace(document.Id, lines, ""));
        var text = borrowed.ToString();
        foreach (var name in VariableNames.In(scope, borrower, model, cancellation))
        {
            if (!MayNamePlace(name, borrower, borrowed, model, cancellation))
            {
                return null;
            }

            // A nested function runs when it is called.
            last = Math.Max(last, name.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax && scope.Span.Contains(node.Span))
                ? scope.Span.End
                : LastUse.EndOf(name, statement));
            edits.Add(TextEdit.Replace(document.Id, name.Span, text));
        }

        return edits.Count == 1 || !BorrowedPath.IsSteady(place, borrower.RefKind != RefKind.None, TextSpan.FromBounds(statement.Span.End, last), cancellation)
            ? null
            : new Proposal($"Use '{MoveSite.Shortened(borrowed)}' instead of '{borrower.Name}', which borrows it", edits.ToImmutable());
    }

    private static bool IsComment(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    // A copy of a borrow is a borrow, a copy of its owner would be a move; nor does the name of the variable mean its owner.
    private static bool MayNamePlace(IdentifierNameSyntax name, ILocalSymbol borrower, ExpressionSyntax borrowed, SemanticModel model, CancellationToken cancellation)
    {
        var root = PlaceRoot.Of(borrowed);
        if (name.Parent is RefExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax } or AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }
            || model.GetOperation(name, cancellation) is not { } use || use.Parent is INameOfOperation
            || (root is IdentifierNameSyntax { Identifier.ValueText: var rootName }
                && model.LookupSymbols(name.SpanStart, name: rootName).All(symbol => !SymbolEqualityComparer.Default.Equals(symbol, model.GetSymbolInfo(root, cancellation).Symbol))))
        {
            return false;
        }

        // What is done through a `ref` is done to the place itself.
        return borrower.RefKind != RefKind.None || BorrowedUses.Of(use, borrower, BorrowedUses.BodyOf(use), cancellation) != BorrowNeed.Ownership;
    }
}
