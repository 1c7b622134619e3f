using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fix of RVG0716, temporary value dropped while borrowed: bind the temporary to a variable of its own; keep what a raw pointer leads to.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TemporaryDroppedCodeFixProvider))]
public sealed class TemporaryDroppedCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that binds.</summary>
    public const string BindKey = RuleIds.TemporaryDropped + ".Bind";

    /// <summary>The equivalence key of the family that clones what is borrowed.</summary>
    public const string CloneKey = RuleIds.TemporaryDropped + ".Clone";

    /// <summary>The equivalence key of the family that keeps in a field what a raw pointer leads to.</summary>
    public const string RootKey = RuleIds.TemporaryDropped + ".Root";

    /// <summary>The equivalence key of the family that keeps it until the last use of the pointer.</summary>
    public const string KeepAliveKey = RuleIds.TemporaryDropped + ".KeepAlive";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new BindTemporaryFix(BindKey),
        new OwnTemporaryFix(BindKey),
        new RootDelegateFix(RootKey),
        new RootBesideFix(RootKey),
        new KeepAliveFix(KeepAliveKey),
        new CloneBorrowFix(CloneKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TemporaryDropped);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
