using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG1005, a result that is unwrapped: hand its error on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnwrapCodeFixProvider))]
public sealed class UnwrapCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that returns the error to the caller.</summary>
    public const string PropagateKey = RuleIds.Unwrap + ".Propagate";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(new PropagateUnwrapFix(PropagateKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.Unwrap);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
