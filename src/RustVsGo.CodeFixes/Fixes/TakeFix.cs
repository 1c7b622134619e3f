using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Takes the value out of its place and leaves the default of its type there: <c>Send(_message)</c> becomes <c>Send(Own.Take(ref _message))</c>
/// (Rust: <c>std::mem::take</c>).
/// </summary>
/// <remarks>Where that is <see langword="null"/> and may not be, the compiler warns, and it is not offered: <see cref="ReplaceFix"/> is.</remarks>
internal sealed class TakeFix : OwnershipFix
{
    public TakeFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Take values out of their places";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        return await FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { } site
            ? null
            : Exchange(site, "Take", "", $"Take the value out of '{site.Name}'", cancellation);
    }

    /// <summary>The move out of a variable in which something else could stand, or null.</summary>
    internal static async Task<MoveSite?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation) =>
        await MoveSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is { } site
        && site.Cause is MoveCauses.Argument or MoveCauses.Assigned or MoveCauses.Stored or MoveCauses.Returned or MoveCauses.Receiver
        && IsVariable(site.Expression, site.Model, cancellation)
        && site.Expression.Parent is not (ConditionalAccessExpressionSyntax or IsPatternExpressionSyntax)
            ? site
            : null;

    /// <summary>A call of <c>Own.</c><paramref name="method"/> around the place, with <paramref name="value"/> for what it leaves there; null where <c>Own</c> cannot be written.</summary>
    internal static Proposal? Exchange(MoveSite site, string method, string value, string title, CancellationToken cancellation)
    {
        if (VocabularyName.OfOwn(site.Document, site.Model, site.Expression.SpanStart, cancellation) is not { } own)
        {
            return null;
        }

        var edits = ImmutableArray.Create(
            TextEdit.Before(site.Document.Id, site.Expression.Span, $"{own.Text}.{method}(ref "),
            TextEdit.After(site.Document.Id, site.Expression.Span, value + ")"));
        return new Proposal(title, own.Import is { } import ? edits.Add(import) : edits);
    }

    // A property is no variable that could be taken from, nor is a parameter of a lent value a place that could be left empty.
    private static bool IsVariable(ExpressionSyntax place, SemanticModel model, CancellationToken cancellation) => place switch
    {
        ElementAccessExpressionSyntax element => model.GetTypeInfo(element.Expression, cancellation).Type is IArrayTypeSymbol,
        _ => model.GetSymbolInfo(place, cancellation).Symbol is IFieldSymbol { IsReadOnly: false, IsConst: false },
    };
}
