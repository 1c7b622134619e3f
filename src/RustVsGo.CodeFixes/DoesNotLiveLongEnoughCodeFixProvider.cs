using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0597, a borrow that outlives its owner: let the owner live longer, or keep a clone or a copy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoesNotLiveLongEnoughCodeFixProvider))]
public sealed class DoesNotLiveLongEnoughCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that lets the owner live longer.</summary>
    public const string HoistKey = RuleIds.DoesNotLiveLongEnough + ".Hoist";

    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.DoesNotLiveLongEnough + ".Clone";

    /// <summary>The equivalence key of the family that reads a copy of a collection.</summary>
    public const string SnapshotKey = RuleIds.DoesNotLiveLongEnough + ".Snapshot";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new HoistOwnerFix(HoistKey),
        new OwnerFirstFix(HoistKey),
        new CloneBorrowFix(CloneKey),
        new SnapshotFix(SnapshotKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.DoesNotLiveLongEnough);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
