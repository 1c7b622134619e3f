namespace RustVsGo.Analyzers.Tests.Disposal;

/// <summary>RVG2004: a plain value is dropped under its old name although it was given to an owner.</summary>
public sealed class DroppedTwiceTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using RustVsGo;

        sealed class Holder : IDisposable
        {
            [Owned] private Stream? _stream;
            public Stream? Plain;
            public void Take([Owned] Stream stream) => _stream = stream;
            public void Look(Stream stream) { }
            public void Bad(Stream given) { var s = File.OpenRead("a"); _stream = s; {|RVG2004:s|}.Dispose(); }
            public void Good(Stream given) { var s = File.OpenRead("a"); _stream = s; s.ReadByte(); }
            public void Dispose() => _stream?.Dispose();
        }


        """;

    [Fact]
    public Task What_was_given_to_an_owner_is_not_dropped_again() => Check(
        """
        static class C
        {
            static void Dispose(Holder h, string path) { var s = File.OpenRead(path); h.Take(s); {|RVG2004:s|}.Dispose(); }
            static void Using(Holder h, string path) { using var {|RVG2004:s|} = File.OpenRead(path); h.Take(s); }
            static void Block(Holder h, string path) { using (var {|RVG2004:s|} = File.OpenRead(path)) { h.Take(s); } }
            static void Parameter(Holder h, [Owned] Stream s) { h.Take(s); {|RVG2004:s|}.Dispose(); }
        }
        """);

    [Fact]
    public Task What_was_lent_or_never_given_is_dropped() => Check(
        """
        static class C
        {
            static void Lent(Holder h, string path) { using var s = File.OpenRead(path); h.Look(s); }
            static void Either(Holder h, string path, bool b) { var s = File.OpenRead(path); if (b) h.Take(s); else s.Dispose(); }
            static void Again(Holder h, string path) { var s = File.OpenRead(path); h.Take(s); s = File.OpenRead(path + "2"); s.Dispose(); }
            static void Listed(List<Stream> all, string path) { using var s = File.OpenRead(path); all.Add(s); s.ReadByte(); all.Remove(s); }
            static void Unknown(Holder h, string path) { using var s = File.OpenRead(path); h.Plain = s; }
            static void Null(Holder h, string path) { FileStream? s = File.OpenRead(path); try { h.Take(s); s = null; } finally { s?.Dispose(); } }
        }
        """);

    private static Task Check(string program) => Verify.Disposal(Prelude + program);
}
