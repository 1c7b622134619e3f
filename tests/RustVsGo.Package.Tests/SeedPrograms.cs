namespace RustVsGo.Package.Tests;

/// <summary>Rust's first lesson, in C#: a configuration is given away to be printed and read afterwards. The line that must be reported is marked.</summary>
internal static class SeedPrograms
{
    private const string Mark = "// used after the move";

    /// <summary>What the mended programs print.</summary>
    public const string Output = "Host: localhost\n8080\n";

    public const string WithoutClone =
        $$"""
        using RustVsGo;

        internal static class Program
        {
            private static void PrintHost([Owned] Config config)
            {
                Console.WriteLine($"Host: {config.Host}");
            }

            private static void Main()
            {
                var config = new Config { Host = "localhost", Port = 8080 };

                PrintHost(config);
                Console.WriteLine(config.Port); {{Mark}}
            }
        }

        [Owned]
        internal sealed class Config
        {
            public required string Host { get; init; }
            public required int Port { get; init; }
        }
        """;

    public const string WithClone =
        $$"""
        using RustVsGo;

        var config = new Config { Host = "localhost", Port = 8080 };

        PrintHost(config);
        Console.WriteLine(config.Port); {{Mark}}

        static void PrintHost([Owned] Config config)
        {
            Console.WriteLine($"Host: {config.Host}");
        }

        [Owned]
        internal sealed class Config
        {
            public required string Host { get; init; }
            public required int Port { get; init; }

            public Config Clone() => new() { Host = Host, Port = Port };
        }
        """;

    public static int MarkedLine(string program) =>
        1 + Array.FindIndex(program.Split('\n'), line => line.Contains(Mark, StringComparison.Ordinal));
}
