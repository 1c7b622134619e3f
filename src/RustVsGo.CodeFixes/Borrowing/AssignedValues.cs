using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// The values that a local may have, each by itself: what stands at its declaration and behind each <c>=</c>, and of <c>a ? b : c</c> both arms.
/// </summary>
internal static class AssignedValues
{
    /// <summary>The name in a declaration of a local, or null where it is none that values can be found of.</summary>
    public static SyntaxToken? NameOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax declarator => declarator.Identifier,
        SingleVariableDesignationSyntax designation => designation.Identifier,
        _ => null,
    };

    /// <summary>The values of <paramref name="local"/>, or nothing where one of them is not written down, as of an element or a pattern.</summary>
    public static ImmutableArray<ExpressionSyntax> Of(SyntaxNode declaration, ILocalSymbol local, SemanticModel model, CancellationToken cancellation)
    {
        var values = new List<ExpressionSyntax>();
        switch (declaration)
        {
            case VariableDeclaratorSyntax { Initializer: { } initializer }:
                values.Add(initializer.Value);
                break;
            case VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax }:
                break;
            case SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax tuple } } } names } name
                when tuple.Arguments.Count == names.Variables.Count:
                values.Add(tuple.Arguments[names.Variables.IndexOf(name)].Expression);
                break;
            default:
                return ImmutableArray<ExpressionSyntax>.Empty;
        }

        if (VariableNames.ScopeOf(declaration) is not { } scope)
        {
            return ImmutableArray<ExpressionSyntax>.Empty;
        }

        foreach (var name in VariableNames.In(scope, local, model, cancellation))
        {
            switch (name.Parent)
            {
                case AssignmentExpressionSyntax assignment when assignment.Left == name:
                    values.Add(assignment.Right);
                    break;
                case ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 }:
                case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax target } tuple } when target.Left == tuple:
                    return ImmutableArray<ExpressionSyntax>.Empty;
            }
        }

        return values.SelectMany(Arms).ToImmutableArray();
    }

    private static IEnumerable<ExpressionSyntax> Arms(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Arms(parenthesized.Expression),
        ConditionalExpressionSyntax conditional => Arms(conditional.WhenTrue).Concat(Arms(conditional.WhenFalse)),
        SwitchExpressionSyntax selection => selection.Arms.SelectMany(static arm => Arms(arm.Expression)),
        _ => new[] { value },
    };
}
