namespace RustVsGo.CodeFixes.Tests;

/// <summary>Programs that read and change a value at a time, before and after the fix of RVG0502.</summary>
internal static class Read
{
    private const string Types =
        """


        [Owned]
        public class Leaf
        {
            public int Size;
            public Leaf Clone() => new() { Size = Size };
            [Mutates] public void Grow() => Size++;
        }

        [Owned]
        public class Document
        {
            private readonly Leaf _leaf = new();
            public int Count;
            public int this[int index] => index;
            [return: Borrowed] public Leaf View() => _leaf;
            [return: Borrowed] public Leaf? Find() => _leaf;
            [Borrowed] public Leaf Root => _leaf;
            [return: BorrowedMut] [Mutates] public Leaf Edit() => _leaf;
            public ReadOnlySpan<int> Text() => default;
            [Mutates] public void Change() => Count++;
            public Document Clone() => new();
        }

        public static class Sink
        {
            public static void Use(params object?[] values) { }
        }
        """;

    /// <summary>A program that uses these types.</summary>
    public static string Program(string code) => "#nullable enable\nusing System;\nusing System.Threading.Tasks;\nusing RustVsGo;\n\n" + code + Types;

    public static Task ByCloning(string before, string after, int? iterations = null) =>
        Verify.Fix<SharedAndExclusiveCodeFixProvider>(Program(before), Program(after), SharedAndExclusiveCodeFixProvider.CloneKey, iterations: iterations);

    public static Task NotByCloning(string code) => Verify.NoFix<SharedAndExclusiveCodeFixProvider>(Program(code), SharedAndExclusiveCodeFixProvider.CloneKey);

    public static Task NotByCloningLeaf(string code) =>
        Verify.NoFix<SharedAndExclusiveCodeFixProvider>(Program(code).Replace("public Leaf Clone()", "public Leaf Other()"), SharedAndExclusiveCodeFixProvider.CloneKey);
}
