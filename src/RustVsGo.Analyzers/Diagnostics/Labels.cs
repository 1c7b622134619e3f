using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The labelled secondary spans of a diagnostic: its additional locations, and what each says under <c>label0</c>, <c>label1</c>, ….</summary>
internal sealed class Labels
{
    private readonly List<(Location Location, string Text, string? Role, string? Kind)> _labels = new();
    private readonly Compilation? _within;

    /// <param name="within">The compilation whose sources a label may point at, where what it is about may be declared in another project: an editor knows the sources of that
    /// too, and Roslyn takes a diagnostic that points there for a fault. Null where all is of one declaration.</param>
    public Labels(Compilation? within = null) => _within = within;

    /// <summary>Adds a span.</summary>
    /// <param name="role">The property that will hold its index (<see cref="PropertyKeys.Cause"/>, …); of several with one role the first one added counts.</param>
    /// <param name="kind">For a cause: how it took the value.</param>
    public void Add(Location location, string text, string? role = null, string? kind = null)
    {
        if (_within is null || location.SourceTree is not { } tree || _within.ContainsSyntaxTree(tree))
        {
            _labels.Add((location, text, role, kind));
        }
    }

    /// <summary>As <see cref="Add"/>, unless the span is there already.</summary>
    public void AddOnce(Location location, string text)
    {
        if (!_labels.Exists(label => label.Location == location))
        {
            Add(location, text);
        }
    }

    /// <summary>The spans in the order of the source, file by file, and the properties that go with them.</summary>
    public (ImmutableArray<Location> Locations, ImmutableDictionary<string, string?> Properties) Build(ImmutableDictionary<string, string?> properties)
    {
        var tree = _labels.Count == 0 ? null : _labels[0].Location.SourceTree;
        var sorted = new List<(Location Location, string Text, string? Role, string? Kind)>(_labels);
        sorted.Sort((x, y) => Compare(x.Location, y.Location, tree));

        var locations = ImmutableArray.CreateBuilder<Location>(sorted.Count);
        for (var i = 0; i < sorted.Count; i++)
        {
            locations.Add(sorted[i].Location);
            properties = properties.SetItem(PropertyKeys.Label + Index(i), sorted[i].Text);
        }

        foreach (var label in _labels)
        {
            if (label.Role is { } role && !properties.ContainsKey(role))
            {
                properties = properties.Add(role, Index(sorted.IndexOf(label)));
            }
        }

        var causes = new List<string>();
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Role == PropertyKeys.Cause)
            {
                causes.Add($"{Index(i)}:{sorted[i].Kind}");
            }
        }

        if (causes.Count > 1)
        {
            properties = properties.Add(PropertyKeys.Causes, string.Join(",", causes));
        }

        return (locations.MoveToImmutable(), properties);
    }

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

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
