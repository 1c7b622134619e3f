using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets who reads a collection while it changes read a copy of it: <c>foreach (var x in list)</c> becomes <c>foreach (var x in list.ToList())</c>,
/// <c>var s = list.Where(p);</c> <c>var s = list.Where(p).ToList();</c>.
/// </summary>
/// <remarks>Only for elements that nobody owns: a copy of the others would be a second owner.</remarks>
internal sealed class SnapshotFix : OwnershipFix
{
    private const string Linq = "System.Linq";

    public SnapshotFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Read copies of collections that change";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, borrowed)
            || BorrowedValue.Around(borrowed) is not { Target: not ArrowExpressionClauseSyntax { Parent: AnonymousFunctionExpressionSyntax } } read
            || model.GetTypeInfo(read.Value, cancellation).Type is not { } type
            || ElementOf(type) is not { } element
            || ValueKinds.MayOwn(element))
        {
            return null;
        }

        var call = PostfixCall.On(read.Value, IsArrayLike(type) ? "ToArray" : "ToList", mayBeNull: false);
        if (Copies(call, model))
        {
            return Propose(call.Edits(document.Id));
        }

        // What Linq adds to the names in scope may be what is missing.
        return type.IsRefLikeType || UsingDirective.Insert(document, model, borrowed.SpanStart, Linq, cancellation) is not { } import
            ? null
            : Propose(call.Edits(document.Id).Add(import));

        Proposal Propose(ImmutableArray<TextEdit> edits) => new($"Read a copy of '{MoveSite.Shortened(borrowed)}'", edits);
    }

    private static bool Copies(PostfixCall call, SemanticModel model) =>
        model.GetSpeculativeSymbolInfo(call.Operand.SpanStart, call.StandIn, SpeculativeBindingOption.BindAsExpression).Symbol is IMethodSymbol { ReturnsVoid: false };

    private static bool IsArrayLike(ITypeSymbol type) => type is IArrayTypeSymbol || type.IsRefLikeType;

    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        if (type is INamedTypeSymbol { IsRefLikeType: true, Name: "Span" or "ReadOnlySpan", TypeArguments: [var spanned] })
        {
            return spanned;
        }

        return type.AllInterfaces.Concat(type is INamedTypeSymbol named ? new[] { named } : new INamedTypeSymbol[0])
            .FirstOrDefault(static implemented => implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }
}
