namespace RustVsGo.Analyzers.Tests.Contracts;

/// <summary>Programs about what a body may do with what its signature promises; section 2 of the specification, sentence by sentence.</summary>
internal static class Callee
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using RustVsGo;
        using static Api;

        [Owned]
        public sealed class Part
        {
            public int N;

            [Mutates]
            public void Bump() => N++;
        }

        [Owned]
        public sealed class Sock : IDisposable
        {
            public void Send() { }

            public void Dispose() { }
        }

        public static class Api
        {
            public static void Eat([Owned] Part part) { }

            public static void See([Borrowed] Part part) { }

            public static void Poke([BorrowedMut] Part part) => part.Bump();
        }


        """;

    /// <summary>The program is reported as marked.</summary>
    public static Task Is(string program) => Verify.Ownership(Prelude + program);

    /// <summary>The members of an owning class with the parts <c>_a</c> and <c>_b</c> and a number <c>_n</c> are reported as marked.</summary>
    public static Task InOwner(string members) => Is("[Owned]\npublic class Box\n{\n    private Part _a = new();\n    private Part _b = new();\n    private int _n;\n\n" + members + "\n}");

    /// <summary>As <see cref="InOwner"/>, in a class that owns nothing.</summary>
    public static Task InPlain(string members) => Is("public class Plain\n{\n    private Part _a = new();\n    private int _n;\n\n" + members + "\n}");
}
