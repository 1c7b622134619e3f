using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>Holds each page of docs/rules to its form, and its examples to what they claim.</summary>
public sealed partial class RulePageTests
{
    // The rules about C#'s own notation have no counterpart in rustc.
    private const string NoCode = "none";

    private const string Clippy = "clippy::";

    private static readonly string[] Headings =
        ["What it means", "Failing example", "How to fix it", "The Rust twin", "What is reported where", "Configuration"];

    // A rule of the borrow checker has a twin in Rust; what speaks about configuration has none and a page of its own form.
    public static TheoryData<string> Pages =>
        new(Directory.GetFiles(RepositoryRoot.Combine("docs", "rules"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(id => id != "RVG3003"));

    public static TheoryData<string> PagesWithTwin => new(Pages.Select(row => row.Data).Where(id => MarkdownPage.OfRule(id).Facts["Rust code"] != NoCode));

    [Fact]
    public void Every_rule_has_a_page()
    {
        var rules = AllAnalyzers.Rules.Select(descriptor => descriptor.Id).Distinct();

        Assert.All(rules, id => Assert.True(File.Exists(RepositoryRoot.Combine("docs", "rules", id + ".md")), id));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_sections_in_their_order(string id)
    {
        var page = MarkdownPage.OfRule(id);

        Assert.StartsWith(id + ": ", page.Title, StringComparison.Ordinal);
        Assert.Equal(Headings, page.Sections.Select(section => section.Heading));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_states_the_rule_as_the_analyzer_declares_it(string id)
    {
        var facts = MarkdownPage.OfRule(id).Facts;
        // One descriptor for each severity that a rule reports with; the first has the severity that the rule has by default.
        var descriptors = AllAnalyzers.Rules.Where(descriptor => descriptor.Id == id).ToList();

        Assert.NotEmpty(descriptors);
        Assert.Equal(id, facts["Id"]);
        Assert.All(descriptors, descriptor => Assert.Equal(descriptor.Category, facts["Category"]));
        Assert.Equal(descriptors[0].DefaultSeverity.ToString(), facts["Default severity"], ignoreCase: true);
        Assert.Contains("Rust code", facts);
        Assert.Contains("Fixes", facts);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_failing_example_gets_exactly_the_marked_reports(string id)
    {
        var example = Assert.Single(MarkdownPage.OfRule(id)["Failing example"].BlocksIn("csharp"));
        var marked = DocumentedProgram.MarkedReports(example);

        Assert.Contains(marked, report => report.EndsWith(id, StringComparison.Ordinal));
        Assert.Equal(marked, await DocumentedProgram.ReportsAsync(example, id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_mended_examples_get_no_report(string id)
    {
        var examples = MarkdownPage.OfRule(id)["How to fix it"].BlocksIn("csharp");

        Assert.NotEmpty(examples);
        foreach (var example in examples)
            Assert.Empty(await DocumentedProgram.ReportsAsync(example, id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_table_of_spans_says_what_the_analyzer_says(string id)
    {
        var page = MarkdownPage.OfRule(id);
        var example = Assert.Single(page["Failing example"].BlocksIn("csharp"));
        var documented =
            from row in page["What is reported where"].Rows
            let statement = Statement().Match(row[1])
            where statement.Success
            select (statement.Groups["kind"].Value, statement.Groups["says"].Value, Code().Match(row[0]).Groups[1].Value);

        var said = await DocumentedProgram.StatementsAsync(example, id, TestContext.Current.CancellationToken);

        Assert.Equal(said.Order(), documented.Order());
    }

    [Theory]
    [MemberData(nameof(PagesWithTwin))]
    public void The_table_of_spans_quotes_the_output_of_rustc_on_the_page(string id)
    {
        var page = MarkdownPage.OfRule(id);
        var output = Assert.Single(page["The Rust twin"].BlocksIn("text"));
        var quotes = page["What is reported where"].Rows.SelectMany(row => Quote().Matches(row[2])).Select(match => match.Groups["text"].Value.Trim());

        Assert.Contains(Named(page), output, StringComparison.Ordinal);
        Assert.All(quotes, quote => Assert.Contains(quote, output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_a_Rust_code_shows_no_twin() =>
        Assert.All(
            Pages.Select(row => row.Data).Where(id => MarkdownPage.OfRule(id).Facts["Rust code"] == NoCode),
            id => Assert.Empty(MarkdownPage.OfRule(id)["The Rust twin"].Blocks));

    [Theory]
    [MemberData(nameof(PagesWithTwin))]
    public async Task The_Rust_twin_is_rejected_with_the_code_of_the_page(string id)
    {
        var page = MarkdownPage.OfRule(id);
        var twin = Assert.Single(page["The Rust twin"].BlocksIn("rust"));

        Assert.Contains(Named(page), await CompileRustAsync(twin, page.Facts["Rust code"]), StringComparison.Ordinal);
    }

    // An error has a number, a lint a name, which Clippy writes behind its own.
    private static string Named(MarkdownPage page) => page.Facts["Rust code"] is var code && ErrorNumber().IsMatch(code) ? $"error[{code}]" : code.Replace(Clippy, "", StringComparison.Ordinal);

    // The cells of a row: the span as a piece of the example, and what is said there ("primary: `...`", "label: `...`"; else nothing).
    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    // What rustc says quotes code itself, so it stands between two backticks where one would not do.
    [GeneratedRegex("(?<!`)(?<ticks>`{1,2})(?!`)(?<text>.+?)(?<!`)\\k<ticks>(?!`)")]
    private static partial Regex Quote();

    [GeneratedRegex("^(?<kind>primary|label): `(?<says>[^`]+)`$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^E\d{4}$")]
    private static partial Regex ErrorNumber();

    /// <summary>What rustc, or Clippy for a lint of its own, says about a program. Where there is none the test is skipped.</summary>
    private static async Task<string> CompileRustAsync(string program, string code)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("RustVsGo.");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "main.rs"), program, cancellationToken);
            using var rustc = code.StartsWith(Clippy, StringComparison.Ordinal)
                ? Start("clippy-driver", folder.FullName, "-W", code)
                : Start("rustc", folder.FullName);
            if (rustc is null)
                Assert.Skip("rustc or Clippy is not installed.");

            var output = await rustc.StandardError.ReadToEndAsync(cancellationToken);
            await rustc.WaitForExitAsync(cancellationToken);
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process? Start(string compiler, string folder, params string[] options)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(compiler, ["--edition", "2021", "--emit", "metadata", .. options, "main.rs"])
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
