using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The descriptors of the rules about contracts themselves: what signatures say, not what bodies do.</summary>
internal static class ContractDescriptors
{
    public static readonly DiagnosticDescriptor OtherPromise = Contract(
        RuleIds.OtherPromise,
        "Override or implementation with another contract",
        DiagnosticSeverity.Error,
        "Who calls through the base goes by what the base says. An override, an implementation or a method that becomes a delegate must say the same, or nothing. Rust: E0053.");

    public static readonly DiagnosticDescriptor MissingSource = Contract(
        RuleIds.MissingSource,
        "Borrowed result without a source",
        DiagnosticSeverity.Error,
        "A borrowed result borrows from somewhere. Where the signature leaves open from what, it has to be named. Rust: E0106.");

    public static readonly DiagnosticDescriptor ContradictoryAttribute = Contract(
        RuleIds.ContradictoryAttribute,
        "Contradictory attribute",
        DiagnosticSeverity.Error,
        "An attribute contradicts another one, or what it stands on. What they say together is not guessed at: the place is taken for one without a contract.");

    public static readonly DiagnosticDescriptor AttributeWithoutEffect = Contract(
        RuleIds.AttributeWithoutEffect,
        "Attribute without effect",
        DiagnosticSeverity.Warning,
        "An attribute stands where it says nothing, so that whoever reads it believes in a check that does not take place.");

    public static readonly DiagnosticDescriptor SilentParameter = Contract(
        RuleIds.SilentParameter,
        "Parameter does not say whether it owns or borrows",
        DiagnosticSeverity.Info,
        "A parameter of a move type without an attribute takes ownership. To say so, or that it borrows, shows the reader what a call does.");

    public static readonly DiagnosticDescriptor KeptDelegate = Contract(
        RuleIds.KeptDelegate,
        "Delegate parameter is kept",
        DiagnosticSeverity.Info,
        "A delegate that is kept beyond the call keeps what it captured. Callers know only if the parameter says that it owns the delegate.");

    public static readonly DiagnosticDescriptor BeyondProposal = Contract(
        RuleIds.BeyondProposal,
        "Beyond the C# ownership proposal",
        DiagnosticSeverity.Info,
        "The C# ownership proposal allows resource types neither as generic arguments nor boxed, nor captured by a delegate, nor as fields of other types.",
        isEnabledByDefault: false);

    /// <summary>What <see cref="ContractAnalyzer"/> reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Declarations { get; } = ImmutableArray.Create(
        OtherPromise, MissingSource, ContradictoryAttribute, AttributeWithoutEffect, SilentParameter, KeptDelegate);

    /// <summary>What <see cref="ProposalAnalyzer"/> reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Proposal { get; } = ImmutableArray.Create(BeyondProposal);

    private static DiagnosticDescriptor Contract(string id, string title, DiagnosticSeverity severity, string description, bool isEnabledByDefault = true) => new(
        id,
        title,
        messageFormat: "{0}",
        category: "Contracts",
        defaultSeverity: severity,
        isEnabledByDefault,
        description,
        helpLinkUri: HelpLinks.Rule(id));
}
