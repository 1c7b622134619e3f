using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Gives a lambda a clone of its own of what it takes along: <c>Start(() => Send(d)); Log(d);</c> becomes <c>var data = d.Clone();</c> and
/// <c>Start(() => Send(data)); Log(d);</c> (Rust: <c>let data = d.clone();</c> in front of a <c>move</c> closure).
/// </summary>
internal sealed class CloneForCaptureFix : OwnershipFix
{
    public CloneForCaptureFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Clone values where they are moved";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is not { Expression: AnonymousFunctionExpressionSyntax { ContainsDirectives: false } lambda } site
            || lambda.Ancestors().OfType<StatementSyntax>().FirstOrDefault() is not { } statement
            || Captured(lambda, diagnostic, site.Model, cancellation) is not { } captured
            || statement.Span.Contains(captured.Locations[0].SourceSpan)
            || GivesBack(lambda, captured, site.Model)
            || (diagnostic.Id == RuleIds.BorrowEscapes && IsMutated(lambda, captured, site.Model, cancellation)))
        {
            return null;
        }

        var names = VariableNames.In(lambda, captured, site.Model, cancellation).ToImmutableArray();
        var text = await site.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        if (names.IsEmpty || site.Model.GetTypeInfo(names[0], cancellation).Type is not { } type || StatementPlace.InFrontOf(statement, text) is not { } place)
        {
            return null;
        }

        return CopyMethod.On(site.Model, names[0], type, mayBeNull: false, cancellation) is { } clone
            ? new Proposal(
                $"Clone '{captured.Name}' for the lambda",
                new NewVariable(
                    site.Document.Id,
                    VariableName.BodyOf(statement),
                    VariableName.After(type, site.Model, statement, cancellation),
                    name => place.Insert(site.Document.Id, $"var {name} = {names[0]}.{clone.Name}();")
                        .AddRange(names.Select(used => TextEdit.Replace(site.Document.Id, used.Span, name)))))
            : null;
    }

    // What a delegate that leaves the method may not take along is reported at the lambda, what it took along and somebody else uses at that use.
    private static async Task<ExpressionSite?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (diagnostic.Id is RuleIds.CapturedByEscaping or RuleIds.BorrowEscapes)
        {
            return await BorrowSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false);
        }

        return await MoveSite.FindAsync(solution, diagnostic, cancellation).ConfigureAwait(false) is { Cause: MoveCauses.Captured } site
            ? new ExpressionSite(site.Document, site.Model, site.Expression)
            : null;
    }

    private static ISymbol? Captured(AnonymousFunctionExpressionSyntax lambda, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        diagnostic.Id is RuleIds.CapturedByEscaping or RuleIds.BorrowEscapes
            ? CapturedVariable.Of(lambda, diagnostic, model, cancellation)
            : CapturedVariable.UsedAgain(lambda, diagnostic, model, cancellation);

    // What the lambda puts into the variable, those outside would no longer find there.
    private static bool GivesBack(AnonymousFunctionExpressionSyntax lambda, ISymbol captured, SemanticModel model) =>
        model.AnalyzeDataFlow(lambda) is not { Succeeded: true } flow || flow.WrittenInside.Contains(captured, SymbolEqualityComparer.Default);

    // What is mutated through a borrow is meant to change its owner.
    private static bool IsMutated(AnonymousFunctionExpressionSyntax lambda, ISymbol captured, SemanticModel model, CancellationToken cancellation) =>
        BorrowedUses.FunctionOf(lambda, model, cancellation) is not { } body
        || body.Descendants().Any(use => BorrowedUses.Names(use, captured) && BorrowedUses.Of(use, captured, body, cancellation) != BorrowNeed.Shared);
}
