using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Hands the error of a dropped result on, as Rust's <c>?</c> does: <c>Save();</c> becomes
/// <c>if (!Save().TryPropagate(out _, out var error)) return error;</c>.
/// </summary>
/// <remarks>Whether the function around it may return the error, the compiler says.</remarks>
internal sealed class PropagateFix : OwnershipFix
{
    public PropagateFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Propagate errors";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, dropped)
            || dropped.Parent is not ExpressionStatementSyntax statement || statement.ContainsDirectives
            || ResultIn(dropped, model, cancellation) is not { } result)
        {
            return null;
        }

        // Without braces an `else` behind the statement would become one of the new `if`.
        var (open, close) = StatementList.Of(statement) is null ? ("{ ", " }") : ("", "");
        return new Proposal(
            "Return the error to the caller",
            new NewVariable(
                document.Id,
                VariableName.BodyOf(statement),
                VariableName.Like("error", model, statement, cancellation),
                name => ImmutableArray.Create(TextEdit.Replace(document.Id, statement.Span, $"{open}if (!{result}.TryPropagate(out _, out var {name})) return {name};{close}"))));
    }

    /// <summary>The text of what gives the result: the expression itself, or what it gives when it is awaited; null where there is no result to hand on.</summary>
    private static string? ResultIn(ExpressionSyntax dropped, SemanticModel model, CancellationToken cancellation)
    {
        var type = model.GetTypeInfo(dropped, cancellation).Type;
        if (Results.Is(type))
        {
            return dropped is AwaitExpressionSyntax ? $"({dropped})" : dropped.ToString();
        }

        return type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var awaited] } && Results.Is(awaited) ? $"(await {dropped})" : null;
    }
}
