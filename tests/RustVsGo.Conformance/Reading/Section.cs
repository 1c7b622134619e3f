using System.Collections.Immutable;

namespace RustVsGo.Conformance.Reading;

/// <summary>The program of a twin in one of its two languages.</summary>
/// <param name="FirstLine">The line of the twin's file at which the program starts.</param>
/// <param name="Text">The program, marks included: they are comments.</param>
/// <param name="Marks">The expected errors, in textual order.</param>
internal sealed record Section(int FirstLine, string Text, ImmutableArray<Mark> Marks)
{
    /// <summary>The program behind <paramref name="head"/>, moved down so that its lines have the numbers that they have in the twin's file.</summary>
    /// <param name="head">What stands before the program; it has fewer lines than the twin's file has above the program.</param>
    public string Below(string head)
    {
        var headLines = head.Count(c => c == '\n') + 1;
        return head + new string('\n', FirstLine - headLines) + Text;
    }
}
