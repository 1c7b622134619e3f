using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG0502, shared and exclusive borrow at a time: let who reads keep a clone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SharedAndExclusiveCodeFixProvider))]
public sealed class SharedAndExclusiveCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.SharedAndExclusive + ".Clone";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(new CloneBorrowFix(CloneKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.SharedAndExclusive);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
