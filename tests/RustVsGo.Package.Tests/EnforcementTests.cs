namespace RustVsGo.Package.Tests;

/// <summary>The property RustVsGoEnforcement in real builds, and what else has a say in a rule's severity.</summary>
public sealed class EnforcementTests(PackedPackage package)
{
    [Theory]
    [InlineData("error", "error")]
    [InlineData("warning", "warning")]
    [InlineData("Warning", "warning")]
    [InlineData("none", null)]
    public async Task The_property_sets_the_severity(string value, string? severity)
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(SeedPrograms.WithoutClone);

        var build = await sandbox.Build($"-p:RustVsGoEnforcement={value}");

        Assert.Equal(severity != "error", build.Succeeded);
        AssertReported(build, severity);
    }

    [Fact]
    public async Task An_unknown_value_fails_the_build_and_is_named_with_the_allowed_ones()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(SeedPrograms.WithoutClone);

        var build = await sandbox.Build("-p:RustVsGoEnforcement=strict");

        Assert.False(build.Succeeded, build.Output);
        Assert.Contains(
            "error RVG3003: The property RustVsGoEnforcement has the value 'strict'; it may be 'error' (the default), 'warning' or 'none'.",
            build.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.RVG0382.severity = none", null)]
    [InlineData(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.RVG0382.severity = error", "error")]
    [InlineData(".globalconfig", "is_global = true\ndotnet_diagnostic.RVG0382.severity = none", null)]
    [InlineData("App/.globalconfig", "is_global = true\nglobal_level = 0\ndotnet_diagnostic.RVG0382.severity = error", "error")]
    public async Task What_a_user_writes_about_one_rule_wins_over_the_property(string file, string configuration, string? severity)
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(SeedPrograms.WithoutClone);
        sandbox.Write(file, configuration);

        var build = await sandbox.Build("-p:RustVsGoEnforcement=warning");

        AssertReported(build, severity);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("warning")]
    public async Task A_project_that_gets_the_package_through_another_is_checked_too(string enforcement)
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddLibraryProject("public static class Library;", "Library");
        sandbox.AddTransitiveConsoleProject(SeedPrograms.WithoutClone, through: "Library");

        var build = await sandbox.Build($"-p:RustVsGoEnforcement={enforcement}");

        AssertReported(build, enforcement);
    }

    private static void AssertReported(CommandResult build, string? severity)
    {
        (string, int, string, string)[] expected = severity is null
            ? []
            : [("Program.cs", SeedPrograms.MarkedLine(SeedPrograms.WithoutClone), severity, "RVG0382")];

        Assert.Equal(expected, Sandbox.ReportedBy(build).Select(report => (report.File, report.Line, report.Severity, report.Id)));
    }
}
