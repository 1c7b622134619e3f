using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>Deconstruction, in assignments and patterns: one move for each element.</content>
internal sealed partial class BodyLowering
{
    private Value LowerDeconstruction(IDeconstructionAssignmentOperation deconstruction)
    {
        // All values before the first target, as C# evaluates them.
        var stores = new List<(IOperation Target, Value Value)>();
        Deconstruct(deconstruction.Target, deconstruction.Value, stores, isSwap: false);
        var isElement = IsElement(deconstruction.Value);
        foreach (var (target, value) in stores)
        {
            if (isElement && target is ILocalReferenceOperation { Local: var variable })
            {
                BindVariable(variable, value, target);
            }
            else
            {
                StoreElement(target, value);
            }
        }

        return Value.Plain(deconstruction);
    }

    private void Deconstruct(IOperation target, IOperation source, List<(IOperation, Value)> stores, bool isSwap)
    {
        while (source is IConversionOperation { OperatorMethod: null } conversion)
        {
            source = conversion.Operand;
        }

        if (Targets(target) is not { } targets)
        {
            var value = LowerOperation(source);
            var temporary = target is IDiscardOperation ? -1 : Take(isSwap ? value.Swapped() : value, gives: false, MoveCause.Assigned);
            stores.Add((target, temporary < 0 ? Value.Plain(source) : Value.At(new Place(temporary), source)));
        }
        else if (source is ITupleOperation { Elements: var values } && values.Length == targets.Length)
        {
            isSwap = IsSwap(targets, values);
            for (var i = 0; i < targets.Length; i++)
            {
                Deconstruct(targets[i], values[i], stores, isSwap);
            }
        }
        else
        {
            DeconstructValue(targets, LowerOperation(source), source, stores);
        }
    }

    private void DeconstructValue(ImmutableArray<IOperation> targets, Value whole, IOperation source, List<(IOperation, Value)> stores)
    {
        var parts = (whole.Type ?? source.Type) is { IsTupleType: true }
            ? TupleParts(whole, source.Syntax)
            : FindDeconstruct(whole.Type ?? source.Type, source.Syntax, targets.Length) is { } method
                ? Deconstruct(whole, method, source, targets.Length)
                : ImmutableArray<Value>.Empty;
        if (parts.IsEmpty)
        {
            ReadPlain(whole);
        }

        for (var i = 0; i < targets.Length; i++)
        {
            var part = i < parts.Length ? parts[i] : Result(targets[i], Mode.Plain);
            if (Targets(targets[i]) is { } inner)
            {
                DeconstructValue(inner, part, targets[i], stores);
            }
            else
            {
                stores.Add((targets[i], part));
            }
        }
    }

    private static ImmutableArray<IOperation>? Targets(IOperation target) => target switch
    {
        IDeclarationExpressionOperation declaration => Targets(declaration.Expression),
        ITupleOperation tuple => tuple.Elements,
        _ => null,
    };

    // The operation does not say which method it calls.
    private IMethodSymbol? FindDeconstruct(ITypeSymbol? type, SyntaxNode syntax, int count)
    {
        if (type is null || _graph.OriginalOperation.SemanticModel is not { } model)
        {
            return null;
        }

        foreach (var candidate in model.LookupSymbols(syntax.SpanStart, type, "Deconstruct", includeReducedExtensionMethods: true))
        {
            if (candidate is IMethodSymbol { IsStatic: false } method && method.Parameters.Length == count && HasOutParametersAlone(method))
            {
                return method;
            }
        }

        return null;
    }

    private static bool HasOutParametersAlone(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.Out)
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<Value> TupleParts(Value tuple, SyntaxNode syntax)
    {
        if (tuple is not { HasPlace: true, Type: INamedTypeSymbol { IsTupleType: true } type })
        {
            return ImmutableArray<Value>.Empty;
        }

        var parts = ImmutableArray.CreateBuilder<Value>(type.TupleElements.Length);
        foreach (var element in type.TupleElements)
        {
            parts.Add(tuple.Project(Projection.Field(FieldLike.Canonical(element)), element.Type, syntax));
        }

        return parts.MoveToImmutable();
    }

    /// <summary>
    /// What <paramref name="method"/> gives: of a record's own the properties themselves, of one that the program writes what its <c>out</c>
    /// parameters receive.
    /// </summary>
    private ImmutableArray<Value> Deconstruct(Value input, IMethodSymbol method, IOperation operation, int count)
    {
        var parts = ImmutableArray.CreateBuilder<Value>(count);
        if (method.IsImplicitlyDeclared && input.HasPlace)
        {
            foreach (var parameter in method.Parameters)
            {
                parts.Add(FindProperty(method.ContainingType, parameter.Name) is { } property && FieldLike.IsAutoProperty(property) && (Types.IsMoveType(input.Type) || input.Type is { IsValueType: true })
                    ? input.Project(Projection.Field(property), property.Type, operation.Syntax)
                    : Value.Plain(operation));
            }

            return parts.MoveToImmutable();
        }

        if (method.ReducedFrom is { } extension)
        {
            method = method.TypeArguments.IsEmpty ? extension : extension.Construct(method.TypeArguments, method.TypeArgumentNullableAnnotations);
        }

        var call = BeginCall(method, operation);
        var first = method.Parameters.Length - count;
        if (first == 1)
        {
            PassArgument(call, method.Parameters[0], input, isDiscarded: false);
        }
        else
        {
            PassReceiver(call, input);
        }

        for (var i = first; i < method.Parameters.Length; i++)
        {
            var type = method.Parameters[i].Type;
            if (TypeOwnership.IsScalar(type))
            {
                parts.Add(Value.Plain(operation));
                continue;
            }

            var part = Value.At(new Place(NewTransient(type).Index), type, operation.Syntax);
            call.Written.Add(part);
            parts.Add(part);
        }

        Finish(call);
        return parts.MoveToImmutable();
    }

    private static IPropertySymbol? FindProperty(INamedTypeSymbol type, string name)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (member is IPropertySymbol property)
            {
                return property;
            }
        }

        return type.BaseType is { } baseType ? FindProperty(baseType, name) : null;
    }

    /// <summary>Whether a tuple assignment gives each of its places the value of another one: Rust's <c>mem::swap</c>.</summary>
    private static bool IsSwap(ImmutableArray<IOperation> targets, ImmutableArray<IOperation> values)
    {
        var left = new List<IOperation>(values);
        foreach (var target in targets)
        {
            if (!NamesOnePlace(target) || left.RemoveAll(value => value.Syntax.IsEquivalentTo(target.Syntax)) != 1)
            {
                return false;
            }
        }

        return true;
    }

    // Evaluated twice it is the same place twice: nothing in it is called.
    private static bool NamesOnePlace(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or ILiteralOperation or IInstanceReferenceOperation:
                return true;
            case IPropertyReferenceOperation { Property: var property } when !FieldLike.IsAutoProperty(property):
                return false;
            case IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation or IBinaryOperation { OperatorMethod: null } or IConversionOperation { OperatorMethod: null }:
                foreach (var child in operation.ChildOperations)
                {
                    if (!NamesOnePlace(child))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }

    private void StoreElement(IOperation target, Value value)
    {
        if (target is IDiscardOperation)
        {
            return;
        }

        var place = LowerTarget(target);
        if (place.HasPlace)
        {
            Store(place, value, target);
        }
        else
        {
            StoreOutside(value);
        }
    }
}
