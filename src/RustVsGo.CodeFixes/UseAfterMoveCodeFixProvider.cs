using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0382, use of a moved value: clone at the move, borrow instead of moving, make the value in each turn of a loop, leave it open, or change the order.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAfterMoveCodeFixProvider))]
public sealed class UseAfterMoveCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones at the move.</summary>
    public const string CloneKey = RuleIds.UseAfterMove + ".Clone";

    /// <summary>The equivalence key of the family that borrows instead of moving.</summary>
    public const string BorrowKey = RuleIds.UseAfterMove + ".Borrow";

    /// <summary>The equivalence key of the family that makes the value in each turn of the loop.</summary>
    public const string IntoLoopKey = RuleIds.UseAfterMove + ".IntoLoop";

    /// <summary>The equivalence key of the family that removes a second drop.</summary>
    public const string DropOnceKey = RuleIds.UseAfterMove + ".DropOnce";

    /// <summary>The equivalence key of the family that leaves the value to who had it.</summary>
    public const string TransferKey = RuleIds.UseAfterMove + ".Transfer";

    /// <summary>The equivalence key of the family that moves the value behind its last use.</summary>
    public const string ReorderKey = RuleIds.UseAfterMove + ".Reorder";

    /// <summary>The equivalence key of the family that reads what is needed before the move.</summary>
    public const string BindKey = RuleIds.UseAfterMove + ".Bind";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneFix(CloneKey),
        new CloneForCaptureFix(CloneKey),
        new CloneInFunctionFix(CloneKey),
        new BorrowParameterFix(BorrowKey),
        new BorrowReceiverFix(BorrowKey),
        new BorrowAliasFix(BorrowKey),
        new IntoLoopFix(IntoLoopKey),
        new DropOnceFix(DropOnceKey),
        new LeaveOpenFix(TransferKey),
        new PreserveFix(TransferKey),
        new LeaveDropFix(TransferKey),
        new MoveLaterFix(ReorderKey),
        new ReadEarlierFix(BindKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UseAfterMove);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
