using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Lets the end of its scope drop a variable, as Rust does: <c>var s = File.OpenRead(path);</c> becomes <c>using var s = File.OpenRead(path);</c>.</summary>
internal sealed class UsingFix : OwnershipFix
{
    public UsingFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Drop variables at the end of their scope";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, made)
            || DeclarationOf(made) is not { Declaration.Variables: [var variable] } declaration
            || model.GetDeclaredSymbol(variable, cancellation) is not ILocalSymbol { RefKind: RefKind.None, Type: var type } local)
        {
            return null;
        }

        var keyword = DropCall.IsDisposable(type) ? "using "
            : DropCall.IsAsyncDisposable(type) ? "await using "
            : null;
        return keyword is null
            ? null
            : new Proposal($"Drop '{local.Name}' at the end of its scope", ImmutableArray.Create(TextEdit.Before(document.Id, declaration.Span, keyword)));
    }

    // The declaration that the value is for, or that has what keeps it.
    private static LocalDeclarationStatementSyntax? DeclarationOf(ExpressionSyntax made) =>
        made.Ancestors().TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)).OfType<LocalDeclarationStatementSyntax>().FirstOrDefault() is { } declaration
        && declaration.UsingKeyword.IsKind(SyntaxKind.None) && declaration.Parent is BlockSyntax or GlobalStatementSyntax
            ? declaration
            : null;
}
