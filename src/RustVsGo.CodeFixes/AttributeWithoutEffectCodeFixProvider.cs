using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG3002, an attribute without effect: remove it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeWithoutEffectCodeFixProvider))]
public sealed class AttributeWithoutEffectCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that removes the attribute.</summary>
    public const string RemoveKey = RuleIds.AttributeWithoutEffect + ".Remove";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new RemoveAttributeFix(RemoveKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.AttributeWithoutEffect);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
