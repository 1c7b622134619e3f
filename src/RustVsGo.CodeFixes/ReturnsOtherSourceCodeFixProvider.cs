using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0621, a borrow that goes where the signature does not say: name it as the source, say that the receiver keeps it, or give a clone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnsOtherSourceCodeFixProvider))]
public sealed class ReturnsOtherSourceCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that names the source.</summary>
    public const string SourceKey = RuleIds.ReturnsOtherSource + ".Source";

    /// <summary>The equivalence key of the family that says that the receiver keeps the borrow.</summary>
    public const string KeepKey = RuleIds.ReturnsOtherSource + ".Keep";

    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.ReturnsOtherSource + ".Clone";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new AddSourceFix(SourceKey),
        new KeepBorrowFix(KeepKey),
        new CloneBorrowFix(CloneKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ReturnsOtherSource);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
