using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG2002, an owned member that its type does not drop: drop it there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FieldNotDroppedCodeFixProvider))]
public sealed class FieldNotDroppedCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that drops the member.</summary>
    public const string DropKey = RuleIds.FieldNotDropped + ".Drop";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new DropMemberFix(DropKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.FieldNotDropped);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
