using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0502, shared and exclusive borrow at a time: let who reads keep a clone or a copy, or change the order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedAndExclusiveCodeFixProvider))]
public sealed class SharedAndExclusiveCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.SharedAndExclusive + ".Clone";

    /// <summary>The equivalence key of the family that reads a copy of a collection.</summary>
    public const string SnapshotKey = RuleIds.SharedAndExclusive + ".Snapshot";

    /// <summary>The equivalence key of the family that evaluates an argument before the call that borrows.</summary>
    public const string BindKey = RuleIds.SharedAndExclusive + ".Bind";

    /// <summary>The equivalence key of the family that moves the change behind the last use of the borrow.</summary>
    public const string ReorderKey = RuleIds.SharedAndExclusive + ".Reorder";

    /// <summary>The equivalence key of the family that reaches the value through its borrow.</summary>
    public const string ThroughKey = RuleIds.SharedAndExclusive + ".Through";

    /// <summary>The equivalence key of the family that uses the owner instead of its borrow.</summary>
    public const string OwnerKey = RuleIds.SharedAndExclusive + ".Owner";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneBorrowFix(CloneKey),
        new CloneArgumentFix(CloneKey),
        new SnapshotFix(SnapshotKey),
        new BindArgumentFix(BindKey),
        new ReorderFix(ReorderKey, movesUse: false),
        new ReorderFix(ReorderKey, movesUse: true),
        new BorrowLaterFix(ReorderKey),
        new ThroughBorrowFix(ThroughKey),
        new WithoutBorrowFix(OwnerKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SharedAndExclusive);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
