using System.Text.RegularExpressions;

namespace RustVsGo.Tests;

/// <summary>Every C# program that stands in the repository for somebody to read: rule pages and other documentation, samples, the twins of the conformance tests.</summary>
internal static partial class ProgramCorpus
{
    private static readonly Lazy<IReadOnlyList<(string Name, string Text)>> s_all = new(static () => [.. Documentation(), .. Samples(), .. Twins()]);

    public static IReadOnlyList<(string Name, string Text)> All => s_all.Value;

    /// <summary>What the programs of the conformance tests use; the others bring all with them.</summary>
    public static string Prelude { get; } = File.ReadAllText(RepositoryRoot.Combine("tests", "RustVsGo.Conformance", "Prelude.cs"));

    private static IEnumerable<(string Name, string Text)> Documentation() =>
        from path in Files(".md", "docs").Append(RepositoryRoot.Combine("README.md"))
        from block in CodeBlock().Matches(File.ReadAllText(path)).Select(static (match, index) => (match.Groups[1].Value, index))
        select ($"{Path.GetFileName(path)} {block.index}", block.Value);

    private static IEnumerable<(string Name, string Text)> Samples() =>
        Files(".cs", "samples").Select(static path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static IEnumerable<(string Name, string Text)> Twins() =>
        from path in Files(".twin", "tests", "RustVsGo.Conformance", "Twins")
        let text = File.ReadAllText(path)
        let start = text.IndexOf("--- csharp", StringComparison.Ordinal)
        where start >= 0
        select (Path.GetFileName(path), "using System; using System.Collections.Generic; using System.Threading.Tasks; using RustVsGo; using Twins; using static Twins.Prelude;\nstatic class Twin {\n"
            + text[(start + "--- csharp".Length)..] + "\n}");

    private static IEnumerable<string> Files(string extension, params string[] folder) =>
        Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*" + extension, SearchOption.AllDirectories)
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"```csharp[^\n]*\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
