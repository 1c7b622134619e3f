namespace RustVsGo.CodeFixes.Tests;

/// <summary>Every kind of callee whose parameter can borrow.</summary>
public sealed class BorrowCalleesTests
{
    [Fact]
    public Task A_local_function_borrows() => Mended.ByBorrowing(
        """
        static class C
        {
            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};

                static void Print(Config config) => Console.WriteLine(config.Host);
            }
        }
        """,
        """
        static class C
        {
            static int M(Config config)
            {
                Print(config);
                return config.Port;

                static void Print([Borrowed] Config config) => Console.WriteLine(config.Host);
            }
        }
        """);

    [Fact]
    public Task A_constructor_borrows() => Mended.ByBorrowing(
        """
        class Server
        {
            private readonly int _port;

            public Server(string name, [Owned] Config config) => _port = config.Port;

            public static int M(Config config)
            {
                var server = new Server("", config);
                return {|RVG0382:config.Port|} + server._port;
            }
        }
        """,
        """
        class Server
        {
            private readonly int _port;

            public Server(string name, [Borrowed] Config config) => _port = config.Port;

            public static int M(Config config)
            {
                var server = new Server("", config);
                return config.Port + server._port;
            }
        }
        """);

    [Fact]
    public Task An_extension_method_borrows_its_receiver() => Mended.ByBorrowing(
        """
        static class Extensions
        {
            public static void Print([Owned] this Config config) => Console.WriteLine(config.Host);

            static int M(Config config)
            {
                config.Print();
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class Extensions
        {
            public static void Print([Borrowed] this Config config) => Console.WriteLine(config.Host);

            static int M(Config config)
            {
                config.Print();
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task A_generic_callee_borrows() => Mended.ByBorrowing(
        """
        static class C
        {
            static void Print<T>(T value, int times) => Console.WriteLine($"{value}{times}");

            static int M(Config config)
            {
                Print(config, 2);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static void Print<T>([Borrowed] T value, int times) => Console.WriteLine($"{value}{times}");

            static int M(Config config)
            {
                Print(config, 2);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task An_async_callee_borrows_where_it_is_awaited() => Mended.ByBorrowing(
        """
        static class C
        {
            static async Task Send(Config config)
            {
                await Task.Yield();
                Console.WriteLine(config.Host);
            }

            static async Task<int> M(Config config)
            {
                await Send(config).ConfigureAwait(false);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static async Task Send([Borrowed] Config config)
            {
                await Task.Yield();
                Console.WriteLine(config.Host);
            }

            static async Task<int> M(Config config)
            {
                await Send(config).ConfigureAwait(false);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task A_plain_value_is_borrowed_where_it_was_owned_by_contract() => Mended.ByBorrowing(
        """
        static class C
        {
            static long Measure([Owned] System.IO.Stream stream) => stream.Length;

            static long M([Owned] System.IO.Stream stream)
            {
                Measure(stream);
                return {|RVG0382:stream|}.Length;
            }
        }
        """,
        """
        static class C
        {
            static long Measure([Borrowed] System.IO.Stream stream) => stream.Length;

            static long M([Owned] System.IO.Stream stream)
            {
                Measure(stream);
                return stream.Length;
            }
        }
        """);

    [Fact]
    public Task The_part_of_a_partial_method_that_says_so_is_changed() => Mended.ByBorrowing(
        """
        static partial class C
        {
            static partial void One([Owned] Config config);
            static partial void One(Config config) => Console.WriteLine(config.Host);

            static partial void Two(Config config);
            static partial void Two([Owned] Config config) => Console.WriteLine(config.Host);

            static partial void Three(Config config);
            static partial void Three(Config config) => config.Reset();

            static int M(Config a, Config b, Config c)
            {
                One(a);
                Two(b);
                Three(c);
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|} + {|RVG0382:c.Port|};
            }
        }
        """,
        """
        static partial class C
        {
            static partial void One([Borrowed] Config config);
            static partial void One(Config config) => Console.WriteLine(config.Host);

            static partial void Two(Config config);
            static partial void Two([Borrowed] Config config) => Console.WriteLine(config.Host);

            static partial void Three([BorrowedMut] Config config);
            static partial void Three(Config config) => config.Reset();

            static int M(Config a, Config b, Config c)
            {
                One(a);
                Two(b);
                Three(c);
                return a.Port + b.Port + c.Port;
            }
        }
        """);

    [Fact]
    public Task A_struct_is_borrowed_by_value() => Mended.ByBorrowing(
        """
        [Owned]
        struct Handle { public int Value; }

        static class C
        {
            static void Print([Owned] Handle handle) => Console.WriteLine(handle.Value);

            static int M(Handle handle)
            {
                Print(handle);
                return {|RVG0382:handle.Value|};
            }
        }
        """,
        """
        [Owned]
        struct Handle { public int Value; }

        static class C
        {
            static void Print([Borrowed] Handle handle) => Console.WriteLine(handle.Value);

            static int M(Handle handle)
            {
                Print(handle);
                return handle.Value;
            }
        }
        """);

    [Fact]
    public Task Members_of_a_family_change_together() => Mended.ByBorrowing(
        """
        interface IPrinter { void Print([Owned] Config config); }
        class Implicit : IPrinter { public void Print([Owned] Config config) => Console.WriteLine(config.Host); }
        class Explicit : IPrinter { void IPrinter.Print([Owned] Config config) => Console.WriteLine(config.Host); }
        abstract class Abstract { public abstract void Print([Owned] Config config); }
        class Override : Abstract { public override void Print([Owned] Config config) => Console.WriteLine(config.Host); }
        class Virtual { public virtual void Print([Owned] Config config) => Console.WriteLine(config.Host); }

        static class C
        {
            static int M(Config a, Config b, Config c, Config d, Config e)
            {
                new Implicit().Print(a);
                ((IPrinter)new Explicit()).Print(b);
                ((Abstract)new Override()).Print(c);
                new Override().Print(d);
                new Virtual().Print(e);
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|} + {|RVG0382:c.Port|} + {|RVG0382:d.Port|} + {|RVG0382:e.Port|};
            }
        }
        """,
        """
        interface IPrinter { void Print([Borrowed] Config config); }
        class Implicit : IPrinter { public void Print([Borrowed] Config config) => Console.WriteLine(config.Host); }
        class Explicit : IPrinter { void IPrinter.Print([Borrowed] Config config) => Console.WriteLine(config.Host); }
        abstract class Abstract { public abstract void Print([Borrowed] Config config); }
        class Override : Abstract { public override void Print([Borrowed] Config config) => Console.WriteLine(config.Host); }
        class Virtual { public virtual void Print([Borrowed] Config config) => Console.WriteLine(config.Host); }

        static class C
        {
            static int M(Config a, Config b, Config c, Config d, Config e)
            {
                new Implicit().Print(a);
                ((IPrinter)new Explicit()).Print(b);
                ((Abstract)new Override()).Print(c);
                new Override().Print(d);
                new Virtual().Print(e);
                return a.Port + b.Port + c.Port + d.Port + e.Port;
            }
        }
        """,
        3);
}
