using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Takes a lock behind what is awaited, where nothing of it is used before: <c>using var guard = gate.Enter(); var text = await LoadAsync(); guard.Set(text);</c>
/// with its first two statements the other way round.
/// </summary>
internal sealed class AwaitBeforeGuardFix : OwnershipFix
{
    public AwaitBeforeGuardFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Take locks behind what is awaited";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<VariableDeclaratorSyntax>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, declarator)
            || declarator.Parent?.Parent is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, ContainsDirectives: false } guard
            || StatementList.Of(guard) is not { } list
            || diagnostic.AdditionalLocations.LastOrDefault()?.SourceTree?.GetRoot(cancellation).FindNode(diagnostic.AdditionalLocations.Last().SourceSpan) is not { } awaited
            || list.IndexOfAround(awaited) is not (>= 0 and var last) || list.IndexOf(guard) is not (>= 0 and var first) || last <= first)
        {
            return null;
        }

        // A lock that is never looked at guards what stands behind it, whatever that is.
        var name = declarator.Identifier.ValueText;
        if (list.LastIndexNaming(name) <= last || list.Range(first + 1, last).Any(statement => Names(statement, name)))
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return WholeLines.MoveBehind(document.Id, text, guard, list[last]) is { } edits
            ? new Proposal($"Take '{name}' behind what is awaited", edits)
            : null;
    }

    private static bool Names(StatementSyntax statement, string name) =>
        statement.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
}
