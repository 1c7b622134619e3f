namespace RustVsGo.CodeFixes.Tests;

/// <summary>Programs with temporaries, before and after the fix of RVG0716.</summary>
internal static class Bound
{
    private const string Types =
        """


        [Owned]
        public class Leaf { public int Size; }

        [Owned]
        public class Plain
        {
            private readonly Leaf _leaf = new();
            [return: Borrowed] public Leaf View() => _leaf;
        }

        [Owned]
        public sealed class Document : IDisposable
        {
            private readonly Leaf _leaf = new();
            public static Document Make(int size = 0) => new();
            public static async Task<Document> MakeAsync() { await Task.Yield(); return new Document(); }
            [return: Borrowed] public Leaf View() => _leaf;
            [return: Borrowed] public Leaf At(int index) => _leaf;
            [Borrowed] public Leaf Root => _leaf;
            public void Dispose() { }
        }

        [Owned]
        public sealed class Channel : IAsyncDisposable
        {
            private readonly Leaf _leaf = new();
            [return: Borrowed] public Leaf View() => _leaf;
            public ValueTask DisposeAsync() => default;
        }

        [Owned]
        public sealed class Box<T> : IDisposable
        {
            private readonly Leaf _leaf = new();
            [return: Borrowed] public Leaf View() => _leaf;
            public void Dispose() { }
        }

        public static class Sink
        {
            public static int Count;
            public static int Next() => ++Count;
            public static int Prop => ++Count;
            public static void Use(params object?[] values) { }
            [return: Borrowed] public static Leaf Pick(int index, [Borrowed] Document document) => document.View();
        }
        """;

    /// <summary>A program that uses these types.</summary>
    public static string Program(string code) => "#nullable enable\nusing System;\nusing System.Threading.Tasks;\nusing RustVsGo;\n\n" + code + Types;

    public static Task Is(string before, string after, int? iterations = null) =>
        Verify.Fix<TemporaryDroppedCodeFixProvider>(Program(before), Program(after), TemporaryDroppedCodeFixProvider.BindKey, iterations: iterations);

    /// <summary>The statements of a method <c>void M(int n, bool b)</c>.</summary>
    public static Task InBody(string before, string after, int? iterations = null) => Is(Method(before), Method(after), iterations);

    public static Task Not(string code) => Verify.NoFix<TemporaryDroppedCodeFixProvider>(Program(code));

    public static Task NotInBody(string code) => Not(Method(code));

    private static string Method(string body) =>
        "static class C\n{\n    static void M(int n, bool b)\n    {\n        " + body.ReplaceLineEndings("\n").Replace("\n", "\n        ") + "\n    }\n}";
}
