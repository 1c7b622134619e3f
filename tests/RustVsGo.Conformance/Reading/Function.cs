using System.Collections.Immutable;

namespace RustVsGo.Conformance.Reading;

/// <summary>A function of a section, with the lines of the twin's file that it covers.</summary>
internal sealed record Function(string Name, int FirstLine, int LastLine)
{
    /// <summary>The name as both languages would write it: <c>good_twice</c> and <c>GoodTwice</c> are the same.</summary>
    public string Key => Name.Replace("_", "").ToLowerInvariant();

    /// <summary>The errors of each function, by the innermost function around them; the last entry, without a function, has those outside of all.</summary>
    public static ImmutableArray<(Function? Function, ImmutableArray<Mark> Marks)> Distribute(ImmutableArray<Function> functions, IEnumerable<Mark> marks)
    {
        var of = marks.ToLookup(mark => functions.Where(function => function.Covers(mark.Line)).MaxBy(function => function.FirstLine));
        return [.. functions.Append(null).Select(function => (function, of[function].ToImmutableArray()))];
    }

    private bool Covers(int line) => FirstLine <= line && line <= LastLine;
}
