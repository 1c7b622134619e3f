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
    public void No_page_says_of_a_rule_that_it_does_not_exist_yet() =>
        Assert.All(
            Directory.GetFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories),
            file => Assert.DoesNotContain("not exist yet", File.ReadAllText(file), StringComparison.Ordinal));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
