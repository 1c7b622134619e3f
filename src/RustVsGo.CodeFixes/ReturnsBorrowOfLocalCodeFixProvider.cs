using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0515, a returned borrow of a local: return a clone, borrow the parameter, or await the task that still borrows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnsBorrowOfLocalCodeFixProvider))]
public sealed class ReturnsBorrowOfLocalCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.ReturnsBorrowOfLocal + ".Clone";

    /// <summary>The equivalence key of the family that awaits the task that still borrows.</summary>
    public const string AwaitKey = RuleIds.ReturnsBorrowOfLocal + ".Await";

    /// <summary>The equivalence key of the family that borrows what the method owned.</summary>
    public const string BorrowKey = RuleIds.ReturnsBorrowOfLocal + ".Borrow";

    /// <summary>The equivalence key of the family that keeps in a field what a raw pointer leads to.</summary>
    public const string RootKey = RuleIds.ReturnsBorrowOfLocal + ".Root";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new CloneBorrowFix(CloneKey),
        new OwnResultFix(CloneKey),
        new LendParameterFix(BorrowKey),
        new SnapshotFix(CloneKey),
        new AwaitFix(AwaitKey),
        new RootDelegateFix(RootKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ReturnsBorrowOfLocal);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
