using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG0594, assignment through a shared borrow: say that the method mutates, or borrow exclusively.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AssignThroughSharedCodeFixProvider))]
public sealed class AssignThroughSharedCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that borrows exclusively what is mutated.</summary>
    public const string MutateKey = RuleIds.AssignThroughShared + ".Mutate";

    /// <summary>The equivalence key of the family that uses the owner instead of its borrow.</summary>
    public const string OwnerKey = RuleIds.AssignThroughShared + ".Owner";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new StateMutationFix(MutateKey),
        new ExclusiveAliasFix(MutateKey),
        new WithoutBorrowFix(OwnerKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.AssignThroughShared);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
