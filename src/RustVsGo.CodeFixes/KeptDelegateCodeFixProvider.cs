using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG3005, a delegate parameter that is kept: say that it owns.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeptDelegateCodeFixProvider))]
public sealed class KeptDelegateCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that says that it owns.</summary>
    public const string OwnedKey = RuleIds.KeptDelegate + ".Owned";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new StateModeFix(OwnedKey, Vocabulary.Owned));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.KeptDelegate);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
