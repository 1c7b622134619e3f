using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RustVsGo.Analyzers.Configuration;

/// <summary>The options of <c>.editorconfig</c> and global configuration (docs/ownership-model.md, section 8).</summary>
/// <param name="UsesCatalog">Whether the built-in catalog holds.</param>
/// <param name="BorrowsUnannotated">Whether a parameter of a move type that says nothing is borrowed, not owned.</param>
/// <param name="FollowsThrown">Whether what is not dropped on the way out of an exception counts.</param>
internal readonly record struct OwnershipOptions(bool UsesCatalog, bool BorrowsUnannotated, bool FollowsThrown)
{
    private const string Prefix = "rustvsgo.";

    private const string Catalog = Prefix + "catalog";

    private const string UnannotatedParameters = Prefix + "unannotated_parameters";

    private const string ExceptionalPaths = Prefix + "exceptional_paths";

    /// <summary>What <paramref name="options"/> say; a value that is not one of an option's leaves its default.</summary>
    public static OwnershipOptions Read(AnalyzerConfigOptions options) => new(
        UsesCatalog: !Is(options, Catalog, "off"),
        BorrowsUnannotated: Is(options, UnannotatedParameters, "borrow"),
        FollowsThrown: Is(options, ExceptionalPaths, "on"));

    /// <summary>The options that have a value which is none of theirs, and those that do not exist: name, value, and what it may be.</summary>
    public static IEnumerable<(string Name, string Value, string Allowed)> Unknown(AnalyzerConfigOptions options)
    {
        foreach (var name in options.Keys)
        {
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || !options.TryGetValue(name, out var value))
            {
                continue;
            }

            var allowed = Allowed(name);
            if (Array.IndexOf(allowed, value.Trim().ToLowerInvariant()) < 0)
            {
                yield return (name, value, string.Join(", ", allowed));
            }
        }
    }

    private static string[] Allowed(string name) => name.ToLowerInvariant() switch
    {
        Catalog or ExceptionalPaths => new[] { "on", "off" },
        UnannotatedParameters => new[] { "move", "borrow" },
        _ => Array.Empty<string>(),
    };

    private static bool Is(AnalyzerConfigOptions options, string name, string expected) =>
        options.TryGetValue(name, out var value) && string.Equals(value.Trim(), expected, StringComparison.OrdinalIgnoreCase);
}
