using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>
/// RVG3005: a delegate parameter without a contract that the body stores, returns or passes on to an owner. Names are compared first; bound is only
/// where one of them stands so that the delegate may be kept.
/// </summary>
internal static class KeptDelegates
{
    public static void Check(CodeBlockAnalysisContext context, ContractModel contracts)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method || !HasSilentDelegate(method)
            || Families.OverridesOrImplements(method))
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            if (IsSilentDelegate(parameter) && FindKeeper(parameter, context, contracts) is { } keeper && VocabularyAttribute.Location(parameter) is { } place)
            {
                var isReturned = keeper is ReturnStatementSyntax or ArrowExpressionClauseSyntax or YieldStatementSyntax;
                var labels = new Labels();
                labels.Add(keeper.GetLocation(), ContractMessages.KeptLabel(isReturned), PropertyKeys.Cause);
                var (spans, properties) = labels.Build(System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty);
                context.ReportDiagnostic(Diagnostic.Create(ContractDescriptors.KeptDelegate, place, spans, properties, ContractMessages.KeptDelegate(parameter, isReturned)));
            }
        }
    }

    private static bool HasSilentDelegate(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (IsSilentDelegate(parameter))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSilentDelegate(IParameterSymbol parameter) =>
        parameter is { RefKind: RefKind.None, Type.TypeKind: TypeKind.Delegate }
        && Statements.Parameter((IMethodSymbol)parameter.ContainingSymbol, parameter.Ordinal) is null
        && parameter is not { Ordinal: 0, ContainingSymbol: IMethodSymbol { IsExtensionMethod: true } };

    private static SyntaxNode? FindKeeper(IParameterSymbol parameter, CodeBlockAnalysisContext context, ContractModel contracts)
    {
        foreach (var node in context.CodeBlock.DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name
                && Keeper(name, context.SemanticModel, contracts, context.CancellationToken) is { } keeper
                && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol, parameter))
            {
                return keeper;
            }
        }

        return null;
    }

    // What keeps the value of the name, as far as the syntax goes: an assignment to what outlives the call, a return, an owning argument.
    private static SyntaxNode? Keeper(ExpressionSyntax name, SemanticModel model, ContractModel contracts, CancellationToken cancellation)
    {
        SyntaxNode value = name;
        while (IsPassedOn(value))
        {
            value = value.Parent!;
        }

        switch (value.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Right == value
                && assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression or SyntaxKind.AddAssignmentExpression
                && OutlivesCall(assignment.Left, model, cancellation):
                return assignment;
            case ReturnStatementSyntax or YieldStatementSyntax when IsOfMethod(value):
                return value.Parent;
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax } arrow:
                return arrow;
            case ArgumentSyntax argument when OwningParameter(argument, model, contracts, cancellation):
                return argument;
            default:
                return null;
        }
    }

    private static bool IsPassedOn(SyntaxNode value) => value.Parent switch
    {
        ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax => true,
        ConditionalExpressionSyntax conditional => conditional.Condition != value,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AddExpression or (int)SyntaxKind.AsExpression } => true,
        SwitchExpressionArmSyntax arm => arm.Expression == value,
        SwitchExpressionSyntax switched => switched.GoverningExpression != value,
        _ => false,
    };

    private static bool OutlivesCall(ExpressionSyntax target, SemanticModel model, CancellationToken cancellation) =>
        target is not ImplicitElementAccessSyntax
        && !(target.Parent?.Parent is InitializerExpressionSyntax)
        && model.GetSymbolInfo(target, cancellation).Symbol is IFieldSymbol or IPropertySymbol or IEventSymbol or IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out };

    private static bool IsOfMethod(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case MemberDeclarationSyntax:
                    return true;
            }
        }

        return true;
    }

    private static bool OwningParameter(ArgumentSyntax argument, SemanticModel model, ContractModel contracts, CancellationToken cancellation) =>
        model.GetOperation(argument, cancellation) is Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol callee } parameter }
        && contracts.Method(callee).Parameters[parameter.Ordinal] is { Kind: ParameterKind.Owned, IsStated: true };
}
