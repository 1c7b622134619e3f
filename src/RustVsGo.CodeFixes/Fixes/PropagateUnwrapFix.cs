using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Hands the error of a result on instead of throwing: <c>var n = Parse(s).Unwrap();</c> becomes
/// <c>if (!Parse(s).TryPropagate(out var n, out var error)) return error;</c>.
/// </summary>
internal sealed class PropagateUnwrapFix : OwnershipFix
{
    public PropagateUnwrapFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Propagate errors";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, call)
            || call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var result } })
        {
            return null;
        }

        const string Title = "Return the error to the caller";
        if (call.Parent is EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: var type, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, ContainsDirectives: false } declaration },
                } variable,
            })
        {
            return new Proposal(
                Title,
                new NewVariable(
                    document.Id,
                    VariableName.BodyOf(declaration),
                    VariableName.Like("error", model, declaration, cancellation),
                    name => ImmutableArray.Create(TextEdit.Replace(document.Id, declaration.Span, $"if (!{result}.TryPropagate(out {type} {variable.Identifier}, out var {name})) return {name};"))));
        }

        // What is evaluated before the result in its statement must not be overtaken.
        if (EvaluationOrder.StatementWithFirst(result, model, cancellation) is not { ContainsDirectives: false } statement)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return StatementPlace.InFrontOf(statement, text) is { } place
            ? new Proposal(
                Title,
                new NewVariable(
                    document.Id,
                    VariableName.BodyOf(statement),
                    VariableName.EndsOf("value", "error", model, statement, cancellation),
                    end => place.Insert(document.Id, $"if (!{result}.TryPropagate(out var value{end}, out var error{end})) return error{end};")
                        .Add(TextEdit.Replace(document.Id, call.Span, "value" + end))))
            : null;
    }
}
