using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Lets <c>TryPropagate</c> test a result and give its error: <c>if (!r.TryGet(out var v, out var e)) return Result.Err(e);</c> becomes
/// <c>if (!r.TryPropagate(out var v, out var e)) return e;</c>, and <c>if (r.IsErr) return r; var v = r.Unwrap();</c> likewise.
/// </summary>
internal sealed class PropagateByHandFix : OwnershipFix
{
    private const string Title = "Let 'TryPropagate' return the error";

    public PropagateByHandFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Let 'TryPropagate' return errors";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, condition)
            || condition.Parent is not IfStatementSyntax { ContainsDirectives: false } test
            || await ExpressionSite.FindAsync(solution, diagnostic.AdditionalLocations.FirstOrDefault(), cancellation).ConfigureAwait(false) is not var (_, _, returned))
        {
            return null;
        }

        if (condition is PrefixUnaryExpressionSyntax { Operand: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name }, ArgumentList.Arguments: [_, { Expression: DeclarationExpressionSyntax error }] } })
        {
            return new Proposal(
                Title,
                ImmutableArray.Create(
                    TextEdit.Replace(document.Id, name.Span, "TryPropagate"),
                    TextEdit.Replace(document.Id, error.Type.Span, "var"),
                    TextEdit.Replace(document.Id, returned.Span, error.Designation.ToString())));
        }

        var result = condition is PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax isOk } ? isOk.Expression : ((MemberAccessExpressionSyntax)condition).Expression;
        var (value, lines) = UnwrappedBehind(test, result);
        return new Proposal(
            Title,
            new NewVariable(
                document.Id,
                VariableName.BodyOf(test),
                VariableName.Like("error", model, test, cancellation),
                variable =>
                {
                    var edits = ImmutableArray.Create(
                        TextEdit.Replace(document.Id, condition.Span, $"!{result}.TryPropagate(out {value}, out var {variable})"),
                        TextEdit.Replace(document.Id, returned.Span, variable));
                    return lines is { } gone ? edits.Add(TextEdit.Replace(document.Id, gone, "")) : edits;
                }));
    }

    // `var v = r.Unwrap();` in the next statement: the value that the test gives as well.
    private static (string Value, Microsoft.CodeAnalysis.Text.TextSpan? Lines) UnwrappedBehind(IfStatementSyntax test, ExpressionSyntax result)
    {
        if (StatementList.Of(test) is { } list && list.IndexOf(test) is var index && index + 1 < list.Count
            && list[index + 1] is LocalDeclarationStatementSyntax
            {
                UsingKeyword.RawKind: 0,
                Declaration: { Type: var type, Variables: [{ Identifier: var variable, Initializer.Value: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Unwrap", Expression: var unwrapped } } }] },
            } next
            && SyntaxFactory.AreEquivalent(unwrapped, result) && WholeLines.Of(next) is { } lines)
        {
            return ($"{type} {variable}", lines);
        }

        return ("_", null);
    }
}
