using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0509, move out of a field of a type that has a drop: clone at the move, borrow instead of moving, or take the value out of the field.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveOutOfDropTypeCodeFixProvider))]
public sealed class MoveOutOfDropTypeCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones at the move.</summary>
    public const string CloneKey = RuleIds.MoveOutOfDropType + ".Clone";

    /// <summary>The equivalence key of the family that borrows instead of moving.</summary>
    public const string BorrowKey = RuleIds.MoveOutOfDropType + ".Borrow";

    /// <summary>The equivalence key of the family that takes the value out of its place.</summary>
    public const string TakeKey = RuleIds.MoveOutOfDropType + ".Take";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneFix(CloneKey),
        new BorrowParameterFix(BorrowKey),
        new BorrowAliasFix(BorrowKey),
        new TakeFix(TakeKey),
        new ReplaceFix(TakeKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MoveOutOfDropType);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
