using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The additional locations of a diagnostic by the part that they play.</summary>
internal static class DiagnosticPlaces
{
    /// <summary>All causes and how each took the value, in the order of the source; one in most cases.</summary>
    public static ImmutableArray<(Location Location, string Kind)> Causes(Diagnostic diagnostic)
    {
        var causes = ImmutableArray.CreateBuilder<(Location Location, string Kind)>();
        if (diagnostic.Properties.TryGetValue(PropertyKeys.Causes, out var all) && all is not null)
        {
            foreach (var cause in all.Split(','))
            {
                if (cause.Split(':') is [var position, var kind]
                    && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < diagnostic.AdditionalLocations.Count)
                {
                    causes.Add((diagnostic.AdditionalLocations[index], kind));
                }
            }
        }
        else if (Find(diagnostic, PropertyKeys.Cause) is { } only && diagnostic.Properties.TryGetValue(PropertyKeys.CauseKind, out var kind) && kind is not null)
        {
            causes.Add((only, kind));
        }

        return causes.ToImmutable();
    }

    /// <summary>The location whose index is the property <paramref name="key"/>, or null.</summary>
    public static Location? Find(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(key, out var position)
        && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < diagnostic.AdditionalLocations.Count
            ? diagnostic.AdditionalLocations[index]
            : null;
}
