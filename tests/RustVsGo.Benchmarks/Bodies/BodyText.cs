using System.Text;

namespace RustVsGo.Benchmarks.Bodies;

/// <summary>Writes bodies of a given shape and number of statements. Deterministic: the same arguments give the same text.</summary>
internal static class BodyText
{
    /// <summary>What the bodies use.</summary>
    public const string Types =
        """
        [RustVsGo.Owned]
        public sealed class Node
        {
            public int Port;
            public Node? Next;
            private Node? _part;
            public Node Part { get => _part!; set => _part = value; }
            [RustVsGo.Mutates] public void Change() => Port++;
            [RustVsGo.Mutates] [return: RustVsGo.BorrowedMut] public Node With(int port) => this;
            public System.ReadOnlySpan<char> View() => "view";
        }

        [RustVsGo.Owned]
        public sealed class Conn : System.IDisposable
        {
            [RustVsGo.Mutates] public void Send(int value) { }
            public void Dispose() { }
        }

        public static class Api
        {
            public static Node Make() => new();
            public static Conn Open() => new();
            public static void Take([RustVsGo.Owned] Node node) { }
            public static void Look([RustVsGo.Borrowed] Node node) { }
            public static void See(System.ReadOnlySpan<char> view) { }
            public static void Risky() { }
        }
        """;

    /// <summary>A file with the method <c>Program.Test</c>, whose body has <paramref name="statements"/> statements, give or take one unit.</summary>
    public static string Program(BodyShape shape, int statements) => Around(Statements(shape, statements));

    /// <summary>The file around <paramref name="body"/>.</summary>
    public static string Around(string body) =>
        $$"""
        using System;
        using RustVsGo;
        using static Api;
        static class Program
        {
            static void Test(bool flag, int count)
            {
        {{body}}
            }
        }
        """;

    /// <summary>The statements alone.</summary>
    public static string Statements(BodyShape shape, int count) => shape switch
    {
        BodyShape.ManyScopes => ManyScopes(count),
        BodyShape.LongScope => LongScope(count),
        BodyShape.OneOwner => "var x = Make(); var r = Own.Borrow(x);\n" + Repeat(count / 4, static i => (i % 3) switch
        {
            0 => "x.Change(); r = Own.Borrow(x); Look(r); See(x.View());\n",
            1 => "if (flag) x.Change(); else Look(x); r = Own.Borrow(x); Look(r);\n",
            _ => "for (var k = 0; k < count; k++) { var v = x.View(); See(v); x.Change(); }\n",
        }) + "Take(x);",
        BodyShape.ManyBorrowsOfOne => "var x = Make();\n" + Repeat(count / 4, static i => $"var r{i} = Own.Borrow(x); Look(x);\n")
            + Repeat(count / 4, static i => $"if (flag) Look(r{i});\n") + "x.Change();",
        BodyShape.MixedModes => "var x = Make();\n" + Repeat(count / 4, static i => $"var m{i} = Make(); if (flag) m{i} = Own.Borrow(x); Look(m{i});\n"),
        BodyShape.InferredBorrows => "var x = Make();\n" + Repeat(count / 4, static i => $"var p{i} = x.Part; var q{i} = p{i}.Part; if (flag) q{i}.Change();\n"),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static string ManyScopes(int count) => Repeat(count / 5, static i => (i % 8) switch
    {
        0 => "{ var a = Make(); Look(a); a.Change(); Look(a); Take(a); }\n",
        1 => "{ var a = Make(); if (flag) { Take(a); a = Make(); } else { Look(a); } Take(a); }\n",
        2 => "{ var a = Make(); for (var k = 0; k < count; k++) { var r = Own.Borrow(a); Look(r); if (k == 3) break; } }\n",
        3 => "{ using var c = Open(); c.Send(count); if (flag) return; c.Send(1); }\n",
        4 => "{ var a = Make(); Action f = () => a.Change(); f(); if (flag) f(); Take(a); }\n",
        5 => "{ var a = Make(); var m = Own.BorrowMut(a); m.Change(); See(a.View()); Take(a); }\n",
        6 => "{ var a = Make(); try { Risky(); Look(a); } catch (InvalidOperationException) { Look(a); } finally { count++; } }\n",
        _ => "{ var a = Make(); a.Next = Make(); while (flag) { if (count > 3) { a = Make(); continue; } Look(a); } }\n",
    });

    private static string LongScope(int count)
    {
        var owners = count / 4;
        return Repeat(owners, static i => $"var a{i} = Make(); var r{i} = Own.Borrow(a{i});\n")
            + Repeat(count / 16, i => (i % 4) switch
            {
                0 => $"if (flag) Look(r{Some(i, owners)}); else Look(a{Some(i + 1, owners)});\n",
                1 => $"for (var k = 0; k < count; k++) {{ Look(r{Some(i, owners)}); var n = r{Some(i + 1, owners)}.Port; }}\n",
                2 => $"{{ Action f{i} = () => Look(r{Some(i, owners)}); f{i}(); if (flag) f{i}(); }}\n",
                _ => $"{{ using var c = Open(); c.Send(r{Some(i, owners)}.Port); if (flag) c.Send(1); c.Send(2); }}\n",
            })
            + Repeat(owners, static i => $"Look(r{i});\n");
    }

    // Spread over all of them, and the same in every run.
    private static int Some(int i, int count) => (int)((i * 7919L) % count);

    public static string Repeat(int count, Func<int, string> text)
    {
        var all = new StringBuilder();
        for (var i = 0; i < count; i++)
            all.Append(text(i));
        return all.ToString();
    }
}
