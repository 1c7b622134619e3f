using System.Text.RegularExpressions;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>Holds the README's program to what the README says of it.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task The_first_program_gets_exactly_the_marked_reports()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var readme = await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"), cancellationToken);
        var program = CSharpBlock().Match(readme).Groups[1].Value;

        Assert.Equal(DocumentedProgram.MarkedReports(program), await DocumentedProgram.ReportsAsync(program, cancellationToken));
        Assert.Contains("RVG0382", program, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
