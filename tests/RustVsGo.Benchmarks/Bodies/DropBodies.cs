namespace RustVsGo.Benchmarks.Bodies;

/// <summary>Bodies whose owners have to be dropped on every way out, exceptions included; the number is that of their statements.</summary>
internal static class DropBodies
{
    public static IReadOnlyList<(string Name, Func<int, string> Text)> All { get; } =
    [
        ("DropsInFinally", static count => Owners(8) + "try {\n" + BodyText.Repeat(count / 2, static i => $"c{i % 8}.Send({i}); if (flag) Risky();\n") + "} catch (InvalidOperationException) { Risky(); } finally { " + Dropped(8) + "}"),
        ("DropsInManyTries", static count => BodyText.Repeat(count / 6, static _ => "{ var c = Open(); try { c.Send(count); Risky(); } catch (InvalidOperationException) { c.Send(1); } finally { c.Dispose(); } }\n")),
        ("DropsOfManyOwners", static count => BodyText.Repeat(count / 4, static i => $"var c{i} = Open();\n") + BodyText.Repeat(count / 2, i => $"Risky();\n") + Dropped(count / 4)),
        ("DropsOfFewOwners", static count => Owners(8) + BodyText.Repeat(count - 16, static i => i % 3 == 0 ? "if (flag) Risky();\n" : "Risky();\n") + Dropped(8)),
        ("DropsNobodyOwes", static count => BodyText.Repeat(count / 3, static i => $"{{ using var c{i} = Open(); c{i}.Send(1); }} Risky();\n")),
        ("DropsOfUsings", static count => BodyText.Repeat(count / 3, static i => i % 100 == 0 ? $"using var c{i} = Open();\n" : "Risky(); if (flag) Risky();\n")),
    ];

    private static string Owners(int count) => BodyText.Repeat(count, static i => $"var c{i} = Open();\n");

    private static string Dropped(int count) => BodyText.Repeat(count, static i => $"c{i}.Dispose(); ");
}
