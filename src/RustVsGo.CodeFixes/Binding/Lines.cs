using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>How lines begin and end in a text.</summary>
internal static class Lines
{
    /// <summary>How lines end in <paramref name="text"/>: as the first one does that ends.</summary>
    public static string BreakOf(SourceText text)
    {
        foreach (var line in text.Lines)
        {
            if (line.EndIncludingLineBreak > line.End)
            {
                return text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
            }
        }

        return "\n";
    }

    /// <summary>What stands in front of <paramref name="position"/> on its line, or null where that is more than white space.</summary>
    public static string? IndentationAt(SourceText text, int position)
    {
        var before = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(position).Start, position));
        return before.All(char.IsWhiteSpace) ? before : null;
    }
}
