using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>One change to the text of one document, with what is needed to put it beside the changes of other fixes.</summary>
/// <remarks>
/// Fixes change text and not trees: whatever they do not name, from comments to line endings, stays as it was to the byte.
/// </remarks>
/// <param name="Document">Which document.</param>
/// <param name="Span">What is replaced; empty for an insertion.</param>
/// <param name="NewText">What stands there afterwards.</param>
/// <param name="Side">On which side of its anchor an insertion belongs.</param>
/// <param name="Anchor">What the edit wraps: of two insertions at one position it decides which one is the outer.</param>
internal sealed record TextEdit(DocumentId Document, TextSpan Span, string NewText, EditSide Side, TextSpan Anchor)
{
    public static TextEdit Replace(DocumentId document, TextSpan span, string newText) => new(document, span, newText, EditSide.Whole, span);

    public static TextEdit Before(DocumentId document, TextSpan anchor, string newText) => new(document, new TextSpan(anchor.Start, 0), newText, EditSide.Before, anchor);

    public static TextEdit After(DocumentId document, TextSpan anchor, string newText) => new(document, new TextSpan(anchor.End, 0), newText, EditSide.After, anchor);

    public static TextEdit Line(DocumentId document, int position, string newText) => new(document, new TextSpan(position, 0), newText, EditSide.Line, new TextSpan(position, 0));

    /// <summary>Whether this and <paramref name="other"/> cannot both be made.</summary>
    public bool ConflictsWith(TextEdit other)
    {
        if (Document != other.Document || Equals(other))
        {
            return false;
        }

        if (Side == EditSide.Whole && other.Side == EditSide.Whole)
        {
            return Span.OverlapsWith(other.Span) || Span == other.Span;
        }

        if (Side == EditSide.Whole || other.Side == EditSide.Whole)
        {
            var (replaced, position) = Side == EditSide.Whole ? (Span, other.Span.Start) : (other.Span, Span.Start);
            return replaced.Start < position && position < replaced.End;
        }

        return Side == other.Side && Anchor == other.Anchor && Side != EditSide.Line;
    }

    /// <summary>Whether this stands before <paramref name="other"/> in the text that results.</summary>
    /// <remarks>
    /// At one position what closes comes first, the inner before the outer; then lines of their own, then what opens, the outer before the inner; then what is replaced.
    /// With <c>b</c> and <c>a ?? b</c> both wrapped: <c>(a ?? b.Clone()).Clone()</c>.
    /// </remarks>
    public int CompareTo(TextEdit other)
    {
        if (Span.Start != other.Span.Start)
        {
            return Span.Start.CompareTo(other.Span.Start);
        }

        if (Side != other.Side)
        {
            return Side.CompareTo(other.Side);
        }

        return Side == EditSide.After ? Anchor.Length.CompareTo(other.Anchor.Length) : other.Anchor.Length.CompareTo(Anchor.Length);
    }
}
