using System.Text.RegularExpressions;

namespace RustVsGo.Package.Tests;

/// <summary>A diagnostic as a build prints it.</summary>
internal sealed record Reported(string File, int Line, string Severity, string Id, string Message);

/// <summary>
/// A fresh folder outside the tree in which a user's project lives. It restores from the packed package's folder alone into a packages folder of its own,
/// and shuts out build files that may lie above it, so nothing but the package can make a build behave as it does.
/// </summary>
internal sealed partial class Sandbox : IDisposable
{
    private readonly PackedPackage _package;

    public Sandbox(PackedPackage package)
    {
        _package = package;
        Folder = Directory.CreateTempSubdirectory("rustvsgo-sandbox-").FullName;
        Write(
            "nuget.config",
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="packed" value="{package.Feed}" />
              </packageSources>
              <packageSourceMapping>
                <clear />
              </packageSourceMapping>
              <fallbackPackageFolders>
                <clear />
              </fallbackPackageFolders>
            </configuration>
            """);
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            Write(name, "<Project />");
        Write(".editorconfig", "root = true");
    }

    public string Folder { get; }

    /// <summary>A console project that references the package and has this one source file.</summary>
    public void AddConsoleProject(string program, string name = "App")
    {
        WriteProject(name, "Exe", $"""<PackageReference Include="RustVsGo" Version="{_package.Version}" />""");
        Write($"{name}/Program.cs", program);
    }

    /// <summary>A class library that references the package.</summary>
    public void AddLibraryProject(string source, string name)
    {
        WriteProject(name, "Library", $"""<PackageReference Include="RustVsGo" Version="{_package.Version}" />""");
        Write($"{name}/{name}.cs", source);
    }

    /// <summary>A console project that does not name the package: it gets it through the project that it references.</summary>
    public void AddTransitiveConsoleProject(string program, string through, string name = "App")
    {
        WriteProject(name, "Exe", $"""<ProjectReference Include="../{through}/{through}.csproj" />""");
        Write($"{name}/Program.cs", program);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>Builds everything anew, for a build that has nothing to do prints no warnings.</summary>
    public Task<CommandResult> Build(params string[] arguments) =>
        DotNet.Run(Path.Combine(Folder, "App"), ["build", "--no-incremental", .. arguments]);

    /// <summary>Applies the fixes of the rule as <c>dotnet format</c> does, one kind a run, until a run changes nothing.</summary>
    /// <returns>How many runs changed something.</returns>
    public async Task<int> FormatUntilStable(string id)
    {
        const int MostRuns = 10;
        for (var changes = 0; changes < MostRuns; changes++)
        {
            var before = Read("App/Program.cs");
            (await DotNet.Run(Path.Combine(Folder, "App"), "format", "analyzers", "--diagnostics", id, "--severity", "error")).MustSucceed();
            if (Read("App/Program.cs") == before)
                return changes;
        }

        Assert.Fail($"'dotnet format analyzers' still changes the program after {MostRuns} runs:\n{Read("App/Program.cs")}");
        return MostRuns;
    }

    /// <summary>As <see cref="FormatUntilStable"/>, for several rules in a run, in all files of the project.</summary>
    /// <returns>How many runs changed something.</returns>
    public async Task<int> FormatAllUntilStable(params string[] ids)
    {
        const int MostRuns = 30;
        for (var changes = 0; changes < MostRuns; changes++)
        {
            var before = Sources();
            (await DotNet.Run(Path.Combine(Folder, "App"), ["format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", .. ids])).MustSucceed();
            if (Sources().SequenceEqual(before))
                return changes;
        }

        Assert.Fail($"'dotnet format analyzers' still changes the program after {MostRuns} runs.");
        return MostRuns;
    }

    private IEnumerable<string> Sources() => [.. Directory.GetFiles(Path.Combine(Folder, "App"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public Task<CommandResult> RunProgram() => DotNet.Run(Path.Combine(Folder, "App"), "run", "--no-build");

    /// <summary>The diagnostics of a build, each once: a build prints them as they come and again in its summary.</summary>
    public static IReadOnlyList<Reported> ReportedBy(CommandResult build) =>
        [.. DiagnosticLine().Matches(build.Output)
            .Select(match => new Reported(
                Path.GetFileName(match.Groups["file"].Value),
                int.Parse(match.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture),
                match.Groups["severity"].Value,
                match.Groups["id"].Value,
                match.Groups["message"].Value))
            .Distinct()];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void WriteProject(string name, string outputType, string reference) =>
        Write(
            $"{name}/{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                {reference}
              </ItemGroup>
            </Project>
            """);

    [GeneratedRegex(@"^\s*(?<file>[^\r\n(]+)\((?<line>\d+),\d+\): (?<severity>error|warning) (?<id>\w+): (?<message>.*?)( \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}
