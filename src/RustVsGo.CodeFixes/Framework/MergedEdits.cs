using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// The edits of any number of proposals as one change of a solution. What two proposals have in common is made once (two uses of one move,
/// two calls of one callee); a proposal that contradicts an earlier one is left out as a whole and has its turn in the next run.
/// </summary>
internal sealed class MergedEdits
{
    private readonly Solution _solution;
    private readonly Dictionary<DocumentId, List<TextEdit>> _byDocument = new();
    private readonly Dictionary<(DocumentId Document, TextSpan Body, string Name), string?> _variables = new();

    public MergedEdits(Solution solution) => _solution = solution;

    public static Task<Solution> ApplyAsync(Solution solution, Proposal proposal, CancellationToken cancellation)
    {
        var edits = new MergedEdits(solution);
        edits.TryAdd(proposal);
        return edits.ApplyAsync(cancellation);
    }

    public bool IsEmpty => _byDocument.Count == 0;

    /// <summary>Takes <paramref name="proposal"/> in, unless one of its edits contradicts what is already here.</summary>
    public bool TryAdd(Proposal proposal)
    {
        var variable = FreeName(proposal.Variable);
        var asked = variable is { } declared ? proposal.Variable!.EditsWith(declared.Name) : proposal.Edits;
        var edits = asked.Select(edit => edit with { Document = Representative(edit.Document) }).ToImmutableArray();
        foreach (var edit in edits)
        {
            if (_byDocument.TryGetValue(edit.Document, out var existing) && existing.Any(edit.ConflictsWith))
            {
                return false;
            }
        }

        if (variable is { } added)
        {
            _variables[added] = proposal.Variable!.Purpose;
        }

        foreach (var edit in edits)
        {
            if (!_byDocument.TryGetValue(edit.Document, out var existing))
            {
                _byDocument.Add(edit.Document, existing = new List<TextEdit>());
            }

            if (!existing.Contains(edit))
            {
                existing.Add(edit);
            }
        }

        return true;
    }

    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var changed = _solution;
        foreach (var pair in _byDocument)
        {
            cancellation.ThrowIfCancellationRequested();
            var text = await _solution.GetDocument(pair.Key)!.GetTextAsync(cancellation).ConfigureAwait(false);
            var newText = text.WithChanges(Changes(pair.Value));
            foreach (var document in Linked(pair.Key))
            {
                changed = changed.WithDocumentText(document, newText);
            }
        }

        return changed;
    }

    /// <summary>The edits of one document as changes that follow each other without touching: those at one position become one.</summary>
    private static IEnumerable<TextChange> Changes(List<TextEdit> edits)
    {
        // Lines keep the order in which they were asked for.
        edits = edits.OrderBy(static edit => edit, Comparer<TextEdit>.Create(static (left, right) => left.CompareTo(right))).ToList();
        for (var i = 0; i < edits.Count;)
        {
            var start = edits[i].Span.Start;
            var end = start;
            var text = new StringBuilder();
            for (; i < edits.Count && edits[i].Span.Start == start; i++)
            {
                text.Append(edits[i].NewText);
                end = Math.Max(end, edits[i].Span.End);
            }

            yield return new TextChange(TextSpan.FromBounds(start, end), text.ToString());
        }
    }

    private (DocumentId Document, TextSpan Body, string Name)? FreeName(NewVariable? variable)
    {
        if (variable is null)
        {
            return null;
        }

        var document = Representative(variable.Document);
        return (document, variable.Body, variable.Names.First(name =>
            !_variables.TryGetValue((document, variable.Body, name), out var purpose) || (purpose is not null && purpose == variable.Purpose)));
    }

    // A file that stands in several projects (one a target framework) is several documents with one text: an edit of one is an edit of all.
    private DocumentId Representative(DocumentId document) => Linked(document).OrderBy(id => id.ProjectId.Id).ThenBy(id => id.Id).First();

    private ImmutableArray<DocumentId> Linked(DocumentId document) =>
        _solution.GetDocument(document) is { } found ? found.GetLinkedDocumentIds().Add(document) : ImmutableArray.Create(document);
}
