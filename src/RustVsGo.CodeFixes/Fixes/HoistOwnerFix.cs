using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets an owner live as long as what borrows from it: a <c>using</c> statement becomes a <c>using</c> declaration in front of its block, a declaration
/// in a plain block moves in front of the block, the first of a <c>using</c> statement in front of that.
/// </summary>
/// <remarks>Not out of a branch or a loop, where it would be made when it was not, or once instead of each time.</remarks>
internal sealed class HoistOwnerFix : OwnershipFix
{
    public HoistOwnerFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Let owners live longer";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || Root(borrowed, model, cancellation) is not { DeclaringSyntaxReferences: [var reference] } owner
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: { } declared } }
            || declared.SyntaxTree != borrowed.SyntaxTree || declared.ContainsDirectives)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var edits = declared switch
        {
            UsingStatementSyntax { Statement: BlockSyntax } statement => OutOfUsing(document.Id, statement, text),
            LocalDeclarationStatementSyntax { Parent: BlockSyntax { Parent: BlockSyntax or GlobalStatementSyntax or LockStatementSyntax or CheckedStatementSyntax } block } statement
                => OutOfBlock(document.Id, statement, block.Parent is LockStatementSyntax or CheckedStatementSyntax ? (StatementSyntax)block.Parent : block, text),
            LocalDeclarationStatementSyntax { Parent: BlockSyntax { Parent: UsingStatementSyntax outer } block } statement when block.Statements[0] == statement
                => OutOfBlock(document.Id, statement, outer, text),
            _ => ImmutableArray<TextEdit>.Empty,
        };
        return edits.IsEmpty ? null : new Proposal($"Let '{owner.Name}' live as long as its borrow", edits);
    }

    private static ILocalSymbol? Root(ExpressionSyntax borrowed, SemanticModel model, CancellationToken cancellation)
    {
        if (borrowed is AnonymousFunctionExpressionSyntax lambda)
        {
            return Captured(lambda, model, cancellation);
        }

        return model.GetSymbolInfo(PlaceRoot.Of(borrowed), cancellation).Symbol as ILocalSymbol;
    }

    /// <summary>The one variable of the block around a lambda that the lambda captures, or null.</summary>
    private static ILocalSymbol? Captured(AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellation)
    {
        var block = lambda.FirstAncestorOrSelf<BlockSyntax>(node => !lambda.Span.Contains(node.Span));
        var captured = lambda.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, cancellation).Symbol)
            .OfType<ILocalSymbol>()
            .Where(local => local.DeclaringSyntaxReferences is [var reference] && block?.Span.Contains(reference.Span) == true && !lambda.Span.Contains(reference.Span))
            .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default)
            .ToList();
        return captured is [var only] ? only : null;
    }

    // using (var d = Make()) { … } becomes using var d = Make(); { … }
    private static ImmutableArray<TextEdit> OutOfUsing(DocumentId document, UsingStatementSyntax statement, SourceText text)
    {
        if (StatementList.Of(statement) is null
            || ((CSharpParseOptions)statement.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp8)
        {
            return ImmutableArray<TextEdit>.Empty;
        }

        var gap = TextSpan.FromBounds(statement.UsingKeyword.Span.End, statement.Declaration!.SpanStart);
        var close = TextSpan.FromBounds(statement.Declaration.Span.End, statement.CloseParenToken.Span.End);
        return IsBlank(text, gap, "(") && IsBlank(text, close, ")")
            ? ImmutableArray.Create(TextEdit.Replace(document, gap, " "), TextEdit.Replace(document, close, ";"))
            : ImmutableArray<TextEdit>.Empty;
    }

    private static ImmutableArray<TextEdit> OutOfBlock(DocumentId document, LocalDeclarationStatementSyntax statement, StatementSyntax outer, SourceText text)
    {
        if (!statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) || StatementPlace.InFrontOf(outer, text) is not { } place)
        {
            return ImmutableArray<TextEdit>.Empty;
        }

        // What is said above the declaration stays where it is.
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        return text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart)).Trim().Length > 0
            ? ImmutableArray<TextEdit>.Empty
            : place.Insert(document, statement.ToString() + Comment(statement)).Add(TextEdit.Replace(document, TextSpan.FromBounds(line.Start, statement.FullSpan.End), ""));
    }

    private static string Comment(StatementSyntax statement) => statement.GetTrailingTrivia().ToString().TrimEnd();

    private static bool IsBlank(SourceText text, TextSpan span, string token) => text.ToString(span).Trim() == token;
}
