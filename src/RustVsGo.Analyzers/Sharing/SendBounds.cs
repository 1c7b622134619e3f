using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>
/// RVG0277: what is passed for a <c>[Send]</c> parameter or type parameter may not cross a thread: a value of such a type, or what a function captures.
/// As rustc does for <c>thread::spawn(f)</c>: a function is judged by the places that it captures.
/// </summary>
internal static class SendBounds
{
    public static void Check(SyntaxNode node, SharingBody body)
    {
        if (node is not (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax) || !(body.IsDeclared || body.IsInBoundType)
            || body.SymbolOf(node) is not IMethodSymbol called)
        {
            return;
        }

        CheckTypeArguments(node, called, body);
        var contract = body.Contracts.Method(called);
        for (var i = 0; i < contract.Parameters.Length; i++)
        {
            if (contract.Parameters[i].IsSend)
            {
                CheckArguments(node, called, body);
                return;
            }
        }
    }

    private static void CheckTypeArguments(SyntaxNode node, IMethodSymbol called, SharingBody body)
    {
        var arguments = called.TypeArguments;
        var parameters = called.TypeParameters;
        if (called.MethodKind == MethodKind.Constructor || called.IsStatic)
        {
            arguments = arguments.AddRange(called.ContainingType.TypeArguments);
            parameters = parameters.AddRange(called.ContainingType.TypeParameters);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (body.Contracts.IsSend(parameters[i]) && body.Contracts.Sendability.Obstacle(arguments[i]) is { } obstacle)
            {
                body.Report(SharingDescriptors.NotSendable, Spans.OfCallee(node), SharingMessages.NotSendableArgument(arguments[i], parameters[i], obstacle));
                return;
            }
        }
    }

