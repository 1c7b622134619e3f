using System;
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

    /// <summary>The move that <paramref name="diagnostic"/> blames, or null where it blames none or its document has changed since.</summary>
    public static async Task<MoveSite?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (!diagnostic.Properties.TryGetValue(PropertyKeys.CauseKind, out var cause) || cause is null)
        {
            return null;
        }

        // A use after a move comes behind it; everywhere else the move is itself what is reported.
        var location = diagnostic.Id == RuleIds.UseAfterMove ? DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) : diagnostic.Location;
        return await ExpressionSite.FindAsync(solution, location, cancellation).ConfigureAwait(false) is { } site
            ? new MoveSite(site.Document, site.Model, site.Expression, cause)
            : null;
    }
}
