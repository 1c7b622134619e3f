using System.Text;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>
/// A Markdown page, taken apart: title, the table of facts under it, sections with their code blocks and the rows of their tables.
/// </summary>
internal sealed class MarkdownPage
{
    private const string Fence = "```";

    private MarkdownPage(string title, Dictionary<string, string> facts, List<PageSection> sections)
    {
        Title = title;
        Facts = facts;
        Sections = sections;
    }

    /// <summary>Gets the text of the first-level heading.</summary>
    public string Title { get; }

    /// <summary>Gets the rows of the table under the title, without backticks.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>Gets the sections in the order of the page.</summary>
    public IReadOnlyList<PageSection> Sections { get; }

    /// <summary>Gets the section under a heading.</summary>
    public PageSection this[string heading] => Sections.Single(section => section.Heading == heading);

    /// <summary>Reads the page of a rule.</summary>
    public static MarkdownPage OfRule(string id) => Read("docs", "rules", id + ".md");

    /// <summary>Reads a page by its path from the root of the repository.</summary>
    public static MarkdownPage Read(params string[] path) => Parse(File.ReadLines(RepositoryRoot.Combine(path)));

    private static MarkdownPage Parse(IEnumerable<string> lines)
    {
        var title = "";
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var sections = new List<PageSection>();
        StringBuilder? code = null;
        var language = "";

        foreach (var line in lines)
        {
            if (code is not null)
            {
                if (line == Fence)
                {
                    sections.LastOrDefault()?.Blocks.Add(new CodeBlock(language, code.ToString()));
                    code = null;
                }
                else
                {
                    code.Append(line).Append('\n');
                }
            }
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                language = line[Fence.Length..];
                code = new StringBuilder();
            }
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                title = line[2..];
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections.Add(new PageSection(line[3..], [], []));
            }
            else if (line.Split('|', StringSplitOptions.TrimEntries) is ["", .. var cells, ""])
            {
                if (sections.Count > 0)
                    sections[^1].Rows.Add(cells);
                else if (cells is [var name, var value])
                    facts[name] = value.Replace("`", "", StringComparison.Ordinal);
            }
        }

        return new MarkdownPage(title, facts, sections);
    }
}
