using System.Globalization;

namespace RustVsGo.Package.Tests;

/// <summary>
/// A project with one mistake for each way of mending that there is: a build that reports each, <c>dotnet format</c> until it changes nothing, a build that
/// reports nothing, and the project's own tests.
/// </summary>
public sealed class FixFamilyTests(PackedPackage package)
{
    private static string Program =>
        string.Concat(FixFamilies.All.Select(family => string.Create(CultureInfo.InvariantCulture, $"Check(\"{family.Name}\", App.{family.Name}.Test(), {family.Result});\n")))
        + """

        static void Check(string name, int actual, int expected) => Console.WriteLine($"{name}: {(actual == expected ? "passed" : $"{actual} is not {expected}")}");
        """;

    [Fact]
    public void Each_way_of_mending_has_a_mistake() =>
        Assert.Equal(FixFamilies.InSource, FixFamilies.All.Select(family => family.Fix).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task One_mistake_for_each_way_of_mending_is_mended_by_format()
    {
        using var sandbox = new Sandbox(package);
        sandbox.AddConsoleProject(Program);
        sandbox.Write("App/Types.cs", FixFamilies.Types);
        sandbox.Write(
            ".editorconfig",
            """
            root = true
            [StateModeFixRVG3004.cs]
            dotnet_diagnostic.RVG3004.severity = warning
            [*.cs]
            dotnet_diagnostic.RVG3005.severity = warning
            """);
        foreach (var family in FixFamilies.All)
            sandbox.Write($"App/{family.Name}.cs", family.Before.TrimEnd('\n'));

        var failing = await sandbox.Build();
        Assert.False(failing.Succeeded, failing.Output);
        Assert.Equal(
            FixFamilies.All.SelectMany(family => (string[])[family.Rule, .. family.Also is { } also ? [also] : Array.Empty<string>()], (family, rule) => ($"{family.Name}.cs", rule)).Order(),
            Sandbox.ReportedBy(failing).Select(report => (report.File, report.Id)).Order());

        Assert.NotEqual(0, await sandbox.FormatAllUntilStable([.. FixFamilies.All.Select(family => family.Rule).Distinct().Order(StringComparer.Ordinal)]));

        // The client asks one report that it comes upon for its first action, and mends all reports of the rule by that action's family where it is right; which
        // report that is depends on how its own analysis went. A rule with one way of mending leaves it no choice.
        foreach (var ways in FixFamilies.All.GroupBy(family => family.Rule))
        {
            var mended = ways.Select(family => (family, Text: sandbox.Read($"App/{family.Name}.cs"))).ToList();
            Assert.All(mended, file => Assert.True(file.Text == file.family.After || (mended.Count > 1 && file.Text != file.family.Before), file.family.Name + "\n" + file.Text));
            Assert.Contains(mended, file => file.Text == file.family.After);
        }

        var passing = (await sandbox.Build()).MustSucceed();
        Assert.Empty(Sandbox.ReportedBy(passing));
        Assert.Equal(
            FixFamilies.All.Select(family => $"{family.Name}: passed"),
            (await sandbox.RunProgram()).MustSucceed().Output.Trim().ReplaceLineEndings("\n").Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal)));
    }
}
