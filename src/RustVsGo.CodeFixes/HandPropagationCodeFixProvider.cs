using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG1006, an error that is tested and returned by hand: let <c>TryPropagate</c> do it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandPropagationCodeFixProvider))]
public sealed class HandPropagationCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that lets <c>TryPropagate</c> return the error.</summary>
    public const string PropagateKey = RuleIds.HandPropagation + ".Propagate";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(new PropagateByHandFix(PropagateKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.HandPropagation);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
