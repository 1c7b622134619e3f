using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RustVsGo.CodeFixes;

/// <summary>
/// Whether an expression may as well be evaluated in front of its statement: it is evaluated exactly once wherever the statement is, and nothing
/// that is evaluated before it has an effect or could see one. Where in doubt, no.
/// </summary>
internal static class EvaluationOrder
{
    /// <summary>The statement in front of which <paramref name="expression"/> may be evaluated, or null.</summary>
    /// <param name="expression">What would be evaluated earlier.</param>
    /// <param name="model">The semantics of its document.</param>
    /// <param name="cancellation">The host's wish to stop.</param>
    /// <param name="except">What may be overtaken whatever it does.</param>
    public static StatementSyntax? StatementWithFirst(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation, ExpressionSyntax? except = null)
    {
        var touched = TouchedBy(expression, model);
        SyntaxNode child = expression;
        while (child.Parent is { } parent)
        {
            if (parent is StatementSyntax statement)
            {
                return IsEvaluatedOnce(statement, child) && !UsesDeclarationsOf(statement, expression, model, cancellation) ? statement : null;
            }

            if (!IsAlwaysEvaluated(parent, child) || !parent.ChildNodes().TakeWhile(node => node != child).All(before => IsWrapped(before, except) || HasNoEffect(before, parent, model, touched, cancellation)))
            {
                return null;
            }

            child = parent;
        }

        return null;
    }

    // The receiver of a member access is not the child itself.
    private static bool IsWrapped(SyntaxNode node, ExpressionSyntax? except) =>
        except is not null && (node == except || (node is MemberAccessExpressionSyntax access && access.Expression == except));

    private static bool IsEvaluatedOnce(StatementSyntax statement, SyntaxNode child) => statement switch
    {
        LocalDeclarationStatementSyntax { IsConst: false } or ExpressionStatementSyntax or ReturnStatementSyntax or YieldStatementSyntax or ThrowStatementSyntax => true,
        IfStatementSyntax branch => branch.Condition == child && branch.Parent is not ElseClauseSyntax,
        SwitchStatementSyntax selection => selection.Expression == child,
        CommonForEachStatementSyntax loop => loop.Expression == child,
        ForStatementSyntax loop => loop.Declaration == child || loop.Initializers.FirstOrDefault() == child,
        UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax => child is not StatementSyntax,
        _ => false,
    };

    private static bool IsAlwaysEvaluated(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary => binary.Left == child,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment => assignment.Left == child,
        ConditionalExpressionSyntax conditional => conditional.Condition == child,
        ConditionalAccessExpressionSyntax access => access.Expression == child,
        SwitchExpressionSyntax selection => selection.GoverningExpression == child,
        InitializerExpressionSyntax initializer => initializer.Parent is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax,
        AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or WithExpressionSyntax => false,
        ExpressionSyntax or ArgumentSyntax or BaseArgumentListSyntax or EqualsValueClauseSyntax or VariableDeclaratorSyntax or VariableDeclarationSyntax
            or InterpolationSyntax or AnonymousObjectMemberDeclaratorSyntax => true,
        _ => false,
    };

    /// <summary>Whether what is evaluated for <paramref name="node"/> neither does anything nor depends on what the moved expression does.</summary>
    private static bool HasNoEffect(SyntaxNode node, SyntaxNode parent, SemanticModel model, ImmutableHashSet<ISymbol> touched, CancellationToken cancellation)
    {
        switch (node)
        {
            case TypeSyntax when parent is VariableDeclarationSyntax or ObjectCreationExpressionSyntax or CastExpressionSyntax or ArrayCreationExpressionSyntax or DeclarationExpressionSyntax:
            case PredefinedTypeSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax or SizeOfExpressionSyntax:
            case AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax or NameColonSyntax or NameEqualsSyntax or InterpolatedStringTextSyntax:
            case VariableDesignationSyntax:
                return true;
            case ArgumentSyntax { RefOrOutKeyword.RawKind: (int)SyntaxKind.None } argument:
                return !model.GetConversion(argument.Expression, cancellation).IsUserDefined && HasNoEffect(argument.Expression, argument, model, touched, cancellation);
            case VariableDeclaratorSyntax declarator:
                return declarator.Initializer is null || HasNoEffect(declarator.Initializer.Value, declarator, model, touched, cancellation);
            case ParenthesizedExpressionSyntax parenthesized:
                return HasNoEffect(parenthesized.Expression, node, model, touched, cancellation);
            case MemberAccessExpressionSyntax access:
                return (IsTarget(node, parent) || IsSteady(model.GetSymbolInfo(access, cancellation).Symbol, touched))
                    && HasNoEffect(access.Expression, access, model, touched, cancellation);
            case ElementAccessExpressionSyntax element when IsTarget(node, parent):
                return HasNoEffect(element.Expression, element, model, touched, cancellation)
                    && element.ArgumentList.Arguments.All(argument => HasNoEffect(argument, element.ArgumentList, model, touched, cancellation));
            case SimpleNameSyntax:
                return IsTarget(node, parent) || IsSteady(model.GetSymbolInfo(node, cancellation).Symbol, touched);
            default:
                return false;
        }
    }

    // What is assigned to is not read.
    private static bool IsTarget(SyntaxNode node, SyntaxNode parent) => parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == node;

    private static bool IsSteady(ISymbol? symbol, ImmutableHashSet<ISymbol> touched) => symbol switch
    {
        ILocalSymbol { RefKind: not RefKind.None } or IParameterSymbol { RefKind: not RefKind.None } => false,
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => !touched.Contains(symbol),
        IFieldSymbol field => field.IsReadOnly || field.IsConst,
        IMethodSymbol or ITypeSymbol or INamespaceSymbol => true,
        _ => false,
    };

    /// <summary>The variables that evaluating <paramref name="expression"/> may change: those that it writes, and those that any closure shares.</summary>
    private static ImmutableHashSet<ISymbol> TouchedBy(ExpressionSyntax expression, SemanticModel model)
    {
        var flow = model.AnalyzeDataFlow(expression);
        return flow is { Succeeded: true }
            ? flow.WrittenInside.Concat(flow.Captured).Concat(flow.CapturedOutside).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default)
            : ImmutableHashSet<ISymbol>.Empty;
    }

    /// <summary>Whether the expression names a variable that the rest of its statement declares.</summary>
    private static bool UsesDeclarationsOf(StatementSyntax statement, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, cancellation).Symbol)
            .OfType<ILocalSymbol>()
            .SelectMany(local => local.DeclaringSyntaxReferences)
            .Any(reference => reference.SyntaxTree == statement.SyntaxTree && statement.Span.Contains(reference.Span) && !expression.Span.Contains(reference.Span));
}
