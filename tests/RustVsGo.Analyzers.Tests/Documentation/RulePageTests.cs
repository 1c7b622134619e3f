using System.ComponentModel;
using System.Diagnostics;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>Holds each page of docs/rules to its form, and its examples to what they claim.</summary>
public sealed class RulePageTests
{
    private static readonly string[] Headings =
        ["What it means", "Failing example", "How to fix it", "The Rust twin", "What is reported where", "Configuration"];

    public static TheoryData<string> Pages =>
        new(Directory.GetFiles(RepositoryRoot.Combine("docs", "rules"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file)));

    [Fact]
    public void Every_rule_has_a_page()
    {
        var rules = new OwnershipAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).Distinct();

        Assert.All(rules, id => Assert.True(File.Exists(RepositoryRoot.Combine("docs", "rules", id + ".md")), id));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_sections_in_their_order(string id)
    {
        var page = RulePage.Read(id);

        Assert.StartsWith(id + ": ", page.Title, StringComparison.Ordinal);
        Assert.Equal(Headings, page.Sections.Select(section => section.Heading));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_states_the_rule_as_the_analyzer_declares_it(string id)
    {
        var facts = RulePage.Read(id).Facts;
        // One descriptor for each severity that a rule reports with; the first has the severity that the rule has by default.
        var descriptors = new OwnershipAnalyzer().SupportedDiagnostics.Where(descriptor => descriptor.Id == id).ToList();

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
        var example = Assert.Single(RulePage.Read(id)["Failing example"].BlocksIn("csharp"));
        var marked = DocumentedProgram.MarkedReports(example);

        Assert.Contains(marked, report => report.EndsWith(id, StringComparison.Ordinal));
        Assert.Equal(marked, await DocumentedProgram.ReportsAsync(example, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_mended_examples_get_no_report(string id)
    {
        var examples = RulePage.Read(id)["How to fix it"].BlocksIn("csharp");

        Assert.NotEmpty(examples);
        foreach (var example in examples)
            Assert.Empty(await DocumentedProgram.ReportsAsync(example, TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_Rust_twin_is_rejected_with_the_code_of_the_page(string id)
    {
        var page = RulePage.Read(id);
        var twin = Assert.Single(page["The Rust twin"].BlocksIn("rust"));

        Assert.Contains($"error[{page.Facts["Rust code"]}]", await CompileRustAsync(twin), StringComparison.Ordinal);
    }

    /// <summary>What rustc says about a program. Where there is no rustc the test is skipped.</summary>
    private static async Task<string> CompileRustAsync(string program)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("RustVsGo.");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "main.rs"), program, cancellationToken);
            using var rustc = StartRustc(folder.FullName);
            if (rustc is null)
                Assert.Skip("rustc is not installed.");

            var output = await rustc.StandardError.ReadToEndAsync(cancellationToken);
            await rustc.WaitForExitAsync(cancellationToken);
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process? StartRustc(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("rustc", ["--edition", "2021", "--emit", "metadata", "main.rs"])
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
