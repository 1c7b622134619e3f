using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The descriptors of the rules about disposal: RVG2001 to RVG2004. What Rust does by itself at the end of a scope, C# leaves to be written.</summary>
internal static class DisposalDescriptors
{
    public static readonly DiagnosticDescriptor NotDropped = Disposal(
        RuleIds.NotDropped,
        "Owned value is neither dropped nor given away",
        "A value that has to be dropped belongs to its variable until it is given to another owner. Where the variable ends, Rust drops it; C# does so only for 'using'.");

    public static readonly DiagnosticDescriptor FieldNotDropped = Disposal(
        RuleIds.FieldNotDropped,
        "Owned field is not dropped by its type",
        "What an object owns ends with it: the method that drops the object drops its owned fields. Rust does so by itself.");

    public static readonly DiagnosticDescriptor TypeWithoutDrop = Disposal(
        RuleIds.TypeWithoutDrop,
        "Type with an owned field has no drop",
        "A type that owns what has to be dropped is dropped itself: it implements IDisposable, or has a method with [Drop]. Rust gives every such type its drop.");

    public static readonly DiagnosticDescriptor DroppedTwice = Disposal(
        RuleIds.DroppedTwice,
        "Value is dropped although somebody else owns it",
        "A value that was given to an owner for good is dropped by that owner. Who drops it under its old name drops it under the feet of the new owner.");

    /// <summary>What <see cref="DisposalAnalyzer"/> reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(NotDropped, FieldNotDropped, TypeWithoutDrop, DroppedTwice);

    private static DiagnosticDescriptor Disposal(string id, string title, string description) => new(
        id,
        title,
        messageFormat: "{0}",
        category: "Disposal",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description,
        helpLinkUri: HelpLinks.Rule(id));
}
