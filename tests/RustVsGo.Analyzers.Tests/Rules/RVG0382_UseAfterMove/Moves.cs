using Microsoft.CodeAnalysis.Testing;

namespace RustVsGo.Analyzers.Tests.Rules.RVG0382_UseAfterMove;

/// <summary>
/// Wraps a few lines of a test into a program that has the types and methods below, and checks it. What is marked is expected;
/// a program without marks is accepted.
/// </summary>
internal static class Moves
{
    // On one line, so that the second line of a program is the first one of a test.
    private const string Header =
        "using System; using System.Collections.Generic; using System.IO; using System.Threading.Tasks; using RustVsGo; using static Api; ";

    private const string Prelude =
        """

        [Owned] public class Part
        {
            public int Size;
            public int Weight() => Size;
        }

        [Owned] public class Config
        {
            public string Host = "";
            public int Port;
            public Part Left = new();
            public Part Right = new();
            public Part Spare { get; set; } = new();
            public int Count() => Port;
            [Mutates] public void Bump() => Port++;
            [Consumes] public Part Into() => new();
            public Config Clone() => new();
        }

        [Owned] public class Conn : IDisposable, IAsyncDisposable
        {
            public int Ping() => 1;
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }

        public static class Api
        {
            public static Config Make() => new();
            public static bool TryMake(out Config config) { config = new(); return true; }
            public static void Take([Owned] Config config) { }
            public static bool Takes([Owned] Config config) => true;
            public static void Look([Borrowed] Config config) { }
            public static bool Looks([Borrowed] Config config) => true;
            public static void Edit([BorrowedMut] Config config) { }
            public static void Lend(object value) { }
            public static T Id<T>(T value) => value;
            public static void Swallow<T>(T value) { }

            public static Part MakePart() => new();
            public static void Take([Owned] Part part) { }
            public static void Look([Borrowed] Part part) { }

            public static Conn Open() => new();
            public static void Take([Owned] Conn conn) { }
            public static void Look([Borrowed] Conn conn) { }

            public static void Risky() { }
            public static void RunOnce([Once] Action action) => action();
            public static void Run([Borrowed] Action action) => action();
            public static void Eat([Owned] Stream stream) { }

            public static Task TakeAsync([Owned] Config config) => Task.CompletedTask;
            public static Task LookAsync([Borrowed] Config config) => Task.CompletedTask;
            public static async Task<Config> MakeAsync() { await Task.Yield(); return new(); }
        }
        """;

    /// <summary>The statements of a method with two conditions and a number as parameters.</summary>
    public static Task Body(string statements, string types = "") =>
        Members("static void Test(bool c, bool d, int n)\n{\n" + statements + "\n}", types);

    /// <summary>The statements of an async method.</summary>
    public static Task AsyncBody(string statements, string types = "") =>
        Members("static async Task Test(bool c, bool d, int n)\n{\n" + statements + "\n}", types);

    /// <summary>The members of a plain class.</summary>
    public static Task Members(string members, string types = "") =>
        Program("class Tests\n{\n" + members + "\n}\n" + types);

    /// <summary>A whole program but for its <c>using</c> directives.</summary>
    public static Task Program(string program, params DiagnosticResult[] expected) => Verify.Ownership(Text(program), expected);

    /// <summary>The program that <see cref="Program"/> checks. What is given starts on its second line.</summary>
    public static string Text(string program) => Header + "\n" + program + Prelude;
}
