using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Analyzers.Gate;

/// <summary>Where some words stand, in the order of the text: a walk over the syntax leaves out the nodes that have none.</summary>
/// <param name="Places">The first character of each; null for none.</param>
internal readonly record struct WordPlaces(List<int>? Places)
{
    public bool IsEmpty => Places is null;

    /// <summary>Whether one of the words begins in <paramref name="span"/>.</summary>
    public bool AreIn(TextSpan span)
    {
        if (Places is null)
        {
            return false;
        }

        var found = Places.BinarySearch(span.Start);
        var first = found < 0 ? ~found : found;
        return first < Places.Count && Places[first] < span.End;
    }
}
