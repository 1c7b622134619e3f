namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>What stands under one second-level heading of a Markdown page: its code blocks and the rows of its tables.</summary>
internal sealed record PageSection(string Heading, List<CodeBlock> Blocks, List<string[]> Rows)
{
    /// <summary>The texts of the blocks in one language.</summary>
    public IReadOnlyList<string> BlocksIn(string language) => [.. Blocks.Where(block => block.Language == language).Select(block => block.Text)];
}
