using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG0503, use of a plain value while it is exclusively borrowed: evaluate it before the call that borrows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseWhileBorrowedCodeFixProvider))]
public sealed class UseWhileBorrowedCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that evaluates an argument before the call that borrows.</summary>
    public const string BindKey = RuleIds.UseWhileBorrowed + ".Bind";

    /// <summary>The equivalence key of the family that moves the change behind the last use of the borrow.</summary>
    public const string ReorderKey = RuleIds.UseWhileBorrowed + ".Reorder";

    /// <summary>The equivalence key of the family that reaches the value through its borrow.</summary>
    public const string ThroughKey = RuleIds.UseWhileBorrowed + ".Through";

    /// <summary>The equivalence key of the family that uses the owner instead of its borrow.</summary>
    public const string OwnerKey = RuleIds.UseWhileBorrowed + ".Owner";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new BindArgumentFix(BindKey),
        new ReorderFix(ReorderKey, movesUse: false),
        new ReorderFix(ReorderKey, movesUse: true),
        new BorrowLaterFix(ReorderKey),
        new ThroughBorrowFix(ThroughKey),
        new WithoutBorrowFix(OwnerKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.UseWhileBorrowed);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
