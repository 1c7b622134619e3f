using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>One descriptor a rule, and which rule an error belongs to.</summary>
internal static class Descriptors
{
    public static readonly DiagnosticDescriptor UseAfterMove = Ownership(
        RuleIds.UseAfterMove,
        "Use of a moved value",
        "A value of a move type has one owner. Once it was moved (passed to a parameter that takes ownership, bound to another variable, returned) or dropped, its old place may not be used until it is assigned again. Rust: E0382.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(UseAfterMove);

    /// <summary>The rule that reports <paramref name="error"/>, or null where none does yet.</summary>
    public static DiagnosticDescriptor? Of(BorrowError error) => error switch
    {
        Borrowck.Errors.UseAfterMove => UseAfterMove,
        _ => null,
    };

    // The whole sentence is built by Messages: rustc's wording depends on what was moved, where and how.
    private static DiagnosticDescriptor Ownership(string id, string title, string description) => new(
        id,
        title,
        messageFormat: "{0}",
        category: "Ownership",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description,
        helpLinkUri: HelpLinks.Rule(id));
}
