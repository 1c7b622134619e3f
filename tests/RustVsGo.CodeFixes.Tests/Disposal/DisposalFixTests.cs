namespace RustVsGo.CodeFixes.Tests.Disposal;

/// <summary>The fixes of RVG2001 to RVG2004.</summary>
public sealed class DisposalFixTests
{
    private const string Head =
        """
        using System;
        using System.IO;
        using System.Threading.Tasks;
        using RustVsGo;

        [Owned]
        public sealed class Connection : IDisposable
        {
            public int State;
            public void Dispose() { }
        }

        public static class Sink
        {
            public static int Look([Borrowed] Connection c) => c.State;
            public static void Take([Owned] Connection c) => c.Dispose();
        }


        """;

    [Fact]
    public Task A_variable_is_dropped_by_a_using() => Verify.Fix<NotDroppedCodeFixProvider>(
        Head +
        """
        static class C
        {
            static int Value()
            {
                // opened for a look
                var c = {|RVG2001:new Connection()|}; // here
                return Sink.Look(c);
            }

            static int File(string path)
            {
                FileStream s = {|RVG2001:System.IO.File.OpenRead(path)|};
                return s.ReadByte();
            }

            static string? Kept(string path)
            {
                var reader = new StreamReader({|RVG2001:System.IO.File.OpenRead(path)|});
                return reader.ReadLine();
            }

            static int Early(string path, bool b)
            {
                var s = {|RVG2001:System.IO.File.OpenRead(path)|};
                if (b)
                    return 0;
                s.Dispose();
                return 1;
            }
        }
        """,
        Head +
        """
        static class C
        {
            static int Value()
            {
                // opened for a look
                using var c = new Connection(); // here
                return Sink.Look(c);
            }

            static int File(string path)
            {
                using FileStream s = System.IO.File.OpenRead(path);
                return s.ReadByte();
            }

            static string? Kept(string path)
            {
                using var reader = new StreamReader(System.IO.File.OpenRead(path));
                return reader.ReadLine();
            }

            static int Early(string path, bool b)
            {
                using var s = System.IO.File.OpenRead(path);
                if (b)
                    return 0;
                s.Dispose();
                return 1;
            }
        }
        """,
        NotDroppedCodeFixProvider.UsingKey);

    [Fact]
    public Task A_variable_that_some_path_gives_away_gets_no_using() => Verify.NoFix<NotDroppedCodeFixProvider>(
        Head + "static class C { static void M(bool b) { var c = {|RVG2001:new Connection()|}; if (b) Sink.Take(c); } }",
        NotDroppedCodeFixProvider.UsingKey);

    [Fact]
    public Task A_temporary_gets_a_variable() => Verify.Fix<NotDroppedCodeFixProvider>(
        Head +
        """
        static class C
        {
            static int Lent()
            {
                return Sink.Look({|RVG2001:new Connection()|});
            }
        }
        """,
        Head +
        """
        static class C
        {
            static int Lent()
            {
                using var connection = new Connection();
                return Sink.Look(connection);
            }
        }
        """,
        NotDroppedCodeFixProvider.BindKey);

