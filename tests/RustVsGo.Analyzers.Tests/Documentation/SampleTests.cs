using System.Text.RegularExpressions;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>Holds each sample together with the list of reports in its README.</summary>
public sealed partial class SampleTests
{
    // What the SDK adds to a project with ImplicitUsings, which the samples' projects have.
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Samples =>
        new(Directory.GetDirectories(RepositoryRoot.Combine("samples")).Where(folder => SourceFiles(folder).Any()).Select(folder => Path.GetFileName(folder)));

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_gets_exactly_the_reports_that_its_readme_lists(string sample)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = RepositoryRoot.Combine("samples", sample);
        var sources = SourceFiles(folder)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Append(("ImplicitUsings.cs", ImplicitUsings));
        var readme = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), cancellationToken);

        var listed = ListedReport().Matches(readme).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(listed, await DocumentedProgram.ReportsAsync(sources, rule: null, cancellationToken));
    }

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"^([\w./-]+\.cs\(\d+\): RVG\d{4})\r?$", RegexOptions.Multiline)]
    private static partial Regex ListedReport();
}
