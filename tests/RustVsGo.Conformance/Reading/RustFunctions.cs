using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RustVsGo.Conformance.Reading;

/// <summary>Finds the functions of a Rust section by their braces; comments, strings and characters are blanked before.</summary>
internal static partial class RustFunctions
{
    public static ImmutableArray<Function> Of(Section section)
    {
        var code = Blank(section.Text);
        var functions = ImmutableArray.CreateBuilder<Function>();
        foreach (Match match in Heading().Matches(code))
        {
            if (BodyOf(code, match.Index) is { } end)
                functions.Add(new Function(match.Groups[1].Value, LineOf(match.Index), LineOf(end)));
        }

        return functions.ToImmutable();

        int LineOf(int position) => section.FirstLine + code.AsSpan(0, position).Count('\n');
    }

    /// <summary>The text without comments, strings and characters; positions stay what they were.</summary>
    public static string Blank(string text) => Uncoded().Replace(text, match => match.Value[0] == '\'' && match.Value[^1] != '\''
        ? match.Value
        : NotNewLine().Replace(match.Value, " "));

    // The end of the function's body, or null where it has none.
    private static int? BodyOf(string code, int start)
    {
        var depth = 0;
        for (var i = start; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '{' or '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth--;
                    break;
                case '}' when --depth == 0:
                    return i;
                case ';' when depth == 0:
                    return null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\bfn\s+(\w+)")]
    private static partial Regex Heading();

    // A lifetime ('a) also starts with an apostrophe; it ends without one and is kept.
    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\[^\n])'|'\w+""", RegexOptions.Singleline)]
    private static partial Regex Uncoded();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NotNewLine();
}
