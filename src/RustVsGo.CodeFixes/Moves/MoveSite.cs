using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The move that a diagnostic blames, found again in the source: which expression gave its value away, and how.</summary>
/// <param name="Document">The document of the move, which need not be that of the use.</param>
/// <param name="Model">The semantics of that document.</param>
/// <param name="Expression">The moved expression, exactly.</param>
/// <param name="Cause">One of <see cref="MoveCauses"/>, or another name that no fix knows.</param>
internal sealed record MoveSite(Document Document, SemanticModel Model, ExpressionSyntax Expression, string Cause)
{
    private const int LongestName = 40;

    /// <summary>The moved expression as a title can show it.</summary>
    public string Name => Shortened(Expression);

    /// <summary>An expression as a title can show it.</summary>
    public static string Shortened(ExpressionSyntax expression)
    {
        var text = string.Join(" ", expression.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= LongestName ? text : text.Substring(0, LongestName - 1) + "…";
    }

    /// <summary>The move that <paramref name="diagnostic"/> blames first, or null where it blames none or its document has changed since.</summary>
    public static async Task<MoveSite?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        await FindAllAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is [var first, ..] ? first : null;

    /// <summary>The moves that <paramref name="diagnostic"/> blames: one on each way to the use. None where its documents have changed since.</summary>
    public static async Task<ImmutableArray<MoveSite>> FindAllAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.CauseKind, out var cause) || cause is null)
        {
            return ImmutableArray<MoveSite>.Empty;
        }

        // A use after a move comes behind it; everywhere else the move is itself what is reported.
        var causes = diagnostic.Id == RuleIds.UseAfterMove ? DiagnosticPlaces.Causes(diagnostic) : ImmutableArray.Create((diagnostic.Location, cause));
        var sites = ImmutableArray.CreateBuilder<MoveSite>();
        foreach (var (location, kind) in causes)
        {
            if (await ExpressionSite.FindAsync(solution, location, cancellation).ConfigureAwait(false) is not { } site)
            {
                return ImmutableArray<MoveSite>.Empty;
            }

            sites.Add(new MoveSite(site.Document, site.Model, site.Expression, kind));
        }

        return sites.ToImmutable();
    }
}
