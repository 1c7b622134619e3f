using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers;

namespace RustVsGo.Tests;

/// <summary>Every analyzer of the package.</summary>
internal static class AllAnalyzers
{
    /// <summary>Makes one of each: whatever the assembly has, so that none can be forgotten.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Create() =>
    [
        .. from type in typeof(OwnershipAnalyzer).Assembly.GetTypes()
           where type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)
           orderby type.FullName
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];

    /// <summary>Gets the descriptors of all rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Rules { get; } = [.. Create().SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    /// <summary>The rules that only propose something, or are off: programs that are about another rule need not follow them.</summary>
    public static IEnumerable<string> Proposals => Rules.Where(rule => IsProposal(rule)).Select(rule => rule.Id).Distinct();

    private static bool IsProposal(DiagnosticDescriptor rule) => !rule.IsEnabledByDefault || rule.DefaultSeverity < DiagnosticSeverity.Warning;
}
