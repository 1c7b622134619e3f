namespace RustVsGo.Benchmarks.Bodies;

/// <summary>Bodies that nest deep, branch wide, or hold much at once; the number says how deep, wide or much.</summary>
internal static class ExtremeBodies
{
    public static IReadOnlyList<(string Name, Func<int, string> Text)> All { get; } =
    [
        ("IfsInIfs", static depth => $"var x = Make(); {Repeat(depth, "if (flag) { Look(x); ")}Take(x); {Repeat(depth, "} else { Look(x); } ")}"),
        ("LoopsInLoops", static depth => $"var x = Make(); {Repeat(depth, "while (flag) { Look(x); ")}x.Change(); {Repeat(depth, "}")} Take(x);"),
        ("TriesInTries", static depth => $"var x = Make(); {Repeat(depth, "try { Look(x); ")}x.Change(); {Repeat(depth, "} catch (InvalidOperationException) { Look(x); } finally { Risky(); } ")} Take(x);"),
        ("UsingsInOneScope", static count => BodyText.Repeat(count, static i => $"using var c{i} = Open(); c{i}.Send(1); if (flag) return;\n")),
        ("ClosuresInClosures", static depth => $"var x = Make(); {BodyText.Repeat(depth / 2, static i => $"Action f{i} = () => {{ ")}Look(x); {Repeat(depth / 2, "};")}"),
        ("SwitchOfCases", static count => $"var x = Make(); switch (count) {{ {BodyText.Repeat(count * 10, static i => $"case {i}: Look(x); x.Change(); break;\n")} }} Take(x);"),
        ("LocalsAllBorrowed", static count => BodyText.Repeat(count * 10, static i => $"var a{i} = Make(); var r{i} = Own.Borrow(a{i});\n") + BodyText.Repeat(count * 10, static i => $"Look(r{i});\n")),
        ("ChainOfReborrows", static count => "var r0 = Own.BorrowMut(Make());\n" + BodyText.Repeat(count * 5, static i => $"var r{i + 1} = Own.BorrowMut(r{i});\n") + $"r{count * 5}.Change();"),
        ("ChainOfCalls", static count => $"var x = Make(); x{BodyText.Repeat(count, static i => $".With({i})")}.Change(); Take(x);"),
        ("WalkDownAList", static count => "var x = Make(); var cur = Own.BorrowMut(x);\n" + BodyText.Repeat(count * 10, static _ => "if (flag) cur = Own.BorrowMut(cur.Part); cur.Change();\n")),
        ("BorrowsInOneTry", static count => $"try {{ {BodyText.Repeat(count * 10, static i => $"var a{i} = Make(); var r{i} = Own.Borrow(a{i});\n")}{BodyText.Repeat(count * 10, static i => $"Look(r{i});\n")}}} finally {{ Risky(); }}"),
        ("ReportsInOneBody", static count => BodyText.Repeat(count * 5, static i => $"var a{i} = Make(); Take(a{i}); if (flag) Look(a{i}); var b{i} = Make(); var r{i} = Own.Borrow(b{i}); Take(b{i}); Look(r{i});\n")),
    ];

    private static string Repeat(int count, string text) => BodyText.Repeat(count, _ => text);
}
