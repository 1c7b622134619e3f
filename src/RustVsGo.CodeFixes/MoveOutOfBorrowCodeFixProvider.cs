using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0507, move out of a borrow: clone at the move, borrow instead of moving, or take the value out of its place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveOutOfBorrowCodeFixProvider))]
public sealed class MoveOutOfBorrowCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones at the move.</summary>
    public const string CloneKey = RuleIds.MoveOutOfBorrow + ".Clone";

    /// <summary>The equivalence key of the family that borrows instead of moving.</summary>
    public const string BorrowKey = RuleIds.MoveOutOfBorrow + ".Borrow";

    /// <summary>The equivalence key of the family that takes the value out of its place.</summary>
    public const string TakeKey = RuleIds.MoveOutOfBorrow + ".Take";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneFix(CloneKey),
        new CloneInFunctionFix(CloneKey),
        new BorrowParameterFix(BorrowKey),
        new BorrowReceiverFix(BorrowKey),
        new BorrowAliasFix(BorrowKey),
        new TakeFix(TakeKey),
        new ReplaceFix(TakeKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MoveOutOfBorrow);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
