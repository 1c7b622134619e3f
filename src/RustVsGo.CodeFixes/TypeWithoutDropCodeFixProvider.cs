using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG2003, a type that owns something and has no drop: give it one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TypeWithoutDropCodeFixProvider))]
public sealed class TypeWithoutDropCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that implements the interface.</summary>
    public const string ImplementKey = RuleIds.TypeWithoutDrop + ".Implement";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new ImplementDropFix(ImplementKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TypeWithoutDrop);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
