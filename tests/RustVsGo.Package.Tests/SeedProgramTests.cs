namespace RustVsGo.Package.Tests;

/// <summary>The seed's program in a fresh project on the packed package, from a failing build through <c>dotnet format</c> to a passing one.</summary>
public sealed class SeedProgramTests(PackedPackage package)
{
    [Fact]
    public Task A_config_that_can_be_cloned_is_cloned_at_the_move() =>
        FailsIsFixedAndRuns(SeedPrograms.WithClone, "PrintHost(config.Clone());");

    [Fact]
    public Task A_config_that_cannot_be_cloned_is_borrowed() =>
        FailsIsFixedAndRuns(SeedPrograms.WithoutClone, "PrintHost([Borrowed] Config config)");

    private async Task FailsIsFixedAndRuns(string program, string expectedInFixed)
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(program);

        var failing = await sandbox.Build();
        Assert.False(failing.Succeeded, failing.Output);
        var report = Assert.Single(Sandbox.ReportedBy(failing));
        Assert.Equal(("Program.cs", SeedPrograms.MarkedLine(program), "error", "RVG0382"), (report.File, report.Line, report.Severity, report.Id));

        Assert.NotEqual(0, await sandbox.FormatUntilStable("RVG0382"));
        Assert.Contains(expectedInFixed, sandbox.Read("App/Program.cs"), StringComparison.Ordinal);

        var passing = (await sandbox.Build()).MustSucceed();
        Assert.Empty(Sandbox.ReportedBy(passing));
        Assert.Equal(SeedPrograms.Output, (await sandbox.RunProgram()).MustSucceed().Output.Trim().ReplaceLineEndings("\n") + "\n");
    }
}
