namespace RustVsGo.Analyzers.Tests.Disposal;

/// <summary>RVG2001 where an attribute or the type says who owns: what Rust drops at the end of a scope, nobody drops here.</summary>
public sealed class NotDroppedTests
{
    private const string Prelude =
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using RustVsGo;

        [Owned] class Connection : IDisposable
        {
            public int State;
            public void Dispose() { }
            [Clone] public Connection Clone() => new Connection();
            public static Connection Open() => new Connection();
            public static bool TryOpen(out Connection connection) { connection = new Connection(); return true; }
        }

        static class Use
        {
            public static void Take(Connection connection) => connection.Dispose();
            public static void Look([Borrowed] Connection connection) { }
            public static void Change([BorrowedMut] Connection connection) { }
        }


        """;

    [Fact]
    public Task A_value_that_nobody_drops_is_reported_where_it_is_made() => Check(
        """
        static class C
        {
            static void Made() { var c = {|RVG2001:new Connection()|}; Use.Look(c); }
            static void Got() { var c = {|RVG2001:Connection.Open()|}; Use.Change(c); c.State = 1; }
            static void Cloned([Borrowed] Connection other) { var c = {|RVG2001:other.Clone()|}; Use.Look(c); }
            static void Typed() { Connection c; c = {|RVG2001:new()|}; Use.Look(c); }
            static void Renamed() { var c = {|RVG2001:new Connection()|}; var d = c; Use.Look(d); }
        }
        """);

    [Fact]
    public Task A_value_that_is_dropped_or_given_away_is_accepted() => Check(
        """
        static class C
        {
            static Connection s_kept = null!;
            static void Dropped() { var c = new Connection(); Use.Look(c); c.Dispose(); }
            static void Using() { using var c = new Connection(); Use.Look(c); }
            static void Block() { using (var c = new Connection()) Use.Look(c); }
            static void Late() { var c = new Connection(); using (c) Use.Look(c); }
            static void Taken() { var c = new Connection(); Use.Take(c); }
            static Connection Returned() { var c = new Connection(); Use.Look(c); return c; }
            static Connection AtOnce() => new Connection();
            static void Stored() { var c = new Connection(); s_kept = c; }
            static void Collected(List<Connection> all) { var c = new Connection(); all.Add(c); }
            static void Safely() { var c = new Connection(); try { Use.Look(c); } finally { c.Dispose(); } }
            static void Asked() { var c = new Connection(); try { Use.Look(c); } finally { c?.Dispose(); } }
            static void Renamed() { var c = new Connection(); var d = c; d.Dispose(); }
        }
        """);

    [Fact]
    public Task A_path_that_forgets_it_is_reported() => Check(
        """
        static class C
        {
            static void Sometimes(bool b) { var c = {|RVG2001:new Connection()|}; if (b) c.Dispose(); }
            static int Early(bool b)
            {
                var c = {|RVG2001:new Connection()|};
                if (b)
                    return 0;
                c.Dispose();
                return 1;
            }

            static void Loop(int n)
            {
                for (var i = 0; i < n; i++)
                {
                    var c = {|RVG2001:new Connection()|};
                    if (i == 3)
                        continue;
                    Use.Take(c);
                }
            }

            static void Switch(int n)
            {
                var c = {|RVG2001:new Connection()|};
                switch (n)
                {
                    case 0: Use.Take(c); break;
                    case 1: c.Dispose(); break;
                    default: break;
                }
            }
        }
        """);

    [Fact]
    public Task A_value_that_every_path_drops_is_accepted() => Check(
        """
        static class C
        {
            static void Both(bool b) { var c = new Connection(); if (b) c.Dispose(); else Use.Take(c); }
            static int Early(bool b)
            {
                var c = new Connection();
                if (b)
                {
                    c.Dispose();
                    return 0;
                }

                Use.Take(c);
                return 1;
            }

            static void Loop(int n)
            {
                for (var i = 0; i < n; i++)
                {
                    using var c = new Connection();
                    if (i == 3)
                        continue;
                    Use.Look(c);
                }
            }

            static void Null(bool b)
            {
                Connection? c = null;
                if (b)
                    c = new Connection();
                if (c != null)
                    c.Dispose();
            }

            static void NullPattern(bool b)
            {
                var c = b ? new Connection() : null;
                if (c is null)
                    return;
                Use.Take(c);
            }

