using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG1001, a dropped result: hand its error on, assign it, or say that it is dropped on purpose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DroppedResultCodeFixProvider))]
public sealed class DroppedResultCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that returns the error to the caller.</summary>
    public const string PropagateKey = RuleIds.DroppedResult + ".Propagate";

    /// <summary>The equivalence key of the family that assigns the result.</summary>
    public const string AssignKey = RuleIds.DroppedResult + ".Assign";

    /// <summary>The equivalence key of the family that drops the result on purpose.</summary>
    public const string DiscardKey = RuleIds.DroppedResult + ".Discard";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new PropagateFix(PropagateKey),
        new AssignResultFix(AssignKey),
        new DiscardFix(DiscardKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.DroppedResult);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
