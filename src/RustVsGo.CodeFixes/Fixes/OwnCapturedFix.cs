using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets a lambda own what it takes along: without its <c>using</c> the value moves into the lambda (rustc: <c>to force the closure to take ownership,
/// use the `move` keyword</c>).
/// </summary>
internal sealed class OwnCapturedFix : OwnershipFix
{
    public OwnCapturedFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Let delegates own what they capture";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Expression: AnonymousFunctionExpressionSyntax lambda } site
            || CapturedVariable.Of(lambda, diagnostic, site.Model, cancellation) is not ILocalSymbol { IsUsing: true, DeclaringSyntaxReferences: [var reference] } captured
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } declaration })
        {
            return null;
        }

        var first = statement.AwaitKeyword.IsKind(SyntaxKind.None) ? statement.UsingKeyword : statement.AwaitKeyword;
        var words = TextSpan.FromBounds(first.SpanStart, declaration.SpanStart);
        var text = await site.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        return text.ToString(words) is "using " or "await using "
            ? new Proposal($"Let the delegate own '{captured.Name}', without 'using'", ImmutableArray.Create(TextEdit.Replace(site.Document.Id, words, "")))
            : null;
    }
}
