using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG1007, work that nobody joins: wait for it, give it a token, or let it go on purpose.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LostWorkCodeFixProvider))]
public sealed class LostWorkCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that waits for the work.</summary>
    public const string JoinKey = RuleIds.LostWork + ".Join";

    /// <summary>The equivalence key of the family that lets a token end the work.</summary>
    public const string TokenKey = RuleIds.LostWork + ".Token";

    /// <summary>The equivalence key of the family that lets the work go on purpose.</summary>
    public const string DiscardKey = RuleIds.LostWork + ".Discard";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new TokenFix(TokenKey),
        new JoinFix(JoinKey),
        new DiscardStartedFix(DiscardKey));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.LostWork);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
