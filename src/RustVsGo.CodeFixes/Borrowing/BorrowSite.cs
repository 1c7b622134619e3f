using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>The borrow that a diagnostic is about, found again in the source.</summary>
internal static class BorrowSite
{
    /// <summary>
    /// The borrowed expression: what is reported where a borrow outlives its owner, the cause where a borrow is in the way of something else. Null
    /// where the document has changed since.
    /// </summary>
    public static Task<ExpressionSite?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        ExpressionSite.FindAsync(
            solution,
            diagnostic.Id is RuleIds.DoesNotLiveLongEnough or RuleIds.ReturnsBorrowOfLocal or RuleIds.TemporaryDropped or RuleIds.BorrowEscapes or RuleIds.ReturnsOtherSource
                ? diagnostic.Location
                : DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause),
            cancellation);
}
