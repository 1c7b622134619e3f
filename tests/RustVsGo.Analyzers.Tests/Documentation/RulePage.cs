using System.Text;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>A page of docs/rules, taken apart: title, the table of facts under it, sections with their code blocks.</summary>
internal sealed class RulePage
{
    private const string Fence = "```";

    private RulePage(string title, Dictionary<string, string> facts, List<PageSection> sections)
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
    public static RulePage Read(string id) => Parse(File.ReadLines(RepositoryRoot.Combine("docs", "rules", id + ".md")));

    private static RulePage Parse(IEnumerable<string> lines)
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
                    sections[^1].Blocks.Add(new CodeBlock(language, code.ToString()));
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
                sections.Add(new PageSection(line[3..], []));
            }
            else if (sections.Count == 0 && line.Split('|', StringSplitOptions.TrimEntries) is ["", var name, var value, ""])
            {
                facts[name] = value.Replace("`", "", StringComparison.Ordinal);
            }
        }

        return new RulePage(title, facts, sections);
    }
}
