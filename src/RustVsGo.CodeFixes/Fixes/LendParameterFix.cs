using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Lets the caller stay the owner of what the method returns a borrow of: the <c>[Owned]</c> parameter becomes <c>[Borrowed]</c>.</summary>
internal sealed class LendParameterFix : OwnershipFix
{
    public LendParameterFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Borrow values instead of moving them";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { } site
            || RootOf(site, cancellation) is not { RefKind: RefKind.None } parameter
            || await SourceParameter.FindAsync(solution, parameter, cancellation).ConfigureAwait(false) is not { } declared
            || !declared.HasBody || StatedContract.BelongsToFamily(declared.Method))
        {
            return null;
        }

        var isExclusive = StatedContract.OnReturn(declared.Method, Vocabulary.BorrowedMut);
        var edits = declared.Become(isExclusive ? Vocabulary.BorrowedMut : Vocabulary.Borrowed, cancellation);
        return edits.IsDefaultOrEmpty ? null : new Proposal($"Let '{declared.Method.Name}' borrow '{parameter.Name}'", edits);
    }

    // The reported expression is what is returned; what it borrows stands at its beginning.
    private static IParameterSymbol? RootOf(ExpressionSite site, CancellationToken cancellation)
    {
        var root = site.Expression;
        while (true)
        {
            switch (root)
            {
                case MemberAccessExpressionSyntax access:
                    root = access.Expression;
                    continue;
                case ElementAccessExpressionSyntax element:
                    root = element.Expression;
                    continue;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: var arguments }:
                    root = arguments.Count == 1 && site.Model.GetSymbolInfo(access.Expression, cancellation).Symbol is ITypeSymbol ? arguments[0].Expression : access.Expression;
                    continue;
                default:
                    return site.Model.GetSymbolInfo(root, cancellation).Symbol as IParameterSymbol;
            }
        }
    }
}
