using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG2004, a value that is dropped although somebody else owns it: leave it to the owner.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DroppedTwiceCodeFixProvider))]
public sealed class DroppedTwiceCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that leaves the drop to the owner.</summary>
    public const string LeaveKey = RuleIds.DroppedTwice + ".Leave";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new LeaveToOwnerFix(LeaveKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.DroppedTwice);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
