using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0506, assignment to a borrowed place: let who reads keep a clone or a copy, or change the order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AssignWhileBorrowedCodeFixProvider))]
public sealed class AssignWhileBorrowedCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.AssignWhileBorrowed + ".Clone";

    /// <summary>The equivalence key of the family that reads a copy of a collection.</summary>
    public const string SnapshotKey = RuleIds.AssignWhileBorrowed + ".Snapshot";

    /// <summary>The equivalence key of the family that moves the change behind the last use of the borrow.</summary>
    public const string ReorderKey = RuleIds.AssignWhileBorrowed + ".Reorder";

    /// <summary>The equivalence key of the family that reaches the value through its borrow.</summary>
    public const string ThroughKey = RuleIds.AssignWhileBorrowed + ".Through";

    /// <summary>The equivalence key of the family that uses the owner instead of its borrow.</summary>
    public const string OwnerKey = RuleIds.AssignWhileBorrowed + ".Owner";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneBorrowFix(CloneKey),
        new SnapshotFix(SnapshotKey),
        new ReorderFix(ReorderKey, movesUse: false),
        new ReorderFix(ReorderKey, movesUse: true),
        new BorrowLaterFix(ReorderKey),
        new ThroughBorrowFix(ThroughKey),
        new WithoutBorrowFix(OwnerKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.AssignWhileBorrowed);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
