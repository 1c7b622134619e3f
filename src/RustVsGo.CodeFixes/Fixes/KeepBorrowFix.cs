using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Says that the receiver keeps what it borrows: <c>void Add([Borrowed] Part part) => _last = part;</c> gets
/// <c>[Borrowed(CapturedBy = "this")]</c> (rustc: <c>explicit lifetime required in the type of `part`</c>).
/// </summary>
internal sealed class KeepBorrowFix : OwnershipFix
{
    public KeepBorrowFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Say what receivers keep";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<ParameterSyntax>.NamedByCauseAsync(solution, diagnostic, static parameter => parameter.Identifier, cancellation).ConfigureAwait(false)
                is not { Node: { Parent.Parent: BaseMethodDeclarationSyntax } parameter } site
            || site.Model.GetDeclaredSymbol(parameter, cancellation) is not { ContainingSymbol: IMethodSymbol { IsStatic: false } }
            || await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { } borrow
            || !GoesIntoThis(borrow, cancellation))
        {
            return null;
        }

        var stated = parameter.AttributeLists.SelectMany(static list => list.Attributes)
            .Where(attribute => site.Model.GetSymbolInfo(attribute, cancellation).Symbol?.ContainingType is { } type
                && Vocabulary.Declares(type) && Vocabulary.AttributeName(type) is Vocabulary.Borrowed or Vocabulary.BorrowedMut)
            .ToImmutableArray();
        return stated is [{ ArgumentList: null or { Arguments.Count: 0 } } attribute]
            ? new Proposal(
                $"Say that the receiver keeps '{parameter.Identifier.ValueText}'",
                ImmutableArray.Create(
                    attribute.ArgumentList is { } empty
                        ? TextEdit.After(site.Document.Id, empty.OpenParenToken.Span, "CapturedBy = \"this\"")
                        : TextEdit.After(site.Document.Id, attribute.Name.Span, "(CapturedBy = \"this\")")))
            : null;
    }

    // A call that keeps what it is lent is reported as a whole.
    private static ExpressionSyntax? Receiver(ExpressionSyntax call) => call is InvocationExpressionSyntax { Expression: var called }
        ? called is MemberAccessExpressionSyntax access ? access.Expression : called
        : null;

    private static bool GoesIntoThis(ExpressionSite borrow, CancellationToken cancellation) =>
        (BorrowKeeper.Of(borrow.Expression) ?? Receiver(borrow.Expression)) is { } keeper
        && (PlaceRoot.Of(keeper) is ThisExpressionSyntax
            || borrow.Model.GetSymbolInfo(PlaceRoot.Of(keeper), cancellation).Symbol is { IsStatic: false, Kind: SymbolKind.Field or SymbolKind.Property or SymbolKind.Method });
}
