namespace RustVsGo.CodeFixes.Tests;

/// <summary>How <c>[Borrowed]</c> and <c>Own</c> are written where they are not in scope.</summary>
public sealed class NamingTests
{
    private const string Types =
        """
        [RustVsGo.Owned]
        public class Config { public int Port; }
        """;

    private static Task InFile(string before, string after, string types = Types) => Verify.FixFiles<UseAfterMoveCodeFixProvider>(
        [("Program.cs", before), ("Types.cs", types)], [("Program.cs", after), ("Types.cs", types)], UseAfterMoveCodeFixProvider.BorrowKey);

    [Fact]
    public Task A_using_is_added_between_the_others() => InFile(
        """
        // The header.

        using System;
        using System.Text;	// for text
        using Zoo;
        using static System.Math;

        namespace Zoo { }

        static class C
        {
            static void Print(Config config) => Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        // The header.

        using System;
        using System.Text;	// for text
        using RustVsGo;
        using Zoo;
        using static System.Math;

        namespace Zoo { }

        static class C
        {
            static void Print([Borrowed] Config config) => Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task The_first_using_goes_below_the_header() => InFile(
        """
        // The header,
        // of two lines.

        #nullable enable

        // About C.
        static class C
        {
            static void Print(Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        // The header,
        // of two lines.

        #nullable enable

        using RustVsGo;

        // About C.
        static class C
        {
            static void Print([Borrowed] Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task A_using_is_added_inside_the_namespace_where_the_others_are() => InFile(
        """
        namespace App
        {
            using System;

            static class C
            {
                static int M(Config config)
                {
                    var alias = config;
                    Console.WriteLine(alias.Port);
                    return {|RVG0382:config.Port|};
                }
            }
        }
        """,
        """
        namespace App
        {
            using System;
            using RustVsGo;

            static class C
            {
                static int M(Config config)
                {
                    var alias = Own.Borrow(config);
                    Console.WriteLine(alias.Port);
                    return config.Port;
                }
            }
        }
        """);

    [Fact]
    public Task A_using_that_sorts_first_goes_below_header_and_directives() => InFile(
        """
        // The header.
        #nullable enable
        using Zoo; // the animals

        namespace Zoo { }

        static class C
        {
            static void Print(Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        // The header.
        #nullable enable
        using RustVsGo;
        using Zoo; // the animals

        namespace Zoo { }

        static class C
        {
            static void Print([Borrowed] Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task The_using_ends_its_line_as_the_file_does() => InFile(
        "using System;\r\n\r\nstatic class C\r\n{\r\n    static void Print(Config c) => Console.WriteLine(c.Port);\r\n    static int M(Config c)\r\n    {\r\n        Print(c);\r\n        return {|RVG0382:c.Port|};\r\n    }\r\n}\r\n",
        "using System;\r\nusing RustVsGo;\r\n\r\nstatic class C\r\n{\r\n    static void Print([Borrowed] Config c) => Console.WriteLine(c.Port);\r\n    static int M(Config c)\r\n    {\r\n        Print(c);\r\n        return c.Port;\r\n    }\r\n}\r\n");

    [Fact]
    public Task A_global_using_is_enough() => InFile(
        """
        static class C
        {
            static void Print(Config config) => System.Console.WriteLine(config.Port);

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
            static void Print([Borrowed] Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """,
        "global using RustVsGo;\n" + Types);

    [Fact]
    public Task The_name_is_qualified_where_a_using_would_hide_another() => InFile(
        """
        using Orm;

        namespace Orm { class OwnedAttribute : System.Attribute { } }

        [Owned]
        static class C
        {
            static void Print(Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        using Orm;

        namespace Orm { class OwnedAttribute : System.Attribute { } }

        [Owned]
        static class C
        {
            static void Print([RustVsGo.Borrowed] Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task The_name_is_qualified_where_it_means_something_else() => InFile(
        """
        using RustVsGo;

        class BorrowedAttribute : System.Attribute { }

        static class C
        {
            static void Print([Owned] Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        using RustVsGo;

        class BorrowedAttribute : System.Attribute { }

        static class C
        {
            static void Print([RustVsGo.Borrowed] Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """);

    [Fact]
    public Task The_name_is_qualified_where_the_usings_are_conditional() => InFile(
        """
        #if !DEBUG
        using System;
        #endif
        using System.Text;

        static class C
        {
            static void Print(Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return {|RVG0382:config.Port|};
            }
        }
        """,
        """
        #if !DEBUG
        using System;
        #endif
        using System.Text;

        static class C
        {
            static void Print([RustVsGo.Borrowed] Config config) => System.Console.WriteLine(config.Port);

            static int M(Config config)
            {
                Print(config);
                return config.Port;
            }
        }
        """);
}
