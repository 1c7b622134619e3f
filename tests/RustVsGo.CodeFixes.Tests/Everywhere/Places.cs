using Microsoft.CodeAnalysis.CodeFixes;

namespace RustVsGo.CodeFixes.Tests.Everywhere;

/// <summary>
/// The same statements in every place where statements can stand: a fix is asked for in each, alone and for all of them at once, and once more in a
/// file with tabs, comments and the line ends of Windows.
/// </summary>
internal static class Places
{
    private const string Types =
        """

        [Owned]
        public class Leaf
        {
            public int Size;
            public Leaf Clone() => new() { Size = Size };
            [Mutates] public void Grow(int by = 1) => Size += by;
        }

        [Owned]
        public class Document
        {
            public Leaf Leaf = new();
            public int Count;
            [return: Borrowed] public Leaf View() => Leaf;
            [Mutates] [return: BorrowedMut] public Leaf Edit() => Leaf;
            [return: Borrowed] public Leaf First() => Leaf;
            [Mutates] [return: BorrowedMut] public Leaf FirstMut() => Leaf;
            [Mutates] public int Change() => ++Count;
            public int Read() => Count;
            [Mutates] public void Append([Borrowed] Document other) => Count += other.Count;
            public Document Clone() => new();
        }

        [Owned]
        public class Page
        {
            public Leaf Leaf = new();
            [return: Borrowed] public Leaf View() => Leaf;
            [Mutates] public void Change() => Leaf = new Leaf();
        }

        [Owned]
        public sealed class Handle : IDisposable
        {
            public Leaf Leaf = new();
            public int Length;
            public Leaf? Spare = new();
            [return: Borrowed] public Leaf View() => Leaf;
            public int Read() => Length;
            public Handle Clone() => new();
            public void Dispose() { }
        }

        [Owned]
        public sealed class Watcher : IDisposable
        {
            [Borrowed] public Leaf? Watched;
            public void Dispose() { }
        }

        public static class Sink
        {
            public static Document? Kept;
            public static void Take([Owned] Document document) => Kept = document;
            public static void TakePage([Owned] Page page) => page.Change();
            public static void Look([Borrowed] Page page) { }
            public static void Look([Borrowed] Handle handle) { }
            public static void Own([Owned] Handle handle) => handle.Dispose();
            public static void Eat([Owned] Leaf leaf) => leaf.Grow();
            public static void See([Borrowed] Leaf leaf) { }
            public static void Start([Owned, Once] Action action) => action();
            public static void Use(params object?[] values) { }
        }
        """;

    private const string Head = "#nullable enable\nusing System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing RustVsGo;\n\n";

    private static readonly (string Before, string After, int Depth)[] s_places =
    [
        ("    static void Method()\n    {\n", "    }\n", 2),
        ("    static void Loop()\n    {\n        for (var turn = 0; turn < 3; turn++)\n        {\n", "        }\n    }\n", 3),
        ("    static void Lambda()\n    {\n        Action run = () =>\n        {\n", "        };\n        run();\n    }\n", 3),
        ("    static void LocalFunction()\n    {\n        Inner();\n\n        void Inner()\n        {\n", "        }\n    }\n", 3),
        ("    static async Task Async()\n    {\n        await Task.Yield();\n", "    }\n", 2),
        ("    static int Property\n    {\n        get\n        {\n", "            return 0;\n        }\n    }\n", 3),
        ("    static void Generic<T>(T item)\n    {\n", "        Sink.Use(item);\n    }\n", 2),
        ("    static void Section(int which)\n    {\n        switch (which)\n        {\n            case 1:\n            {\n", "                break;\n            }\n        }\n    }\n", 4),
        ("    static void Tried()\n    {\n        try\n        {\n", "        }\n        finally\n        {\n            Sink.Use();\n        }\n    }\n", 3),
        ("    static void Commented()\n    {\n        // Why.\n        Sink.Use();\n\n", "        // The end.\n    }\n", 2),
    ];

    /// <summary>The statements are mended in each place, alone and all at once.</summary>
    /// <param name="before">The statements, without indentation, with what is reported in them marked.</param>
    /// <param name="after">What they become.</param>
    /// <param name="equivalenceKey">The fix.</param>
    /// <param name="inAsync">Whether the statements may stand in an async method, where no variable is a <c>ref</c>.</param>
    public static async Task AreMended<TProvider>(string before, string after, string equivalenceKey, bool inAsync = true)
        where TProvider : CodeFixProvider, new()
    {
        await Verify.Fix<TProvider>(Program(before, inAsync), Program(after, inAsync), equivalenceKey);
        await Verify.Fix<TProvider>(OnWindows(before), OnWindows(after), equivalenceKey);
    }

    /// <summary>The statements are reported, and the fix is not offered.</summary>
    public static Task AreLeft<TProvider>(string statements, string equivalenceKey)
        where TProvider : CodeFixProvider, new() => Verify.NoFix<TProvider>(Program(statements), equivalenceKey);

    /// <summary>Whole declarations are mended: alone, all at once, and in a file with tabs and the line ends of Windows.</summary>
    public static async Task IsMended<TProvider>(string before, string after, string equivalenceKey, int? iterations = null)
        where TProvider : CodeFixProvider, new()
    {
        await Verify.Fix<TProvider>(Head + before + "\n" + Types, Head + after + "\n" + Types, equivalenceKey, iterations: iterations, fixAllIterations: iterations);
        await Verify.Fix<TProvider>(Windows(Head + before + "\n" + Types), Windows(Head + after + "\n" + Types), equivalenceKey, iterations: iterations, fixAllIterations: iterations);
    }

    /// <summary>Declarations are reported, and the fix is not offered.</summary>
    public static Task IsLeft<TProvider>(string declarations, string equivalenceKey)
        where TProvider : CodeFixProvider, new() => Verify.NoFix<TProvider>(Head + declarations + "\n" + Types, equivalenceKey);

    private static string Program(string statements, bool inAsync = true) =>
        Head + statements + "\n\nstatic class Places\n{\n" + string.Join('\n', s_places.Where(place => inAsync || !place.Before.Contains("async ", StringComparison.Ordinal)).Select(place => place.Before + Indented(statements, place.Depth) + place.After)) + "}\n" + Types;

    private static string OnWindows(string statements)
    {
        var (before, after, depth) = s_places[^1];
        return Windows(Head + "static class Places\n{\n" + before + Indented(statements, depth) + after + "}\n" + Types);
    }

    private static string Windows(string program) => program.Replace("    ", "\t").Replace("\n", "\r\n");

    private static string Indented(string statements, int depth) =>
        string.Concat(statements.Split('\n').Select(line => (line.Length > 0 ? new string(' ', 4 * depth) : "") + line + "\n"));
}
