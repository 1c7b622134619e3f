using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Clones where a nested function gives away what it captures, so that it can run again: <c>Action f = () => Send(d);</c> becomes
/// <c>Action f = () => Send(d.Clone());</c>.
/// </summary>
internal sealed class CloneInFunctionFix : OwnershipFix
{
    public CloneInFunctionFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Clone values where they are moved";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await MoveSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not var (document, model, moved, _)
            || await FunctionAsync(moved, model, cancellation).ConfigureAwait(false) is not { } function
            || function.SyntaxTree != moved.SyntaxTree || function.ContainsDirectives
            || BorrowedUses.FunctionOf(function, model, cancellation) is not { } body)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var reference in body.Descendants())
        {
            var captured = reference switch
            {
                ILocalReferenceOperation { Local: var local } => local,
                IParameterReferenceOperation { Parameter: var parameter } => parameter,
                _ => (ISymbol?)null,
            };
            if (captured is not { Locations: [var declared, ..] } || declared.SourceTree != function.SyntaxTree || function.Span.Contains(declared.SourceSpan)
                || reference is not { Type: { } type, Syntax: ExpressionSyntax name } || !ValueKinds.MayOwn(type)
                || BorrowedUses.Of(reference, captured, body, cancellation) != BorrowNeed.Ownership)
            {
                continue;
            }

            if (CopyMethod.On(model, name, type, mayBeNull: false, cancellation) is not { } clone)
            {
                return null;
            }

            edits.AddRange(clone.Edits(document.Id));
        }

        return edits.Count == 0 ? null : new Proposal("Clone what the function gives away", edits.ToImmutable());
    }

    /// <summary>The nested function that a move is blamed on: itself where it captures, or what a called variable or local function stands for.</summary>
    private static async Task<SyntaxNode?> FunctionAsync(ExpressionSyntax moved, SemanticModel model, CancellationToken cancellation)
    {
        var called = moved is InvocationExpressionSyntax call ? call.Expression : moved;
        if (called is AnonymousFunctionExpressionSyntax)
        {
            return called;
        }

        if (model.GetSymbolInfo(called, cancellation).Symbol is not { DeclaringSyntaxReferences: [var reference] } symbol
            || symbol is not (ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }))
        {
            return null;
        }

        return await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: AnonymousFunctionExpressionSyntax lambda } => lambda,
            LocalFunctionStatementSyntax function => function,
            _ => null,
        };
    }
}
