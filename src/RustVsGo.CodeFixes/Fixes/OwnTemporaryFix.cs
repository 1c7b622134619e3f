using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Lets a variable own the temporary that it would borrow: <c>r = Own.Borrow(Make());</c> becomes <c>r = Make();</c>.</summary>
internal sealed class OwnTemporaryFix : OwnershipFix
{
    public OwnTemporaryFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Own temporary values";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, temporary)
            || temporary.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } }
            || call.ContainsDirectives
            || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol { Name: "Borrow" or "BorrowMut", ContainingType: { Name: Vocabulary.Own } own }
            || !Vocabulary.Declares(own))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return new Proposal("Own the temporary value", ImmutableArray.Create(TextEdit.Replace(document.Id, call.Span, text.ToString(temporary.Span))));
    }
}
