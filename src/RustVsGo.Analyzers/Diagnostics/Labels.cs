using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The labelled secondary spans of a diagnostic: its additional locations, and what each says under <c>label0</c>, <c>label1</c>, ….</summary>
internal sealed class Labels
{
    private readonly List<(Location Location, string Text, bool IsCause)> _labels = new();

    /// <summary>Adds a span. Of several causes the first one added counts.</summary>
    public void Add(Location location, string text, bool isCause = false) => _labels.Add((location, text, isCause));

    /// <summary>The spans in the order of the source, file by file, and the properties that go with them.</summary>
    public (ImmutableArray<Location> Locations, ImmutableDictionary<string, string?> Properties) Build(ImmutableDictionary<string, string?> properties)
    {
        var cause = _labels.FindIndex(static label => label.IsCause);
        var causeLabel = cause < 0 ? default : _labels[cause];
        var tree = causeLabel.Location?.SourceTree;
        _labels.Sort((x, y) => Compare(x.Location, y.Location, tree));

        var locations = ImmutableArray.CreateBuilder<Location>(_labels.Count);
        for (var i = 0; i < _labels.Count; i++)
        {
            var index = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            locations.Add(_labels[i].Location);
            properties = properties.SetItem(PropertyKeys.Label + index, _labels[i].Text);
            if (cause >= 0 && _labels[i].Equals(causeLabel))
            {
                properties = properties.SetItem(PropertyKeys.Cause, index);
            }
        }

        return (locations.MoveToImmutable(), properties);
    }

    // The file of the cause first, then the others by path.
    private static int Compare(Location x, Location y, SyntaxTree? first)
    {
        if (x.SourceTree == y.SourceTree)
        {
            return x.SourceSpan.CompareTo(y.SourceSpan);
        }

        return x.SourceTree == first ? -1
            : y.SourceTree == first ? 1
            : string.CompareOrdinal(x.SourceTree?.FilePath, y.SourceTree?.FilePath);
    }
}
