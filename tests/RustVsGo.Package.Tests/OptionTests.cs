using System.Text.RegularExpressions;

namespace RustVsGo.Package.Tests;

/// <summary>The options of the analyzer and the severities of its rules, set in a real <c>.editorconfig</c> or global configuration.</summary>
public sealed partial class OptionTests(PackedPackage package)
{
    // One report for each option: the catalog's, and that of a parameter that says nothing. NAME is the class.
    private const string Reported =
        """
        using System.Buffers;
        using RustVsGo;

        internal static class NAME
        {
            public static void Catalog(List<int> items)
            {
                foreach (var item in items)
                    items.Add(item); // RVG0502
            }

            public static int SameRuleByTheCatalog()
            {
                var rented = ArrayPool<int>.Shared.Rent(1);
                ArrayPool<int>.Shared.Return(rented);
                return rented[0]; // RVG0382
            }

            public static void Unannotated()
            {
                var document = new Document();
                Show(document);
                Show(document); // RVG0382
            }

            private static void Show(Document document) => Console.WriteLine(document.Text);

            [Owned]
            private sealed class Document
            {
                public string Text = "";
            }
        }
        """;

    private const string Main = "internal static class Program { private static void Main() => Console.WriteLine(); }";

    [Fact]
    public async Task Each_option_holds_for_the_files_of_its_section()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Main);
        foreach (var name in (string[])["Default", "Said", "Lent", "Bare"])
            sandbox.Write($"App/{name}/{name}.cs", Reported.Replace("NAME", name, StringComparison.Ordinal));
        sandbox.Write(
            ".editorconfig",
            """
            root = true
            [App/Said/*.cs]
            rustvsgo.catalog = on
            rustvsgo.unannotated_parameters = move
            rustvsgo.exceptional_paths = on
            [App/Lent/*.cs]
            rustvsgo.unannotated_parameters = borrow
            [App/Bare/*.cs]
            rustvsgo.catalog = OFF
            rustvsgo.exceptional_paths = off
            """);

        var build = await sandbox.Build();

        Assert.False(build.Succeeded, build.Output);
        Assert.Equal(
            [.. All("Bare", catalog: null), .. All("Default", "warning"), .. Catalog("Lent", "warning"), .. All("Said", "warning")],
            Of(build));
    }

    [Fact]
    public async Task A_section_may_say_otherwise_than_the_global_configuration()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Main);
        foreach (var name in (string[])["Default", "Said"])
            sandbox.Write($"App/{name}/{name}.cs", Reported.Replace("NAME", name, StringComparison.Ordinal));
        sandbox.Write(".globalconfig", "is_global = true\nrustvsgo.catalog = off\nrustvsgo.unannotated_parameters = borrow");
        sandbox.Write(".editorconfig", "root = true\n[App/Said/*.cs]\nrustvsgo.catalog = on\nrustvsgo.unannotated_parameters = move");

        var build = await sandbox.Build();

        Assert.Equal(All("Said", "warning"), Of(build));
    }

    [Fact]
    public async Task What_rests_on_the_catalog_alone_is_a_warning_and_fails_no_build()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Main);
        sandbox.Write("App/Default/Default.cs", Reported.Replace("NAME", "Default", StringComparison.Ordinal));
        sandbox.Write(".editorconfig", "root = true\n[*.cs]\nrustvsgo.unannotated_parameters = borrow");

        var enforced = (await sandbox.Build("-p:RustVsGoEnforcement=error")).MustSucceed();
        Assert.Equal(Catalog("Default", "warning"), Of(enforced));

        var silent = (await sandbox.Build("-p:RustVsGoEnforcement=none")).MustSucceed();
        Assert.Empty(Of(silent));
    }

    [Fact]
    public async Task An_unknown_value_or_option_is_reported_once_and_the_default_holds()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Main);
        sandbox.Write("App/Default/Default.cs", Reported.Replace("NAME", "Default", StringComparison.Ordinal));
        sandbox.Write(
            ".editorconfig",
            """
            root = true
            [*.cs]
            rustvsgo.catalog = perhaps
            rustvsgo.unannotated_parameters = borrowed
            rustvsgo.exceptional_paths = sometimes
            rustvsgo.catalogue = off
            """);

        var build = await sandbox.Build("-p:RustVsGoEnforcement=warning");
        build.MustSucceed();
        Assert.Equal(
            ["rustvsgo.catalog", "rustvsgo.catalogue", "rustvsgo.exceptional_paths", "rustvsgo.unannotated_parameters"],
            Unreadable(build, "warning"));
        Assert.Equal([.. All("Default", "warning").Select(report => report with { Severity = "warning" })], Of(build));

        sandbox.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.RVG3003.severity = error");
        var failing = await sandbox.Build("-p:RustVsGoEnforcement=none");
        Assert.False(failing.Succeeded, failing.Output);
        Assert.Equal(4, Unreadable(failing, "error").Count);
        Assert.Empty(Of(failing));
    }

    [Fact]
    public async Task The_severity_of_a_rule_wins_over_that_of_its_category()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Main);
        foreach (var name in (string[])["Category", "Rule", "Silent"])
            sandbox.Write($"App/{name}/{name}.cs", Reported.Replace("NAME", name, StringComparison.Ordinal));
        sandbox.Write(
            ".editorconfig",
            """
            root = true
            [App/Category/*.cs]
            dotnet_analyzer_diagnostic.category-Ownership.severity = warning
            [App/Rule/*.cs]
            dotnet_analyzer_diagnostic.category-Ownership.severity = none
            dotnet_diagnostic.RVG0382.severity = error
            [App/Silent/*.cs]
            dotnet_analyzer_diagnostic.category-Ownership.severity = none
            """);

        var build = await sandbox.Build();

        Assert.False(build.Succeeded, build.Output);
        Assert.Equal(
            [.. All("Category", "warning").Select(report => report with { Severity = "warning" }), .. All("Rule", "error").Where(report => report.Id == "RVG0382")],
            Of(build));
    }

    private static IEnumerable<Report> Catalog(string name, string severity) =>
        [new($"{name}.cs", Line("items.Add"), severity, "RVG0502"), new($"{name}.cs", Line("return rented"), severity, "RVG0382")];

    private static IEnumerable<Report> All(string name, string? catalog) =>
        [.. catalog is null ? [] : Catalog(name, catalog), new($"{name}.cs", Line("Show(document); //"), "error", "RVG0382")];

    private static int Line(string text) => 1 + Array.FindIndex(Reported.Split('\n'), line => line.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<Report> Of(CommandResult build) =>
        Sandbox.ReportedBy(build)
            .Where(report => report.Id.StartsWith("RVG", StringComparison.Ordinal))
            .Select(report => new Report(report.File, report.Line, report.Severity, report.Id))
            .OrderBy(report => report.File, StringComparer.Ordinal)
            .ThenBy(report => report.Line);

    private static List<string> Unreadable(CommandResult build, string severity) =>
        [.. UnreadableLine().Matches(build.Output)
            .Where(match => match.Groups["severity"].Value == severity)
            .Select(match => match.Groups["option"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"CSC : (?<severity>error|warning) RVG3003: [^\r\n]*?'(?<option>rustvsgo\.\w+)'")]
    private static partial Regex UnreadableLine();

    private sealed record Report(string File, int Line, string Severity, string Id);
}
