using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>Assigns what a value that never changes was changed to: <c>text.Trim();</c> becomes <c>text = text.Trim();</c>.</summary>
internal sealed class AssignResultFix : OwnershipFix
{
    public AssignResultFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Assign results to what they were computed from";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, dropped)
            || dropped is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } || Start(dropped) is not { } start
            || model.GetSymbolInfo(start, cancellation).Symbol is not (ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
            || model.GetTypeInfo(start, cancellation).Type is not { } type
            || !SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(dropped, cancellation).Type))
        {
            return null;
        }

        return new Proposal($"Assign it to '{start}'", ImmutableArray.Create(TextEdit.Before(document.Id, dropped.Span, $"{start} = ")));
    }

    // What the first call of a chain is made on: the `text` of `text.Trim().ToLower()`.
    private static ExpressionSyntax? Start(ExpressionSyntax dropped)
    {
        var current = dropped;
        while (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
        {
            current = receiver;
        }

        return current is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax } ? current : null;
    }
}
