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

        Assert.Equal(DocumentedProgram.MarkedReports(program), await DocumentedProgram.ReportsAsync(program, rule: null, cancellationToken));
        Assert.Contains("RVG0382", program, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_rules_lists_every_rule()
    {
        var rules =
            from descriptor in AllAnalyzers.Rules
            select $"[{descriptor.Id}](docs/rules/{descriptor.Id}.md), {MarkdownPage.OfRule(descriptor.Id).Facts["Rust code"].Replace("none", "", StringComparison.Ordinal)}";
        var listed =
            from row in MarkdownPage.Read("README.md")["What is checked today"].Rows
            where row[0].StartsWith("[RVG", StringComparison.Ordinal)
            select $"{row[0]}, {row[1]}";

        Assert.Equal(rules.Distinct().Order(StringComparer.Ordinal), listed);
    }

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();
}
