using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG3001, a contradictory attribute: remove it, or the one that it contradicts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContradictoryAttributeCodeFixProvider))]
public sealed class ContradictoryAttributeCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that removes the attribute.</summary>
    public const string RemoveKey = RuleIds.ContradictoryAttribute + ".Remove";

    /// <summary>The equivalence key of the family that removes the attribute that it contradicts.</summary>
    public const string RemoveOtherKey = RuleIds.ContradictoryAttribute + ".RemoveOther";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new RemoveAttributeFix(RemoveKey),
        new RemoveAttributeFix(RemoveOtherKey, isOther: true));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ContradictoryAttribute);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
