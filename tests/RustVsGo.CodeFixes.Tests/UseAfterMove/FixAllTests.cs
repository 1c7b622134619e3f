namespace RustVsGo.CodeFixes.Tests;

/// <summary>Several diagnostics at once; each test here runs FixAll in document, project and solution, and one fix after the other.</summary>
public sealed class FixAllTests
{
    [Fact]
    public Task Two_moves_are_both_cloned() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config a, Config b)
            {
                Sink.Take(a); Sink.Take(b);
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|};
            }

            static Config N(Config c)
            {
                Sink.Take(c);
                return {|RVG0382:c|};
            }
        }
        """,
        """
        static class C
        {
            static int M(Config a, Config b)
            {
                Sink.Take(a.Clone()); Sink.Take(b.Clone());
                return a.Port + b.Port;
            }

            static Config N(Config c)
            {
                Sink.Take(c.Clone());
                return c;
            }
        }
        """);

    [Fact]
    public Task Two_moves_in_one_statement_are_both_cloned() => Mended.ByCloning(
        """
        static class C
        {
            static Config Mix(Config first, Config second) => first;

            static int M(Config a, Config b)
            {
                Sink.Take(Mix(a, b));
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|};
            }
        }
        """,
        """
        static class C
        {
            static Config Mix(Config first, Config second) => first;

            static int M(Config a, Config b)
            {
                Sink.Take(Mix(a.Clone(), b.Clone()));
                return a.Port + b.Port;
            }
        }
        """);

    [Fact]
    public Task A_move_that_is_blamed_twice_is_cloned_once() => Mended.ByCloning(
        """
        static class C
        {
            static int M(Config config, bool choose)
            {
                var port = 0;
                if (choose)
                {
                    Sink.Take(config);
                    port = {|RVG0382:config.Port|};
                }
                else
                {
                    Sink.Take(config);
                    port = {|RVG0382:config.Port|};
                }

                return {|RVG0382:config.Port|} + port;
            }
        }
        """,
        """
        static class C
        {
            static int M(Config config, bool choose)
            {
                var port = 0;
                if (choose)
                {
                    Sink.Take(config.Clone());
                    port = config.Port;
                }
                else
                {
                    Sink.Take(config.Clone());
                    port = config.Port;
                }

                return config.Port + port;
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task Two_calls_of_one_callee_change_it_once() => Mended.ByBorrowing(
        """
        static class C
        {
            static void Print([Owned] Config config) => Console.WriteLine(config.Host);

            static int M(Config a, Config b)
            {
                Print(a);
                Print(b);
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|};
            }
        }
        """,
        """
        static class C
        {
            static void Print([Borrowed] Config config) => Console.WriteLine(config.Host);

            static int M(Config a, Config b)
            {
                Print(a);
                Print(b);
                return a.Port + b.Port;
            }
        }
        """);

    [Fact]
    public Task Parameters_and_aliases_borrow_together() => Mended.ByBorrowing(
        """
        static class C
        {
            static void Print(Config config) => Console.WriteLine(config.Host);

            static int M(Config a, Config b)
            {
                Print(a);
                var alias = b;
                return {|RVG0382:a.Port|} + {|RVG0382:b.Port|} + alias.Port;
            }
        }
        """,
        """
        static class C
        {
            static void Print([Borrowed] Config config) => Console.WriteLine(config.Host);

            static int M(Config a, Config b)
            {
                Print(a);
                var alias = Own.Borrow(b);
                return a.Port + b.Port + alias.Port;
            }
        }
        """);

    [Fact]
    public Task A_file_gets_one_using_for_all_its_callees()
    {
        const string Caller =
            """
            static class Caller
            {
                static int M(Config a, Config b)
                {
                    Callees.One(a);
                    Callees.Two(b);
                    return {|RVG0382:a.Port|} + {|RVG0382:b.Port|};
                }
            }
            """;
        const string Callees =
            """
            using System;

            [RustVsGo.Owned]
            public class Config { public int Port; }

            static class Callees
            {
                public static void One(Config config) => Console.WriteLine(config.Port);
                public static void Two(Config config) => config.Port = 1;
            }
            """;
        return Verify.FixFiles<UseAfterMoveCodeFixProvider>(
            [("Caller.cs", Caller), ("Callees.cs", Callees)],
            [
                ("Caller.cs", Caller.Replace("{|RVG0382:", "").Replace("|}", "")),
                ("Callees.cs", Callees
                    .Replace("using System;\n", "using System;\nusing RustVsGo;\n")
                    .Replace("One(Config", "One([Borrowed] Config")
                    .Replace("Two(Config", "Two([BorrowedMut] Config")),
            ],
            UseAfterMoveCodeFixProvider.BorrowKey,
            iterations: 2);
    }
}
