namespace RustVsGo.Package.Tests;

/// <summary>One mistake for each rule of the mission in a fresh project on the packed package: a build that fails, <c>dotnet format</c>, a build that passes.</summary>
public sealed class FourRulesTests(PackedPackage package)
{
    private const string Program =
        """
        using RustVsGo;

        var config = new Config { Host = "localhost" };
        Print(config);
        Console.WriteLine($"host {config.Host}"); // RVG0382

        var journal = new Journal();
        var last = journal.Last();
        journal.Append("second"); // RVG0502
        Console.WriteLine($"last {last.Text}");

        Ship(new Order());

        var root = Document.Parse("report").Root(); // RVG0716
        Console.WriteLine($"root {root.Text}");

        static void Print([Owned] Config config) => Console.WriteLine($"print {config.Host}");

        static void Ship([Borrowed] Order order)
        {
            Label(order.Address); // RVG0507
            Console.WriteLine($"shipped to {order.Address.City}");
        }

        static void Label([Owned] Address address) => Console.WriteLine($"label {address.City}");

        [Owned]
        internal sealed class Config
        {
            public required string Host { get; init; }

            public Config Clone() => new() { Host = Host };
        }

        [Owned]
        internal sealed class Entry
        {
            public string Text = "";

            public Entry Clone() => new() { Text = Text };
        }

        [Owned]
        internal sealed class Journal
        {
            private readonly Entry _last = new() { Text = "first" };

            [return: Borrowed]
            public Entry Last() => _last;

            [Mutates]
            public void Append(string text) => _last.Text = text;
        }

        [Owned]
        internal sealed class Address
        {
            public string City = "Turin";
        }

        [Owned]
        internal sealed class Order
        {
            public Address Address { get; } = new();
        }

        [Owned]
        internal sealed class Document : IDisposable
        {
            private readonly Entry _root;

            private Document(Entry root) => _root = root;

            public static Document Parse(string text) => new(new Entry { Text = text });

            [return: Borrowed]
            public Entry Root() => _root;

            public void Dispose() => Console.WriteLine($"closed {_root.Text}");
        }
        """;

    private const string Output =
        """
        print localhost
        host localhost
        last first
        label Turin
        shipped to Turin
        root report
        closed report
        """;

    private static readonly string[] Rules = ["RVG0382", "RVG0502", "RVG0507", "RVG0716"];

    [Fact]
    public async Task One_mistake_for_each_rule_fails_the_build_and_is_fixed_by_format()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Program);

        var failing = await sandbox.Build();
        Assert.False(failing.Succeeded, failing.Output);
        Assert.Equal(
            Rules.Select(rule => ("Program.cs", MarkedLine(rule), "error", rule)),
            Sandbox.ReportedBy(failing).Select(report => (report.File, report.Line, report.Severity, report.Id)).OrderBy(report => report.Id, StringComparer.Ordinal));

        foreach (var rule in Rules)
            Assert.NotEqual(0, await sandbox.FormatUntilStable(rule));

        var mended = sandbox.Read("App/Program.cs");
        Assert.Contains("\nPrint(config.Clone());\n", mended, StringComparison.Ordinal);
        Assert.Contains("\nvar last = journal.Last().Clone();\n", mended, StringComparison.Ordinal);
        Assert.Contains("\nstatic void Label([Borrowed] Address address)", mended, StringComparison.Ordinal);
        Assert.Contains("\nusing var document = Document.Parse(\"report\");\nvar root = document.Root();", mended, StringComparison.Ordinal);

        var passing = (await sandbox.Build()).MustSucceed();
        Assert.Empty(Sandbox.ReportedBy(passing));
        Assert.Equal(Output.ReplaceLineEndings("\n"), (await sandbox.RunProgram()).MustSucceed().Output.Trim().ReplaceLineEndings("\n"));
    }

    private static int MarkedLine(string rule) => 1 + Array.FindIndex(Program.Split('\n'), line => line.Contains("// " + rule, StringComparison.Ordinal));
}