    private static void CheckArguments(SyntaxNode node, IMethodSymbol called, SharingBody body)
    {
        var arguments = body.Model.GetOperation(node, body.Cancellation) switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        var contract = body.Contracts.Method(called);
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter } && contract.Parameters[parameter.Ordinal].IsSend)
            {
                foreach (var value in Values(argument))
                {
                    CheckValue(value, new Bound(node, called, parameter), body);
                }
            }
        }
    }

    private static IEnumerable<IOperation> Values(IArgumentOperation argument)
    {
        if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer.ElementValues: var elements } })
        {
            foreach (var element in elements)
            {
                yield return element;
            }

            yield break;
        }

        yield return argument.Value;
    }

    private static void CheckValue(IOperation value, Bound bound, SharingBody body)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion.Operand;
        }

        switch (value is IDelegateCreationOperation creation ? creation.Target : value)
        {
            case IAnonymousFunctionOperation function:
                CheckFunction(function.Syntax, function.Syntax, bound, body);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } local:
                CheckLocalFunction(local, bound, body);
                break;
            case IMethodReferenceOperation { Instance: { Type: { } receiver } instance } group:
                ReportIf(body.Contracts.Sendability.Obstacle(receiver), group.Syntax.GetLocation(), instance.Syntax is ThisExpressionSyntax ? "this" : instance.Syntax.ToString(), receiver, bound, body);
                break;
            case ILocalReferenceOperation { Type.TypeKind: TypeKind.Delegate } variable when InitializerOf(variable.Local, body) is { } initializer:
                CheckFunction(initializer, value.Syntax, bound, body);
                break;
            case { Type: { } type }:
                ReportIf(body.Contracts.Sendability.Obstacle(type), value.Syntax.GetLocation(), value.Syntax.ToString(), type, bound, body);
                break;
        }
    }

    private static void CheckLocalFunction(IMethodReferenceOperation reference, Bound bound, SharingBody body)
    {
        if (reference.Method.DeclaringSyntaxReferences is [var declared] && declared.SyntaxTree == reference.Syntax.SyntaxTree
            && declared.GetSyntax(body.Cancellation) is LocalFunctionStatementSyntax function)
        {
            CheckFunction(function, reference.Syntax, bound, body);
        }
    }

    // The lambda that a variable was declared with, if nothing else is ever assigned to it.
    private static SyntaxNode? InitializerOf(ILocalSymbol variable, SharingBody body) =>
        variable.DeclaringSyntaxReferences is [var declared]
        && declared.SyntaxTree == body.Syntax.SyntaxTree
        && declared.GetSyntax(body.Cancellation) is VariableDeclaratorSyntax { Initializer.Value: AnonymousFunctionExpressionSyntax function }
            ? function
            : null;

    /// <param name="function">What runs on the other thread.</param>
    /// <param name="place">Where it is passed.</param>
    /// <param name="bound">What it is passed for.</param>
    /// <param name="body">The body around it.</param>
    private static void CheckFunction(SyntaxNode function, SyntaxNode place, Bound bound, SharingBody body)
    {
        foreach (var node in function.DescendantNodes())
        {
            if (node is ThisExpressionSyntax or BaseExpressionSyntax or IdentifierNameSyntax && CapturedBy(function, node, body) is { } captured
                && body.Contracts.Sendability.Obstacle(captured.Type) is { } obstacle)
            {
                // Told where it is captured; of a function that is declared elsewhere, where that is passed.
                ReportIf(obstacle, (place == function ? captured.Place : place).GetLocation(), captured.Place.ToString(), captured.Type, bound, body);
                return;
            }
        }
    }

    /// <summary>
    /// The place that <paramref name="function"/> captures by naming it at <paramref name="node"/>, as far as it is one: <c>d.A</c> of <c>d.A.Use()</c>. Null where
    /// the name is no captured variable. A value that stays on its thread is not touched at all.
    /// </summary>
    private static (SyntaxNode Place, ITypeSymbol Type)? CapturedBy(SyntaxNode function, SyntaxNode node, SharingBody body)
    {
        if (node is IdentifierNameSyntax && (node.Parent is MemberAccessExpressionSyntax { Name: var name } && name == node
            || node.Parent is MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or TypeArgumentListSyntax))
        {
            return null;
        }

        var symbol = body.SymbolOf(node);
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol { IsStatic: false, IsConst: false } or IPropertySymbol { IsStatic: false } or IEventSymbol { IsStatic: false }
                or IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary } => symbol.ContainingType,
            _ => null,
        };
        if (type is null || symbol is ILocalSymbol or IParameterSymbol { IsThis: false } && IsDeclaredIn(function, symbol))
        {
            return null;
        }

        if (symbol is ILocalSymbol or IParameterSymbol)
        {
            return Through(node, type, body);
        }

        // A member of this object, by its name alone; in an initializer or pattern it may be one of another.
        if (node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } || node.FirstAncestorOrSelf<SubpatternSyntax>()?.ExpressionColon?.Span.Contains(node.Span) == true)
        {
            return null;
        }

        return !body.Contracts.Sendability.IsBound(type) && PlaceTypeOf(symbol!) is { } ofMember ? Through(node, ofMember, body) : (node, type);
    }

    private static (SyntaxNode Place, ITypeSymbol Type) Through(SyntaxNode node, ITypeSymbol type, SharingBody body)
    {
        while (!body.Contracts.Sendability.IsBound(type)
            && node.Parent is MemberAccessExpressionSyntax access && access.Expression == node
            && body.SymbolOf(access) is { } member && PlaceTypeOf(member) is { } next)
        {
            (node, type) = (access, next);
        }

        return (node, type);
    }

    // Fields, and properties that are fields, are places of their own.
    private static ITypeSymbol? PlaceTypeOf(ISymbol member) => member switch
    {
        IFieldSymbol { IsStatic: false } field => field.Type,
        IPropertySymbol { IsStatic: false } property when Borrowck.Contracts.FieldLike.IsAutoProperty(property) => property.Type,
        _ => null,
    };

    private static bool IsDeclaredIn(SyntaxNode function, ISymbol variable)
    {
        foreach (var reference in variable.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == function.SyntaxTree && function.Span.Contains(reference.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReportIf(ITypeSymbol? obstacle, Location place, string name, ITypeSymbol type, Bound bound, SharingBody body)
    {
        if (obstacle is not null)
        {
            var label = SharingMessages.CrossingLabel(bound.Parameter, bound.Called);
            body.Report(
                SharingDescriptors.NotSendable,
                place,
                SharingMessages.NotSendable(name, type, obstacle),
                ImmutableArray.Create(Spans.OfCallee(bound.Call)),
                ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.Label + "0", label));
        }
    }

    /// <summary>What is asked for something that crosses a thread.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Called">What is called.</param>
    /// <param name="Parameter">The parameter that asks.</param>
    private readonly record struct Bound(SyntaxNode Call, IMethodSymbol Called, IParameterSymbol Parameter);
}
