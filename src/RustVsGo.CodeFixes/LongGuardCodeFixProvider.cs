using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG1003, a lock that is held longer than it is used: give it back there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LongGuardCodeFixProvider))]
public sealed class LongGuardCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that gives the lock back behind its last use.</summary>
    public const string NarrowKey = RuleIds.LongGuard + ".Narrow";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(new NarrowGuardFix(NarrowKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LongGuard);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
