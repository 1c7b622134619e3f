using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>The descriptors of the rules about what threads share and about results: RVG0277 and RVG1001 to RVG1007.</summary>
internal static class SharingDescriptors
{
    public static readonly DiagnosticDescriptor NotSendable = new(
        RuleIds.NotSendable,
        "Value that may not cross a thread is sent to one",
        messageFormat: "{0}",
        category: "Contracts",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What another thread runs, and what it is given, must be sendable: no value that belongs to its thread may be among what it captures. Rust: E0277.",
        helpLinkUri: HelpLinks.Rule(RuleIds.NotSendable));

    public static readonly DiagnosticDescriptor DroppedResult = Sharing(
        RuleIds.DroppedResult,
        "Result that must be used is dropped",
        "A result that tells whether something succeeded, or that is all that a call does, may not be dropped silently. Rust: the lint unused_must_use.");

    public static readonly DiagnosticDescriptor ArcClone = Sharing(
        RuleIds.ArcClone,
        "Arc is cloned as if it were what it shares",
        "A clone of an Arc is one more owner of the same value. 'Arc.Clone(x)' says so; 'x.Clone()' looks like a copy of the value. Rust: the lint clippy::clone_on_ref_ptr.");

    public static readonly DiagnosticDescriptor LongGuard = Sharing(
        RuleIds.LongGuard,
        "Lock is held longer than it is used",
        "Others wait for a lock as long as its guard lives. What does not need what it guards is done behind it. Rust: the lint clippy::significant_drop_tightening.");

    public static readonly DiagnosticDescriptor GuardAcrossAwait = Sharing(
        RuleIds.GuardAcrossAwait,
        "Lock is held across an await",
        "A lock that belongs to its thread may be held neither while something is awaited nor given back by the thread that goes on behind it. Rust: the lint clippy::await_holding_lock.");

    public static readonly DiagnosticDescriptor Unwrap = Sharing(
        RuleIds.Unwrap,
        "Result is unwrapped",
        "'Unwrap' throws where a result is an error. Outside of tests and of where a program begins the error is handed on, or 'Expect' says why there is none. Rust: the lint clippy::unwrap_used.");

    public static readonly DiagnosticDescriptor HandPropagation = Sharing(
        RuleIds.HandPropagation,
        "Error is tested and returned by hand",
        "'TryPropagate' tests a result and gives its error in the form in which it is returned, as the operator '?' does. Rust: the lint clippy::question_mark.");

    public static readonly DiagnosticDescriptor LostWork = Sharing(
        RuleIds.LostWork,
        "Work that nobody joins, observes or can cancel",
        "Nobody learns how work ended that was started and let go, and nobody can end it where it does not end by itself.");

    /// <summary>What <see cref="SharingAnalyzer"/> reports.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        NotSendable, DroppedResult, ArcClone, LongGuard, GuardAcrossAwait, Unwrap, HandPropagation, LostWork);

    private static DiagnosticDescriptor Sharing(string id, string title, string description) => new(
        id,
        title,
        messageFormat: "{0}",
        category: "Sharing",
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description,
        helpLinkUri: HelpLinks.Rule(id));
}
