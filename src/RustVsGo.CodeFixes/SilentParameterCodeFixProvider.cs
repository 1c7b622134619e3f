using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG3004, a parameter that does not say whether it owns or borrows: say so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SilentParameterCodeFixProvider))]
public sealed class SilentParameterCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that says that it owns.</summary>
    public const string OwnedKey = RuleIds.SilentParameter + ".Owned";

    /// <summary>The equivalence key of the family that says that it borrows.</summary>
    public const string BorrowedKey = RuleIds.SilentParameter + ".Borrowed";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new StateModeFix(OwnedKey, Vocabulary.Owned),
        new StateModeFix(BorrowedKey, Vocabulary.Borrowed));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SilentParameter);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
