using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Analyzers.Diagnostics;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Evaluates an argument before the call whose receiver it is in the way of: <c>r.At(0).Add(r.Push());</c> becomes <c>var value = r.Push();</c> and
/// <c>r.At(0).Add(value);</c> (rustc: <c>try adding a local storing this argument</c>).
/// </summary>
/// <remarks>The argument is evaluated before the receiver then. That is what the conflict is about; nothing else may change its place.</remarks>
internal sealed class BindArgumentFix : OwnershipFix
{
    public BindArgumentFix(string equivalenceKey)
        : base(equivalenceKey)
    {
    }

    public override string FixAllTitle => "Evaluate arguments before the calls that borrow";

    public override async Task<Proposal?> ProposeAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await ExpressionSite.FindAsync(solution, diagnostic.Location, cancellation).ConfigureAwait(false) is not var (document, model, conflict)
            || DiagnosticPlaces.Find(diagnostic, PropertyKeys.Cause) is not { } cause || cause.SourceTree != conflict.SyntaxTree
            || ArgumentOf(conflict, cause) is not var (argument, receiver)
            || argument.ContainsDirectives
            || model.GetTypeInfo(argument, cancellation).Type is not { TypeKind: not TypeKind.Error, SpecialType: not SpecialType.System_Void } type
            || EvaluationOrder.StatementWithFirst(argument, model, cancellation, except: receiver) is not { } statement)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return StatementPlace.InFrontOf(statement, text) is not { } place
            ? null
            : new Proposal(
                $"Evaluate '{MoveSite.Shortened(argument)}' before the call",
                new NewVariable(
                    document.Id,
                    VariableName.BodyOf(statement),
                    VariableName.After(type, model, statement, cancellation),
                    name => place.Insert(document.Id, $"var {name} = {argument};").Add(TextEdit.Replace(document.Id, argument.Span, name))));
    }

    /// <summary>The argument that the conflict stands in, of the call on the receiver that holds the borrow.</summary>
    private static (ExpressionSyntax Argument, ExpressionSyntax Receiver)? ArgumentOf(ExpressionSyntax conflict, Location cause)
    {
        foreach (var argument in conflict.Ancestors().TakeWhile(static node => node is not (StatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<ArgumentSyntax>())
        {
            var receiver = argument.Parent?.Parent switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
                ElementAccessExpressionSyntax element => element.Expression,
                _ => null,
            };
            if (receiver is not null && receiver.Span.Contains(cause.SourceSpan) && argument.RefOrOutKeyword.IsKind(SyntaxKind.None))
            {
                return (argument.Expression, receiver);
            }
        }

        return null;
    }
}
