using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>Drops an owned member in the drop of its type, behind what that does already: <c>_connection.Dispose();</c> at the end of <c>Dispose</c>.</summary>
internal sealed class DropMemberFix : OwnershipFix
{
    public DropMemberFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Drop owned members with their objects";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await DeclarationSite<MethodDeclarationSyntax>.FindAsync(solution, DiagnosticPlaces.Find(diagnostic, PropertyKeys.Parameter), cancellation).ConfigureAwait(false) is not var (document, _, method)
            || await DeclarationSite<SyntaxNode>.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not { } site
            || site.Model.GetDeclaredSymbol(site.Node, cancellation) is not { } member
            || DropCall.Statement(member, method.Modifiers.Any(SyntaxKind.AsyncKeyword)) is not { } drop)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var edits = method switch
        {
            { Body: { Statements: { Count: > 0 } statements, CloseBraceToken.ContainsDirectives: false } } => StatementPlace.Behind(statements.Last(), text)?.Insert(document.Id, drop),
            { Body: { Statements.Count: 0, ContainsDirectives: false } body } => ImmutableArray.Create(TextEdit.After(document.Id, body.OpenBraceToken.Span, " " + drop)),
            _ => null,
        };
        return edits is { IsDefaultOrEmpty: false } all ? new Proposal($"Drop '{member.Name}' in '{method.Identifier.ValueText}'", all) : null;
    }
}