            static void Thrown(bool b)
            {
                var c = new Connection();
                if (b)
                    throw new InvalidOperationException();
                c.Dispose();
            }
        }
        """);

    [Fact]
    public Task An_overwritten_value_is_reported() => Check(
        """
        static class C
        {
            static void Twice() { var c = {|RVG2001:new Connection()|}; c = new Connection(); c.Dispose(); }
            static void Loop(int n)
            {
                Connection? c = null;
                for (var i = 0; i < n; i++)
                    c = {|RVG2001:new Connection()|};
                c?.Dispose();
            }

            static void Forgotten() { var c = {|RVG2001:new Connection()|}; c = null; }
        }
        """);

    [Fact]
    public Task A_variable_that_is_free_may_be_given_a_value() => Check(
        """
        static class C
        {
            static void Twice() { var c = new Connection(); c.Dispose(); c = new Connection(); c.Dispose(); }
            static void Loop(int n)
            {
                Connection? c = null;
                for (var i = 0; i < n; i++)
                {
                    c?.Dispose();
                    c = new Connection();
                }

                c?.Dispose();
            }
        }
        """);

    [Fact]
    public Task A_temporary_that_nobody_takes_is_reported() => Check(
        """
        static class C
        {
            static void Lent() { Use.Look({|RVG2001:new Connection()|}); }
            static int Read() => {|RVG2001:new Connection()|}.State;
            static void Alone() { {|RVG2001:new Connection()|}; }
        }
        """.Replace("static void Alone() { {|RVG2001:new Connection()|}; }", "static void Alone() { {|RVG2001:Connection.Open()|}; }"));

    [Fact]
    public Task A_temporary_that_somebody_takes_is_accepted() => Check(
        """
        static class C
        {
            static void Taken() { Use.Take(new Connection()); }
            static void Collected(List<Connection> all) { all.Add(new Connection()); }
            static void Meant() { _ = Connection.Open(); }
            static Connection[] Array() => new[] { new Connection(), Connection.Open() };
            static void Elements() { var all = new[] { new Connection(), new Connection() }; Use.Look(all[0]); }
            static void Listed() { var all = new List<Connection> { new Connection() }; Use.Look(all[0]); }
            static (Connection, int) Tuple() => (new Connection(), 1);
        }
        """);

    [Fact]
    public Task A_parameter_that_takes_ownership_has_to_end_it() => Check(
        """
        static class C
        {
            static void Keep([Owned] Connection {|#0:c|}) { Use.Look(c); }
            static void Plain({|RVG2001:[Owned] Stream s|}) { s.ReadByte(); }
            static void Sometimes({|RVG2001:[Owned] Connection c|}, bool b) { if (b) return; c.Dispose(); }
        }
        """.Replace("static void Keep([Owned] Connection {|#0:c|})", "static void Keep({|RVG2001:[Owned] Connection c|})"));

    [Fact]
    public Task A_parameter_that_ends_or_is_borrowed_is_accepted() => Check(
        """
        class C
        {
            [Owned] readonly Stream _s;
            C([Owned] Stream s) { _s = s; }
            static void End([Owned] Connection c) { c.Dispose(); }
            static void On([Owned] Connection c) { Use.Take(c); }
            static void Plain([Owned] Stream s) { using (s) s.ReadByte(); }
            static void Lent([Borrowed] Connection c) { Use.Look(c); }
            static void Maybe([Owned(Unless = "leaveOpen")] Stream s, bool leaveOpen) { if (!leaveOpen) s.Dispose(); }
        }
        """.Replace("class C\n", "class C : IDisposable\n").Replace("readonly Stream _s;", "readonly Stream _s; public void Dispose() => _s.Dispose();"));

    [Fact]
    public Task What_is_awaited_is_owned_like_any_other_result() => Check(
        """
        static class C
        {
            static async Task<Connection> OpenAsync() { await Task.Yield(); return new Connection(); }
            static async Task Bad() { var c = {|RVG2001:await OpenAsync()|}; Use.Look(c); }
            static async Task Good() { using var c = await OpenAsync(); Use.Look(c); }
        }
        """);

    [Fact]
    public Task A_function_that_ends_what_it_captured_is_accepted() => Check(
        """
        static class C
        {
            static void Run([Borrowed, Once] Action action) => action();
            static void Lambda() { var c = new Connection(); Run(() => c.Dispose()); }
            static void Inside() { Run(() => { var c = {|RVG2001:new Connection()|}; Use.Look(c); }); }
            static void Local() { Go(); void Go() { var c = {|RVG2001:new Connection()|}; Use.Look(c); } }
        }
        """);

    private static Task Check(string program) => Verify.Disposal(Prelude + program);
}
