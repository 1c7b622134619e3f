using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG0053, an override or implementation with another contract: take over what the base says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OtherPromiseCodeFixProvider))]
public sealed class OtherPromiseCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that says what the base says.</summary>
    public const string TakeOverKey = RuleIds.OtherPromise + ".TakeOver";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new TakeOverContractFix(TakeOverKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.OtherPromise);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
