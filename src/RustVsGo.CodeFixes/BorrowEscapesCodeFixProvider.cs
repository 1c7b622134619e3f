using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0521, a borrow that escapes: keep a clone, or own the parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BorrowEscapesCodeFixProvider))]
public sealed class BorrowEscapesCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.BorrowEscapes + ".Clone";

    /// <summary>The equivalence key of the family that lets the method own its parameter.</summary>
    public const string OwnKey = RuleIds.BorrowEscapes + ".Own";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneBorrowFix(CloneKey),
        new CloneForCaptureFix(CloneKey),
        new CloneThisForCaptureFix(CloneKey),
        new OwnParameterFix(OwnKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.BorrowEscapes);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
