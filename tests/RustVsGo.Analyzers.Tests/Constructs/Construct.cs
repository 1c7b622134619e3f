using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace RustVsGo.Analyzers.Tests.Constructs;

/// <summary>
/// Wraps a few lines of a test into a program that has the types and methods below, and checks it. What is marked is expected;
/// a program without marks is accepted.
/// </summary>
internal static class Construct
{
    // On one line, so that the second line of a program is the first one of a test.
    private const string Header =
        "using System; using System.Collections.Generic; using System.Diagnostics.CodeAnalysis; using System.IO; using System.Linq; "
        + "using System.Runtime.CompilerServices; using System.Threading; using System.Threading.Tasks; using RustVsGo; using static Api; ";

    private const string Prelude =
        """

        [Owned] public class Part
        {
            public int N;
            public int Weight() => N;
            [Mutates] public void Bump() => N++;
            [Clone] public Part Dup() => new() { N = N };
        }

        [Owned] public class Data
        {
            public int N;
            public string Name = "";
            public Part A = new();
            public Part B = new();
            public Data Next;
            public Part Spare { get; set; } = new();
            [return: Borrowed] public Part View() => A;
            [Mutates] [return: BorrowedMut] public Part ViewMut() => A;
            [Mutates] public ref int Slot() => ref N;
            public int Peek() => N;
            [Mutates] public void Touch() => N++;
            [Consumes] public Part Finish() => A;
            [Clone] public Data Dup() => new() { N = N };
        }

        [Owned] public class Res : IDisposable, IAsyncDisposable
        {
            public int N;
            public Part P = new();
            [return: Borrowed] public Part View() => P;
            [Mutates] public void Touch() => N++;
            public int Peek() => N;
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }

        public static class Api
        {
            public static Data Make() => new();
            public static Part MakePart() => new();
            public static Res Open() => new();
            public static void Take([Owned] Data data) { }
            public static void Take([Owned] Part part) { }
            public static void Take([Owned] Res res) { }
            public static bool Takes([Owned] Data data) => true;
            public static int Look([Borrowed] Data data) => 1;
            public static int Look([Borrowed] Part part) => 1;
            public static int Look([Borrowed] Res res) => 1;
            public static bool Looks([Borrowed] Data data) => true;
            public static void Edit([BorrowedMut] Data data) { }
            public static void Edit([BorrowedMut] Part part) { }
            public static void Mix([BorrowedMut] Data first, [Borrowed] Part second) { }
            [return: Borrowed] public static Part Pick([Borrowed] Data data) => data.View();
            public static void Lend(object value) { }
            public static T Id<T>(T value) => value;
            public static void Risky() { }
            public static bool Maybe() => true;
            public static void Run([Borrowed] Action action) => action();
            public static void RunOnce([Once] Action action) => action();
            public static Task TakeAsync([Owned] Data data) => Task.CompletedTask;
            public static Task LookAsync([Borrowed] Data data) => Task.CompletedTask;
            public static Task EditAsync([BorrowedMut] Data data) => Task.CompletedTask;
            public static async Task<Data> MakeAsync() { await Task.Yield(); return new(); }
        }
        """;

    /// <summary>Whether the compiler under the tests knows C# 13.</summary>
    public static bool HasCSharp13 => Enum.IsDefined((LanguageVersion)1300);

    /// <summary>Whether the compiler under the tests knows C# 14.</summary>
    public static bool HasCSharp14 => Enum.IsDefined((LanguageVersion)1400);

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
    public static Task Program(string program, params DiagnosticResult[] expected) =>
        Verify.Ownership(Text(program), expected);

    /// <summary>The program that <see cref="Program"/> checks. What is given starts on its second line.</summary>
    public static string Text(string program) => Header + "\n" + program + Prelude;
}
