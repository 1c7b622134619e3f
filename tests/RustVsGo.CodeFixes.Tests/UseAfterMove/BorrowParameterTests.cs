namespace RustVsGo.CodeFixes.Tests;

/// <summary>What the callee does with its parameter, and how the attribute is written.</summary>
public sealed class BorrowParameterTests
{
    [Fact]
    public Task An_owned_parameter_that_is_only_read_becomes_borrowed() => Mended.ByBorrowing(
        """
        static class C
        {
            static void Print([Owned] Config config) => Console.WriteLine(config.Host);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static void Print([Borrowed] Config config) => Console.WriteLine(config.Host);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task A_parameter_that_says_nothing_becomes_borrowed() => Mended.ByBorrowing(
        """
        static class C
        {
            static void Print(string prefix, Config config)
            {
                Console.WriteLine(prefix + config.Host);
            }

            static int M(Config config)
            {
                Print("> ", config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static void Print(string prefix, [Borrowed] Config config)
            {
                Console.WriteLine(prefix + config.Host);
            }

            static int M(Config config)
            {
                Print("> ", config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task Other_attributes_stay_where_they_are() => Mended.ByBorrowing(
        """
        [AttributeUsage(AttributeTargets.Parameter)]
        class NoteAttribute : Attribute { }

        static class C
        {
            static void One([Note, Owned /* taken */] Config config) => Console.WriteLine(config.Host);
            static void Two([Note] [OwnedAttribute] Config config) => Console.WriteLine(config.Host);
            static void Three([Note]
                Config config) => Console.WriteLine(config.Host);
            static void Four([RustVsGo.Owned] Config config) => Console.WriteLine(config.Host);

            static int M(Config a, Config b, Config c, Config d)
            {
                One(a);
                Two(b);
                Three(c);
                Four(d);
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|} + {|RVG0382:c.Port|} + {|RVG0382:d.Port|};
            }
        }
        """,
        """
        [AttributeUsage(AttributeTargets.Parameter)]
        class NoteAttribute : Attribute { }

        static class C
        {
            static void One([Note, Borrowed /* taken */] Config config) => Console.WriteLine(config.Host);
            static void Two([Note] [BorrowedAttribute] Config config) => Console.WriteLine(config.Host);
            static void Three([Note]
                [Borrowed] Config config) => Console.WriteLine(config.Host);
            static void Four([RustVsGo.Borrowed] Config config) => Console.WriteLine(config.Host);

            static int M(Config a, Config b, Config c, Config d)
            {
                One(a);
                Two(b);
                Three(c);
                Four(d);
                return a.Port + b.Port + c.Port + d.Port;
            }
        }
        """);

    [Fact]
    public Task A_parameter_that_is_mutated_becomes_borrowed_mutably() => Mended.ByBorrowing(
        """
        static class C
        {
            static void ByCall([Owned] Config config) => config.Reset();
            static void ByField([Owned] Config config) { config.Port++; }
            static void ByProperty([Owned] Config config) { config.Host += "!"; }
            static void ByCallee(Config config) { Sink.Look(config); Sink.Change(config); }
            static void ByPart(Config config) { config.Next!.Port = 1; }

            static int M(Config a, Config b, Config c, Config d, Config e)
            {
                ByCall(a);
                ByField(b);
                ByProperty(c);
                ByCallee(d);
                ByPart(e);
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|} + {|RVG0382:c.Port|} + {|RVG0382:d.Port|} + {|RVG0382:e.Port|};
            }
        }
        """,
        """
        static class C
        {
            static void ByCall([BorrowedMut] Config config) => config.Reset();
            static void ByField([BorrowedMut] Config config) { config.Port++; }
            static void ByProperty([BorrowedMut] Config config) { config.Host += "!"; }
            static void ByCallee([BorrowedMut] Config config) { Sink.Look(config); Sink.Change(config); }
            static void ByPart([BorrowedMut] Config config) { config.Next!.Port = 1; }

            static int M(Config a, Config b, Config c, Config d, Config e)
            {
                ByCall(a);
                ByField(b);
                ByProperty(c);
                ByCallee(d);
                ByPart(e);
                return a.Port + b.Port + c.Port + d.Port + e.Port;
            }
        }
        """);

    [Fact]
    public Task All_these_are_reading() => Mended.ByBorrowing(
        """
        static class C
        {
            static string Read([Owned] Config config, Config? other)
            {
                ArgumentNullException.ThrowIfNull(config);
                if (config is null || config == other || other is { Port: 80 })
                    return nameof(config);
                Sink.Look(config.Next ?? config);
                Console.WriteLine("{0} {1}", config, config.Next?.Next?.Host.Length);
                lock (config)
                {
                    foreach (var letter in config.Host)
                        Console.Write(letter);
                }

                Local();
                return $"{config.Host}:{config.Port:x} {config.Clone().Port} {Read(config, null)}";

                void Local() => Console.WriteLine(config.ToString());
            }

            static int M(Config config)
            {
                Read(config, null);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        static class C
        {
            static string Read([Borrowed] Config config, Config? other)
            {
                ArgumentNullException.ThrowIfNull(config);
                if (config is null || config == other || other is { Port: 80 })
                    return nameof(config);
                Sink.Look(config.Next ?? config);
                Console.WriteLine("{0} {1}", config, config.Next?.Next?.Host.Length);
                lock (config)
                {
                    foreach (var letter in config.Host)
                        Console.Write(letter);
                }

                Local();
                return $"{config.Host}:{config.Port:x} {config.Clone().Port} {Read(config, null)}";

                void Local() => Console.WriteLine(config.ToString());
            }

            static int M(Config config)
            {
                Read(config, null);
                return config.Port;
            }
        }
        """);
}
