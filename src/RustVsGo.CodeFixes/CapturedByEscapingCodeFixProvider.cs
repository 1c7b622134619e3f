using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0373, a delegate that outlives what it captures: let the owner live longer, take a clone along, or own the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CapturedByEscapingCodeFixProvider))]
public sealed class CapturedByEscapingCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that lets the owner live longer.</summary>
    public const string HoistKey = RuleIds.CapturedByEscaping + ".Hoist";

    /// <summary>The equivalence key of the family that gives the delegate a clone.</summary>
    public const string CloneKey = RuleIds.CapturedByEscaping + ".Clone";

    /// <summary>The equivalence key of the family that lets the delegate own the value.</summary>
    public const string OwnKey = RuleIds.CapturedByEscaping + ".Own";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new HoistOwnerFix(HoistKey),
        new CloneForCaptureFix(CloneKey),
        new CloneBorrowFix(CloneKey),
        new OwnCapturedFix(OwnKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.CapturedByEscaping);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
