using System.Text.RegularExpressions;

namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>
/// A family's file written otherwise: what its test does stands in a loop, a lambda, a property and so on, and the whole of it in generic code, in a file of
/// Windows or among directives. What is before and what is after are rewritten alike.
/// </summary>
internal static partial class FamilyPlaces
{
    private const string Head = "using RustVsGo;\n\nnamespace App;\n\npublic static class ";
    private const string Test = "    public static int Test()\n    {\n";

    /// <summary>The places, each with the file before and after, and whether all of its mistakes are mended at once.</summary>
    public static IEnumerable<(string Place, string Before, string After, bool All)> Of(FixFamily family)
    {
        foreach (var (place, rewrite, all) in s_rewritings)
        {
            if (place != family.NotIn && rewrite(family.Before, family) is { } before && rewrite(family.After, family) is { } after && before != after)
                yield return (place, before, after, all);
        }
    }

    /// <summary>The file with the mistake twice in one method; null where it does not stand in statements of a method, or another way comes first there.</summary>
    public static string? Crowded(FixFamily family)
    {
        // What is mended elsewhere is mended once for both.
        if (family.NotIn is not null || InTest(family.Before, _ => "") != InTest(family.After, _ => ""))
            return null;
        var text = InTest(family.Before, body =>
        {
            var part = Deeper(LastReturn().Replace(body, "        total += ${value};\n"), 1);
            return $"        var total = 0;\n        {{\n{part}        }}\n\n        {{\n{part}        }}\n\n        return total;\n";
        });
        return text.Length > 0 ? text : null;
    }

    private static readonly (string Place, Func<string, FixFamily, string?> Rewrite, bool All)[] s_rewritings =
    [
        ("a loop", (text, _) => InTest(text, body => $"        var total = 0;\n        for (var turn = 0; turn < 3; turn++)\n        {{\n{Deeper(LastReturn().Replace(body, "        total += ${value};\n"), 1)}        }}\n\n        return total;\n"), false),
        ("a lambda", (text, _) => InTest(text, body => $"        Func<int> run = () =>\n        {{\n{Deeper(body, 1)}        }};\n        return run();\n"), false),
        ("a lambda with a parameter in a call", (text, _) => InTest(text, body => $"        return Enumerable.Range(0, 2).Sum(turn =>\n        {{\n{Deeper(body, 1)}        }});\n"), false),
        ("a local function", (text, _) => InTest(text, body => $"        return Inner();\n\n        static int Inner()\n        {{\n{Deeper(body, 1)}        }}\n"), false),
        ("an async method", (text, _) => Replaced(text, Test, "    public static async Task<int> Test()\n    {\n        await Task.Yield();\n"), false),
        ("an async lambda", (text, _) => InTest(text, body => $"        Func<Task<int>> run = async () =>\n        {{\n            await Task.Yield();\n{Deeper(body, 1)}        }};\n        return run().Result;\n"), false),
        ("a property", (text, _) => InTest(Replaced(text, Test, "    public static int Test\n    {\n"), "    public static int Test\n    {\n", body => $"        get\n        {{\n{Deeper(body, 1)}        }}\n"), false),
        ("a switch and a try", (text, _) => InTest(text, body => $"        switch (Environment.ExitCode)\n        {{\n            case 0:\n                try\n                {{\n{Deeper(body, 3)}                }}\n                finally\n                {{\n                    Console.Error.Write(' ');\n                }}\n\n            default:\n                return 0;\n        }}\n".Replace("\n\n            default", "\n            default", StringComparison.Ordinal)), false),
        ("an iterator", (text, _) => InTest(Replaced(text, Test, "    public static IEnumerable<int> Test()\n    {\n"), "    public static IEnumerable<int> Test()\n    {\n", body => LastReturn().Replace(body, "        yield return ${value};\n")), false),
        ("top-level statements", TopLevel, false),
        ("a generic class", (text, family) => Replaced(text, $"class {family.Name}\n", $"class {family.Name}<T>\n"), false),
        ("a generic method", (text, _) => InTest(Replaced(text, Test, "    public static int Test<T>(T item)\n    {\n"), "    public static int Test<T>(T item)\n    {\n", body => "        Sink.Kept.Add(item!);\n" + body), false),
        ("a file of Windows", (text, _) => text.Replace("    ", "\t", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), false),
        ("two spaces", (text, _) => text.Replace("    ", "  ", StringComparison.Ordinal), false),
        ("among comments", (text, _) => InTest(text, body => $"        // Why.\n        Console.Error.Write(' '); // so\n\n{body}").Replace("        return ", "        // The end.\n        return ", StringComparison.Ordinal), false),
        ("among directives", (text, _) => "#nullable enable\n#pragma warning disable CS0162\n" + InTest(text, body => $"#region Here\n        Console.Error.Write(' ');\n{body}#endregion\n"), false),
        ("a block of a namespace", (text, family) => text[..Head.IndexOf("namespace", StringComparison.Ordinal)] + "namespace App\n{\n" + Deeper(text[Head.IndexOf("public", StringComparison.Ordinal)..], 1) + "}\n", false),
        ("all of a document", Twice, true),
        ("all of a project", Twice, true),
        ("all of a solution", Twice, true),
    ];

    private static string? TopLevel(string text, FixFamily family)
    {
        var start = text.IndexOf(Test, StringComparison.Ordinal);
        var members = text[(text.IndexOf("{\n", StringComparison.Ordinal) + 2)..^2];
        if (start < 0 || Declared().IsMatch(members))
            return null;
        var (first, end) = (start + Test.Length, text.IndexOf("\n    }\n", start, StringComparison.Ordinal) + 1);
        var others = members.Replace(text[start..(end + "    }\n".Length)], "", StringComparison.Ordinal);
        return "using RustVsGo;\nusing App;\n\n" + Shallower(text[first..end], 2) + "\n" + Shallower(others, 1).Replace("public static ", "static ", StringComparison.Ordinal);
    }

    private static string? Twice(string text, FixFamily family)
    {
        var start = text.IndexOf(Test, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = text.IndexOf("\n    }\n", start, StringComparison.Ordinal) + "\n    }\n".Length;
        return text.Insert(end, "\n" + text[start..end].Replace("Test()", "Again()", StringComparison.Ordinal));
    }

    private static string InTest(string text, Func<string, string> rewrite) => InTest(text, Test, rewrite) ?? "";

    private static string? InTest(string? text, string head, Func<string, string> rewrite)
    {
        if (text is null || text.IndexOf(head, StringComparison.Ordinal) is not (>= 0 and var start))
            return null;
        var (first, end) = (start + head.Length, text.IndexOf("\n    }\n", start, StringComparison.Ordinal) + 1);
        return text[..first] + rewrite(text[first..end]) + text[end..];
    }

    private static string? Replaced(string text, string before, string after) =>
        text.Contains(before, StringComparison.Ordinal) ? text.Replace(before, after, StringComparison.Ordinal) : null;

    private static string Deeper(string lines, int levels) => FirstOfLine().Replace(lines, new string(' ', 4 * levels));

    private static string Shallower(string lines, int levels) => lines.Replace("\n" + new string(' ', 4 * levels), "\n", StringComparison.Ordinal)[(lines.StartsWith(' ') ? 4 * levels : 0)..];

    [GeneratedRegex("^(?=.)", RegexOptions.Multiline)]
    private static partial Regex FirstOfLine();

    [GeneratedRegex("(?<=^|\n)        return (?<value>[^\n]*);\n$")]
    private static partial Regex LastReturn();

    [GeneratedRegex("(class|interface|private static) ")]
    private static partial Regex Declared();
}