    [Fact]
    public Task A_value_is_dropped_before_it_is_overwritten() => Verify.Fix<NotDroppedCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void M()
            {
                var c = {|RVG2001:new Connection()|};
                Sink.Look(c);
                c = new Connection();
                c.Dispose();
            }
        }
        """,
        Head +
        """
        static class C
        {
            static void M()
            {
                var c = new Connection();
                Sink.Look(c);
                c?.Dispose();
                c = new Connection();
                c.Dispose();
            }
        }
        """,
        NotDroppedCodeFixProvider.DropKey);

    [Fact]
    public Task A_parameter_that_is_not_taken_is_borrowed() => Verify.Fix<NotDroppedCodeFixProvider>(
        Head + "static class C { static int Read({|RVG2001:[Owned] Connection c|}) => Sink.Look(c); }",
        Head + "static class C { static int Read([Borrowed] Connection c) => Sink.Look(c); }",
        NotDroppedCodeFixProvider.BorrowKey);

    [Fact]
    public Task A_parameter_is_dropped_at_the_end() => Verify.Fix<NotDroppedCodeFixProvider>(
        Head +
        """
        static class C
        {
            static void Read({|RVG2001:[Owned] Connection c|})
            {
                Console.WriteLine(Sink.Look(c)); // a look
            }
        }
        """,
        Head +
        """
        static class C
        {
            static void Read([Owned] Connection c)
            {
                Console.WriteLine(Sink.Look(c)); // a look
                c?.Dispose();
            }
        }
        """,
        NotDroppedCodeFixProvider.DropKey);

    [Fact]
    public Task A_drop_is_left_to_the_owner() => Verify.Fix<DroppedTwiceCodeFixProvider>(
        Head +
        """
        sealed class Holder : IDisposable
        {
            [Owned] Stream _s;
            public Holder([Owned] Stream s) => _s = s;
            public void Dispose() => _s.Dispose();
        }

        static class C
        {
            static Holder Statement(string path)
            {
                var s = File.OpenRead(path);
                var h = new Holder(s);
                {|RVG2004:s|}.Dispose();
                return h;
            }

            static Holder Using(string path)
            {
                using var {|RVG2004:s|} = File.OpenRead(path);
                return new Holder(s);
            }
        }
        """,
        Head +
        """
        sealed class Holder : IDisposable
        {
            [Owned] Stream _s;
            public Holder([Owned] Stream s) => _s = s;
            public void Dispose() => _s.Dispose();
        }

        static class C
        {
            static Holder Statement(string path)
            {
                var s = File.OpenRead(path);
                var h = new Holder(s);
                return h;
            }

            static Holder Using(string path)
            {
                var s = File.OpenRead(path);
                return new Holder(s);
            }
        }
        """,
        DroppedTwiceCodeFixProvider.LeaveKey);

    [Fact]
    public Task A_member_is_dropped_with_its_object() => Verify.Fix<FieldNotDroppedCodeFixProvider>(
        Head +
        """
        class Block : IDisposable
        {
            [Owned] readonly Connection {|RVG2002:_c|} = new();
            public void Dispose()
            {
                Console.WriteLine("gone"); // said
            }
        }

        class Empty : IDisposable
        {
            [Owned] Stream? {|RVG2002:_s|} = null;
            public void Dispose() { }
        }
        """,
        Head +
        """
        class Block : IDisposable
        {
            [Owned] readonly Connection _c = new();
            public void Dispose()
            {
                Console.WriteLine("gone"); // said
                _c?.Dispose();
            }
        }

        class Empty : IDisposable
        {
            [Owned] Stream? _s = null;
            public void Dispose() { _s?.Dispose(); }
        }
        """,
        FieldNotDroppedCodeFixProvider.DropKey);

    [Fact]
    public Task A_type_gets_a_drop() => Verify.Fix<TypeWithoutDropCodeFixProvider>(
        Head +
        """
        class {|RVG2003:One|}
        {
            [Owned] readonly Connection _c = new();

            public int Get() => _c.State;
        }

        class {|RVG2003:Two|}<T> : ICloneable
            where T : class
        {
            [Owned] readonly Connection _a = new(), _b = new();

            public object Clone() => this;
        }
        """,
        Head +
        """
        class One : IDisposable
        {
            [Owned] readonly Connection _c = new();

            public int Get() => _c.State;

            public void Dispose() => _c?.Dispose();
        }

        class Two<T> : ICloneable, IDisposable
            where T : class
        {
            [Owned] readonly Connection _a = new(), _b = new();

            public object Clone() => this;

            public void Dispose()
            {
                _a?.Dispose();
                _b?.Dispose();
            }
        }
        """,
        TypeWithoutDropCodeFixProvider.ImplementKey);
}
