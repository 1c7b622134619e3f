using System.Text;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>The page docs/catalog.md, as the catalog's files make it: a section a family, its comments as text, its lines as tables.</summary>
internal static class CatalogPage
{
    private const string Head =
        """
        # The catalog

        What ships with the analyzer as contracts of the base library, in the words of [contracts.md](contracts.md). This page is made from the files in
        `src/RustVsGo.Borrowck/Contracts/catalog`; a test holds it to them. Members are named by their documentation-comment ids.

        """;

    public static string Create()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var file in BuiltInCatalog.Read().Select(file => file.Path).Order(StringComparer.Ordinal))
        {
            page.Append('\n').Append("## ").Append(char.ToUpperInvariant(file[0])).Append(file.AsSpan(1, file.IndexOf('.') - 1)).Append('\n');
            using var reader = new StreamReader(typeof(BuiltInCatalog).Assembly.GetManifestResourceStream(file)!);
            AddFamily(page, reader);
        }

        return page.ToString();
    }

    private static void AddFamily(StringBuilder page, StreamReader reader)
    {
        var isInTable = false;
        var isInText = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                isInTable = isInText = false;
                continue;
            }

            if (line[0] == '#')
            {
                page.Append(isInText ? "" : "\n").Append(line.AsSpan(1).Trim()).Append('\n');
                isInText = true;
                isInTable = false;
                continue;
            }

            if (!isInTable)
            {
                page.Append("\n| member | contract |\n|---|---|\n");
                isInTable = true;
                isInText = false;
            }

            var (member, contract) = (line[..line.IndexOf(';')].Trim(), line[(line.IndexOf(';') + 1)..].Trim());
            page.Append("| ").Append(Code(member)).Append(" | ").Append(Code(contract)).Append(" |\n");
        }
    }

    // An id may have backticks: two around it then.
    private static string Code(string text) => text.Contains("``") ? $"``` {text} ```" : text.Contains('`') ? $"`` {text} ``" : $"`{text}`";
}
