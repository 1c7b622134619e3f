using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0508, move out of an array element: clone at the move, borrow instead of moving, or take the value out of the element.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveOutOfElementCodeFixProvider))]
public sealed class MoveOutOfElementCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones at the move.</summary>
    public const string CloneKey = RuleIds.MoveOutOfElement + ".Clone";

    /// <summary>The equivalence key of the family that borrows instead of moving.</summary>
    public const string BorrowKey = RuleIds.MoveOutOfElement + ".Borrow";

    /// <summary>The equivalence key of the family that takes the value out of its place.</summary>
    public const string TakeKey = RuleIds.MoveOutOfElement + ".Take";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneFix(CloneKey),
        new BorrowParameterFix(BorrowKey),
        new BorrowAliasFix(BorrowKey),
        new TakeFix(TakeKey),
        new ReplaceFix(TakeKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MoveOutOfElement);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
