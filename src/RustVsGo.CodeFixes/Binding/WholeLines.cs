using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Takes statements from where they stand to where they are wanted, line by line: with the comments on them, without the blank lines above.</summary>
internal static class WholeLines
{
    /// <summary>
    /// Gets the lines of <paramref name="statement"/> and of the comments on it, or null where it shares its last line with other code, or a directive stands
    /// above it, which is about the place and not about the statement.
    /// </summary>
    public static TextSpan? Of(StatementSyntax statement)
    {
        if (!statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            return null;
        }

        // Of a top-level statement the trivia is the member's, which begins where the statement does.
        var start = statement.FullSpan.Start;
        var isBlank = true;
        foreach (var trivia in statement.GetLeadingTrivia())
        {
            if (trivia.IsDirective)
            {
                return null;
            }

            isBlank &= trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);
            if (isBlank && trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                start = trivia.FullSpan.End;
            }
        }

        return TextSpan.FromBounds(start, statement.FullSpan.End);
    }

    /// <summary>Gets the edits that put <paramref name="statement"/> in front of <paramref name="first"/>, or null where the one or the other has no lines of its own.</summary>
    public static ImmutableArray<TextEdit>? MoveBefore(DocumentId document, SourceText text, StatementSyntax statement, StatementSyntax first) =>
        Of(first) is { } target ? Move(document, text, statement, target.Start) : null;

    /// <summary>As <see cref="MoveBefore"/>, behind <paramref name="last"/>.</summary>
    public static ImmutableArray<TextEdit>? MoveBehind(DocumentId document, SourceText text, StatementSyntax statement, StatementSyntax last) =>
        last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? Move(document, text, statement, last.FullSpan.End) : null;

    private static ImmutableArray<TextEdit>? Move(DocumentId document, SourceText text, StatementSyntax statement, int place) =>
        Of(statement) is { } lines
            ? ImmutableArray.Create(
                TextEdit.Replace(document, lines, ""),
                TextEdit.Before(document, new TextSpan(place, 0), text.ToString(lines)))
            : null;
}
