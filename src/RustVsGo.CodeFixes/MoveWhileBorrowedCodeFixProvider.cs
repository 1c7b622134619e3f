using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0505, move out of a borrowed place: clone at the move, borrow instead of moving, let who reads keep a clone, or change the order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveWhileBorrowedCodeFixProvider))]
public sealed class MoveWhileBorrowedCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones at the move.</summary>
    public const string CloneKey = RuleIds.MoveWhileBorrowed + ".Clone";

    /// <summary>The equivalence key of the family that borrows instead of moving.</summary>
    public const string BorrowKey = RuleIds.MoveWhileBorrowed + ".Borrow";

    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneBorrowedKey = RuleIds.MoveWhileBorrowed + ".CloneBorrowed";

    /// <summary>The equivalence key of the family that reads a copy of a collection.</summary>
    public const string SnapshotKey = RuleIds.MoveWhileBorrowed + ".Snapshot";

    /// <summary>The equivalence key of the family that moves the change behind the last use of the borrow.</summary>
    public const string ReorderKey = RuleIds.MoveWhileBorrowed + ".Reorder";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneFix(CloneKey),
        new BorrowParameterFix(BorrowKey),
        new BorrowAliasFix(BorrowKey),
        new CloneBorrowFix(CloneBorrowedKey),
        new SnapshotFix(SnapshotKey),
        new ReorderFix(ReorderKey, movesUse: false),
        new ReorderFix(ReorderKey, movesUse: true),
        new BorrowLaterFix(ReorderKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MoveWhileBorrowed);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
