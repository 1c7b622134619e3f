using System.Globalization;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>The additional locations of a diagnostic by the part that they play.</summary>
internal static class DiagnosticPlaces
{
    /// <summary>The location whose index is the property <paramref name="key"/>, or null.</summary>
    public static Location? Find(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(key, out var position)
        && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < diagnostic.AdditionalLocations.Count
            ? diagnostic.AdditionalLocations[index]
            : null;
}
