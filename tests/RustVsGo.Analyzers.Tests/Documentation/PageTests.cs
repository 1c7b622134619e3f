using System.Text.RegularExpressions;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>Holds the pages of docs that show programs to what they say of them.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Pages => ["coming-from-rust.md", "coming-from-go.md", "limits.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_program_gets_exactly_the_marked_reports(string page)
    {
        var programs = MarkdownPage.Read("docs", page).Sections.SelectMany(section => section.BlocksIn("csharp")).ToList();

        Assert.NotEmpty(programs);
        foreach (var program in programs)
            Assert.Equal(DocumentedProgram.MarkedReports(program), await DocumentedProgram.ReportsAsync(program, rule: null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("coming-from-rust.md", "Construct by construct")]
    [InlineData("coming-from-go.md", "Concept by concept")]
    public void The_fragments_for_those_who_come_from_elsewhere_stand_in_the_program(string file, string table)
    {
        var page = MarkdownPage.Read("docs", file);
        var program = Assert.Single(page["The program"].BlocksIn("csharp"));

        // What is more than a name: a declaration, a statement, an expression.
        var fragments = page[table].Rows
            .SelectMany(row => Code().Matches(row[1]))
            .Select(match => match.Groups[1].Value)
            .Where(fragment => fragment.Contains(' '))
            .ToList();

        Assert.NotEmpty(fragments);
        Assert.All(fragments, fragment => Assert.Contains(fragment, program, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_is_said_not_to_exist_yet_does_not()
    {
        var limits = File.ReadAllText(RepositoryRoot.Combine("docs", "limits.md"));
        var start = limits.IndexOf("\n## Rules that do not exist yet\n", StringComparison.Ordinal);
        Assert.True(start >= 0, "The page has no such section any more.");
        var named = RuleId().Matches(limits[start..limits.IndexOf("\n## ", start + 1, StringComparison.Ordinal)]).Select(match => match.Value);

        Assert.Empty(named.Intersect(AllAnalyzers.Rules.Select(rule => rule.Id)));
    }

    [GeneratedRegex("RVG\\d{4}")]
    private static partial Regex RuleId();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
