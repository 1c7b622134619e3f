namespace RustVsGo.CodeFixes.Tests;

/// <summary>Programs around a move type, before and after a fix of RVG0382.</summary>
internal static class Mended
{
    private const string Config =
        """


        [Owned]
        public class Config
        {
            public string Host { get; set; } = "";
            public int Port;
            public Config? Next;
            public Config Clone() => new() { Host = Host, Port = Port };
            [Mutates] public void Reset() => Port = 0;
            [Consumes] public Config Finish() => this;
        }

        public static class Sink
        {
            public static Config? Kept;
            public static void Take([Owned] Config config) => Kept = config;
            public static int TakePort([Owned] Config config) { Kept = config; return 0; }
            public static void Look([Borrowed] Config config) { }
            public static void Change([BorrowedMut] Config config) { }
        }
        """;

    /// <summary>A program that uses <c>Config</c> and <c>Sink</c>.</summary>
    public static string Program(string code) => "#nullable enable\nusing System;\nusing System.Threading.Tasks;\nusing RustVsGo;\n\n" + code + Config;

    /// <summary>As <see cref="Program"/>, with a <c>Config</c> that cannot be cloned.</summary>
    public static string WithoutClone(string code) => Program(code).Replace("public Config Clone()", "public Config Other()");

    public static Task ByCloning(string before, string after, int? iterations = null) =>
        Verify.Fix<UseAfterMoveCodeFixProvider>(Program(before), Program(after), UseAfterMoveCodeFixProvider.CloneKey, iterations: iterations);

    public static Task ByBorrowing(string before, string after, int? iterations = null) =>
        Verify.Fix<UseAfterMoveCodeFixProvider>(Program(before), Program(after), UseAfterMoveCodeFixProvider.BorrowKey, iterations: iterations);

    public static Task NotByCloning(string code) => Verify.NoFix<UseAfterMoveCodeFixProvider>(Program(code), UseAfterMoveCodeFixProvider.CloneKey);

    public static Task NotByBorrowing(string code) => Verify.NoFix<UseAfterMoveCodeFixProvider>(Program(code), UseAfterMoveCodeFixProvider.BorrowKey);
}
