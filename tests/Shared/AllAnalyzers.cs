using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers;

namespace RustVsGo.Tests;

/// <summary>Every analyzer of the package.</summary>
internal static class AllAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> Create() => [new OwnershipAnalyzer(), new ContractAnalyzer(), new ContractFileAnalyzer(), new SharingAnalyzer(), new DisposalAnalyzer(), new ProposalAnalyzer()];

    /// <summary>Gets the descriptors of all rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Rules { get; } = [.. Create().SelectMany(analyzer => analyzer.SupportedDiagnostics)];

    /// <summary>The rules that only propose something, or are off: programs that are about another rule need not follow them.</summary>
    public static IEnumerable<string> Proposals => Rules.Where(rule => IsProposal(rule)).Select(rule => rule.Id).Distinct();

    private static bool IsProposal(DiagnosticDescriptor rule) => !rule.IsEnabledByDefault || rule.DefaultSeverity < DiagnosticSeverity.Warning;
}
