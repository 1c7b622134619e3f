using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The fixes of RVG0106, a borrowed result without a source: name one of the candidates, or all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingSourceCodeFixProvider))]
public sealed class MissingSourceCodeFixProvider : OwnershipCodeFixProvider
{
    /// <summary>The equivalence key of the family that names the first candidate.</summary>
    public const string FirstKey = RuleIds.MissingSource + ".Source1";

    /// <summary>The equivalence key of the family that names the second candidate.</summary>
    public const string SecondKey = RuleIds.MissingSource + ".Source2";

    /// <summary>The equivalence key of the family that names the third candidate.</summary>
    public const string ThirdKey = RuleIds.MissingSource + ".Source3";

    /// <summary>The equivalence key of the family that names the fourth candidate.</summary>
    public const string FourthKey = RuleIds.MissingSource + ".Source4";

    /// <summary>The equivalence key of the family that names the fifth candidate.</summary>
    public const string FifthKey = RuleIds.MissingSource + ".Source5";

    /// <summary>The equivalence key of the family that names the sixth candidate.</summary>
    public const string SixthKey = RuleIds.MissingSource + ".Source6";

    /// <summary>The equivalence key of the family that names all candidates.</summary>
    public const string AllKey = RuleIds.MissingSource + ".AllSources";

    private static readonly ImmutableArray<OwnershipFix> InOrder = ImmutableArray.Create<OwnershipFix>(
        new NameSourceFix(FirstKey, 0),
        new NameSourceFix(SecondKey, 1),
        new NameSourceFix(ThirdKey, 2),
        new NameSourceFix(FourthKey, 3),
        new NameSourceFix(FifthKey, 4),
        new NameSourceFix(SixthKey, 5),
        new NameSourceFix(AllKey, index: null));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.MissingSource);

    private protected override ImmutableArray<OwnershipFix> Fixes => InOrder;
}
