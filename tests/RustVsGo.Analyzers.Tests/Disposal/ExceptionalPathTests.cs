namespace RustVsGo.Analyzers.Tests.Disposal;

/// <summary>RVG2001 on the way out of an exception, where somebody asks for it.</summary>
public sealed class ExceptionalPathTests
{
    private const string Reported =
        """
        using System;
        using System.IO;

        class C
        {
            static int Between(string path)
            {
                var s = {|RVG2001:File.OpenRead(path)|};
                var b = s.ReadByte();
                s.Dispose();
                return b;
            }

            static void Caught(string path)
            {
                var s = {|RVG2001:File.OpenRead(path)|};
                try { s.ReadByte(); s.Dispose(); }
                catch (IOException) { Console.WriteLine("no"); }
            }

            static void Thrown(string path, bool b)
            {
                var s = {|RVG2001:File.OpenRead(path)|};
                if (b) throw new InvalidOperationException();
                s.Dispose();
            }
        }
        """;

    private const string Accepted =
        """
        using System;
        using System.IO;

        class C
        {
            static int Using(string path) { using var s = File.OpenRead(path); return s.ReadByte(); }
            static int Finally(string path) { var s = File.OpenRead(path); try { return s.ReadByte(); } finally { s.Dispose(); } }
            static int Again(string path) { var s = File.OpenRead(path); try { var b = s.ReadByte(); s.Dispose(); return b; } catch { s.Dispose(); throw; } }
            static void AtOnce(string path) { var s = File.OpenRead(path); s.Dispose(); }
        }
        """;

    [Fact]
    public Task Where_it_is_asked_for_a_way_out_of_an_exception_counts() => Verify.Catalog<DisposalAnalyzer>(Reported, "rustvsgo.exceptional_paths = on");

    [Fact]
    public Task Where_every_way_out_drops_it_nothing_is_reported() => Verify.Catalog<DisposalAnalyzer>(Accepted, "rustvsgo.exceptional_paths = on");

    [Fact]
    public Task Where_nobody_asks_it_does_not_count() => Verify.Catalog<DisposalAnalyzer>(Reported.Replace("{|RVG2001:", "").Replace("|}", ""));
}
