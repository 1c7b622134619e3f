using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG2001, an owned value that nobody drops: drop it at the end of its scope, bind it, drop it before it is lost, or borrow it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotDroppedCodeFixProvider))]
public sealed class NotDroppedCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that drops a variable at the end of its scope.</summary>
    public const string UsingKey = RuleIds.NotDropped + ".Using";

    /// <summary>The equivalence key of the family that binds a temporary.</summary>
    public const string BindKey = RuleIds.NotDropped + ".Bind";

    /// <summary>The equivalence key of the family that drops a value before it is lost.</summary>
    public const string DropKey = RuleIds.NotDropped + ".Drop";

    /// <summary>The equivalence key of the family that borrows what is not taken.</summary>
    public const string BorrowKey = RuleIds.NotDropped + ".Borrow";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new UsingFix(UsingKey),
        new BindTemporaryFix(BindKey),
        new LendOwnedFix(BorrowKey),
        new DropOwnedFix(DropKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.NotDropped);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
