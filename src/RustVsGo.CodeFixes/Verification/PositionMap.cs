using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>Where a position of a text is after changes to it.</summary>
internal sealed class PositionMap
{
    private readonly IReadOnlyList<TextChange> _changes;

    /// <param name="changes">The changes, in the order of the text and not overlapping.</param>
    public PositionMap(IReadOnlyList<TextChange> changes) => _changes = changes;

    /// <summary>Whether what started at <paramref name="before"/> starts at <paramref name="after"/> now: in front of what was inserted at that place, or behind it.</summary>
    public bool Leads(int before, int after)
    {
        var first = before;
        var last = before;
        foreach (var change in _changes)
        {
            var growth = (change.NewText?.Length ?? 0) - change.Span.Length;
            if (change.Span.End < before || (change.Span.End == before && !change.Span.IsEmpty))
            {
                first += growth;
                last += growth;
            }
            else if (change.Span.Start <= before)
            {
                // Inside a replaced stretch, or where something is inserted: anywhere in what stands there now.
                first += change.Span.Start - before;
                last += Math.Max(growth, 0);
                break;
            }
            else
            {
                break;
            }
        }

        return first <= after && after <= last;
    }

    /// <summary>Whether what starts at <paramref name="after"/> in the changed text is one of the changes.</summary>
    public bool IsNew(int after)
    {
        var shift = 0;
        foreach (var change in _changes)
        {
            var length = change.NewText?.Length ?? 0;
            var start = change.Span.Start + shift;
            if (start <= after && after < start + length)
            {
                return true;
            }

            shift += length - change.Span.Length;
        }

        return false;
    }

    /// <summary>The span in the changed text that <paramref name="before"/> has become, with what was inserted at its ends.</summary>
    public TextSpan Map(TextSpan before)
    {
        var start = before.Start;
        var end = before.End;
        foreach (var change in _changes)
        {
            var growth = (change.NewText?.Length ?? 0) - change.Span.Length;
            start += change.Span.End < before.Start ? growth : 0;
            end += change.Span.Start <= before.End ? growth : 0;
        }

        return TextSpan.FromBounds(start, Math.Max(start, end));
    }
}
