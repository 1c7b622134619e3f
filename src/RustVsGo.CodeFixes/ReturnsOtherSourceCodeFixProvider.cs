using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0621, a returned borrow of a source that the signature does not name: name it, or return a clone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnsOtherSourceCodeFixProvider))]
public sealed class ReturnsOtherSourceCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that names the source.</summary>
    public const string SourceKey = RuleIds.ReturnsOtherSource + ".Source";

    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.ReturnsOtherSource + ".Clone";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new AddSourceFix(SourceKey),
        new CloneBorrowFix(CloneKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ReturnsOtherSource);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
