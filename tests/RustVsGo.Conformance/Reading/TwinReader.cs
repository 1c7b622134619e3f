using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace RustVsGo.Conformance.Reading;

/// <summary>Reads the text of a .twin file; whatever is not as README.md says is an error at its line.</summary>
internal sealed partial class TwinReader
{
    private const string RustHeading = "--- rust";
    private const string CSharpHeading = "--- csharp";

    private readonly string _name;
    private readonly string[] _lines;
    private readonly ImmutableArray<string>.Builder _covers = ImmutableArray.CreateBuilder<string>();
    private string? _model;
    private bool _isPolonius;

    private TwinReader(string name, string text)
    {
        _name = name;
        _lines = text.Replace("\r\n", "\n").TrimEnd('\n').Split('\n');
    }

    public static Twin Read(string name, string text) => new TwinReader(name, text).Read();

    private Twin Read()
    {
        if (!TwinName().IsMatch(_name))
            throw Error(1, "a twin is named <code, Accepted or Polonius>/<kebab-case-name>");

        var rust = Heading(RustHeading);
        var csharp = Heading(CSharpHeading);
        if (csharp < rust)
            throw Error(csharp + 1, $"'{CSharpHeading}' comes after '{RustHeading}'");

        ReadHead(rust);
        var twin = new Twin(
            _name,
            _covers.ToImmutable(),
            _model,
            _isPolonius,
            ReadSection(rust + 1, csharp, RustMarks()),
            ReadSection(csharp + 1, _lines.Length, CSharpMarks()));
        CheckVerdicts(twin);
        return twin;
    }

    private int Heading(string heading)
    {
        var first = Array.IndexOf(_lines, heading);
        if (first < 0)
            throw Error(_lines.Length, $"no line '{heading}'");
        var second = Array.IndexOf(_lines, heading, first + 1);
        return second < 0 ? first : throw Error(second + 1, $"a second '{heading}'");
    }

    private void ReadHead(int end)
    {
        if (!_lines[0].StartsWith("# ", StringComparison.Ordinal))
            throw Error(1, "the first line is '# ' and what the twin shows");

        for (var i = 1; i < end; i++)
        {
            var match = HeadLine().Match(_lines[i]);
            if (!match.Success)
                throw Error(i + 1, "expected 'covers: …', 'model: …' or 'polonius: accepted'");
            ReadHeadLine(i + 1, match.Groups[1].Value, match.Groups[2].Value);
        }
    }

    private void ReadHeadLine(int line, string key, string value)
    {
        switch (key)
        {
            case "covers" when !Scenario().IsMatch(value):
                throw Error(line, "'covers:' names a scenario: a code, and a path below tests/ui/ or 'own snippet::…'");
            case "covers" when _covers.Contains(value):
                throw Error(line, "covered twice");
            case "covers":
                _covers.Add(value);
                break;
            case "model" when _model is not null:
                throw Error(line, "a second 'model:'");
            case "model":
                _model = value;
                break;
            case "polonius" when value != "accepted":
                throw Error(line, "'polonius:' can only be 'accepted'");
            default:
                _isPolonius = true;
                break;
        }
    }

    private Section ReadSection(int start, int end, Regex marks)
    {
        var read = ImmutableArray.CreateBuilder<Mark>();
        for (var i = start; i < end; i++)
        {
            var at = _lines[i].IndexOf("//~", StringComparison.Ordinal);
            if (at < 0)
                continue;
            var match = marks.Match(_lines[i], at);
            if (!match.Success)
                throw Error(i + 1, "a mark is '//~' and codes of the section's language, at the end of the line");
            foreach (Capture code in match.Groups[1].Captures)
                read.Add(new Mark(i + 1, code.Value));
        }

        var text = string.Join('\n', _lines[start..end]) + '\n';
        return string.IsNullOrWhiteSpace(text) ? throw Error(start, "the section is empty") : new Section(start + 1, text, read.ToImmutable());
    }

    private void CheckVerdicts(Twin twin)
    {
        if (twin.IsPolonius && (twin.Rust.Marks.IsEmpty || !twin.CSharp.Marks.IsEmpty))
            throw Error(1, "with 'polonius: accepted' the Rust section is marked and the C# section is not");
        if (twin.Folder == Twin.PoloniusFolder && !twin.IsPolonius)
            throw Error(1, "a twin in Polonius says 'polonius: accepted'");
        if (twin.Folder == Twin.AcceptedFolder && !twin.CSharp.Marks.IsEmpty)
            throw Error(twin.CSharp.Marks[0].Line, "what is in Accepted is accepted");
        if (twin.Folder == Twin.AcceptedFolder && !twin.MayDiffer && !twin.Rust.Marks.IsEmpty)
            throw Error(twin.Rust.Marks[0].Line, "what rustc rejects needs 'model:' or 'polonius:' to be accepted");
        if (twin.Folder is not (Twin.AcceptedFolder or Twin.PoloniusFolder) && twin.Rust.Marks.IsEmpty && twin.CSharp.Marks.IsEmpty)
            throw Error(1, "a twin in the folder of a code shows a mistake");
    }

    private TwinException Error(int line, string message) => new(_name, line, message);

    [GeneratedRegex(@"^(E\d{4}|Accepted|Polonius)/[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex TwinName();

    [GeneratedRegex(@"^(covers|model|polonius): (\S.*)$")]
    private static partial Regex HeadLine();

    /// <summary>A scenario as 'covers:' and the lists of left-out ones name it.</summary>
    [GeneratedRegex(@"^(E\d{4}|[A-Z]+) (tests/ui/[\w./-]+|own snippet::\w+)$")]
    public static partial Regex Scenario();

    [GeneratedRegex(@"\G//~(?: (E\d{4}))+$")]
    private static partial Regex RustMarks();

    [GeneratedRegex(@"\G//~(?: (RVG\d{4}))+$")]
    private static partial Regex CSharpMarks();
}
