using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The descriptors of the rules about what threads share and about results: RVG0277 and RVG1001 to RVG1007.</summary>
internal static class SharingDescriptors
{
    public static readonly DiagnosticDescriptor DroppedResult = Sharing(
        RuleIds.DroppedResult,
        "Result that must be used is dropped",
        "A result that tells whether something succeeded, or that is all that a call does, may not be dropped silently. Rust: the lint unused_must_use.");

    /// <summary>What <see cref="SharingAnalyzer"/> reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(DroppedResult);

    private static DiagnosticDescriptor Sharing(string id, string title, string description) => new(
        id,
        title,
        messageFormat: "{0}",
        category: "Sharing",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description,
        helpLinkUri: HelpLinks.Rule(id));
}
