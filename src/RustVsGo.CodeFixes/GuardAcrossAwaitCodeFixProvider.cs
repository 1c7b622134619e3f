using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG1004, a lock that is held across an <c>await</c>: take it behind what is awaited.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardAcrossAwaitCodeFixProvider))]
public sealed class GuardAcrossAwaitCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that takes the lock behind what is awaited.</summary>
    public const string LaterKey = RuleIds.GuardAcrossAwait + ".Later";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(new AwaitBeforeGuardFix(LaterKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.GuardAcrossAwait);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
