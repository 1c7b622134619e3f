using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets a token that is at hand end the work: <c>while (true)</c> becomes <c>while (!token.IsCancellationRequested)</c>, and work without such a loop gets the token as
/// its last argument.
/// </summary>
internal sealed class TokenFix : OwnershipFix
{
    public TokenFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Give started work a token";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await StartedWork.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, call)
            || TokenAt(model, call.SpanStart) is not { } token)
        {
            return null;
        }

        if (DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is { } keyword)
        {
            return call.FindToken(keyword.SourceSpan.Start).Parent switch
            {
                WhileStatementSyntax loop => new Proposal($"End the loop by '{token}'", ImmutableArray.Create(TextEdit.Replace(document.Id, loop.Condition.Span, $"!{token}.IsCancellationRequested"))),
                ForStatementSyntax loop => new Proposal(
                    $"End the loop by '{token}'",
                    ImmutableArray.Create(TextEdit.After(document.Id, loop.FirstSemicolonToken.Span, $" !{token}.IsCancellationRequested"))),
                _ => null,
            };
        }

        return call is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
            ? new Proposal($"Give it '{token}'", ImmutableArray.Create(TextEdit.After(document.Id, arguments[0].Span, $", {token}")))
            : null;
    }

    // The nearest: a variable before a member.
    private static string? TokenAt(SemanticModel model, int position) =>
        model.LookupSymbols(position)
            .Where(static symbol => TypeOf(symbol) is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } })
            .OrderBy(static symbol => symbol is ILocalSymbol or IParameterSymbol ? 0 : 1)
            .ThenBy(static symbol => symbol.Name, System.StringComparer.Ordinal)
            .FirstOrDefault()?.Name;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };
}
