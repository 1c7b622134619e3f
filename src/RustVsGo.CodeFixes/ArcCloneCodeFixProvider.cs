using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG1002, an <c>Arc</c> that is cloned as if it were what it shares: write <c>Arc.Clone</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ArcCloneCodeFixProvider))]
public sealed class ArcCloneCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that writes <c>Arc.Clone</c>.</summary>
    public const string WriteKey = RuleIds.ArcClone + ".Write";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(new ArcCloneFix(WriteKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ArcClone);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
