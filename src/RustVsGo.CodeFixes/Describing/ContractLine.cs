using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RustVsGo.Analyzers.Contracts;

namespace RustVsGo.CodeFixes;

/// <summary>Writes what is said about a member into a contract file of a project: to the member's line, else as a line of its own, else into a new file.</summary>
internal static class ContractLine
{
    /// <summary>The name of a new file.</summary>
    public const string NewFile = "Contracts.ownership.txt";

    /// <param name="document">A document of the project.</param>
    /// <param name="id">The documentation-comment id of the member.</param>
    /// <param name="words">What is said.</param>
    /// <param name="cancellation">The host's token.</param>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public static async Task<Solution> WriteAsync(Document document, string id, PartWords words, CancellationToken cancellation)
    {
        var said = $" ; {words.Part}: [{words.Attribute}]";
        TextDocument? first = null;
        var files = document.Project.AdditionalDocuments
            .Where(static file => DescribedParts.IsContractFile(file.FilePath ?? file.Name))
            .OrderBy(static file => file.FilePath ?? file.Name, StringComparer.Ordinal);
        foreach (var file in files)
        {
            first ??= file;
            var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
            foreach (var line in text.Lines)
            {
                if (IsAbout(id, line.ToString()))
                {
                    return document.Project.Solution.WithAdditionalDocumentText(file.Id, text.Replace(new TextSpan(EndOf(line), 0), said));
                }
            }
        }

        var newLine = Lines.BreakOf(await document.GetTextAsync(cancellation).ConfigureAwait(false));
        if (first is null)
        {
            var path = document.Project.FilePath is { } project && System.IO.Path.GetDirectoryName(project) is { } folder ? System.IO.Path.Combine(folder, NewFile) : null;
            return document.Project.AddAdditionalDocument(NewFile, SourceText.From(id + said + newLine, Encoding.UTF8), filePath: path).Project.Solution;
        }

        var existing = await first.GetTextAsync(cancellation).ConfigureAwait(false);
        newLine = existing.Lines.Count > 1 ? Lines.BreakOf(existing) : newLine;
        var start = existing.Length == 0 || existing.Lines[existing.Lines.Count - 1].Span.IsEmpty ? "" : newLine;
        return document.Project.Solution.WithAdditionalDocumentText(first.Id, existing.Replace(new TextSpan(existing.Length, 0), start + id + said + newLine));
    }

    private static bool IsAbout(string id, string line)
    {
        var written = line.Trim();
        return written.StartsWith(id, StringComparison.Ordinal) && (written.Length == id.Length || written[id.Length] == ';' || char.IsWhiteSpace(written[id.Length]));
    }

    private static int EndOf(TextLine line) => line.Start + line.ToString().TrimEnd().Length;
}
