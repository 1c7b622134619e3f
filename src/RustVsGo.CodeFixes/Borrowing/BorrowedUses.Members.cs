using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.CodeFixes;

/// <content>What members, calls and arguments need of the value that they are given.</content>
internal sealed partial class BorrowedUses
{
    private BorrowNeed OfMember(IMemberReferenceOperation reference)
    {
        switch (reference)
        {
            case IEventReferenceOperation:
                return BorrowNeed.Exclusive;
            case IFieldReferenceOperation { Field: var field }:
                return OfPart(reference, field.Type, ValueKinds.MayOwn(field.Type) || Vocabulary.HasAny(field.GetAttributes()));
            case IPropertyReferenceOperation { Property: var property }:
                var getter = property.GetMethod is { } method ? OfReceiverContract(method) : BorrowNeed.Shared;
                return getter.And(OfPart(reference, property.Type, ValueKinds.MayOwn(property.Type) || Vocabulary.HasAny(property.GetAttributes()) || property.ReturnsByRef || property.ReturnsByRefReadonly));
            default:
                return BorrowNeed.Ownership;
        }
    }

    /// <summary>Reading or writing what a value holds: writing mutates the holder; a part that may be owned is as the holder itself.</summary>
    private BorrowNeed OfPart(IOperation part, ITypeSymbol? type, bool isPart)
    {
        if (IsWritten(part) is { } written)
        {
            return written;
        }

        if (isPart || ValueKinds.MayCarryBorrow(type))
        {
            return OfValue(part);
        }

        // Behind a plain reference begins what nobody owns; a plain struct lies in the object, and what is written to it is written to the object.
        return type is { IsReferenceType: false } && part.Parent is IMemberReferenceOperation or IInvocationOperation
            ? OfValue(part)
            : BorrowNeed.Shared;
    }

    private static BorrowNeed? IsWritten(IOperation place)
    {
        switch (place.Parent)
        {
            case IParenthesizedOperation parenthesized:
                return IsWritten(parenthesized);
            case ISimpleAssignmentOperation { IsRef: true }:
                return BorrowNeed.Ownership;
            case IAssignmentOperation assignment when assignment.Target == place:
            case IIncrementOrDecrementOperation increment when increment.Target == place:
                return BorrowNeed.Exclusive;
            case ITupleOperation tuple when IsDeconstructionTarget(tuple):
                return BorrowNeed.Exclusive;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                return BorrowNeed.Exclusive;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } }:
            case IAddressOfOperation:
                return BorrowNeed.Ownership;
            default:
                return null;
        }
    }

    private static bool IsDeconstructionTarget(ITupleOperation tuple)
    {
        IOperation current = tuple;
        while (current.Parent is ITupleOperation or IDeclarationExpressionOperation)
        {
            current = current.Parent;
        }

        return current.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == current;
    }

    private BorrowNeed OfReceiver(IInvocationOperation call) => OfReceiverContract(call.TargetMethod).And(OfResult(call));

    private static BorrowNeed OfReceiverContract(IMethodSymbol method)
    {
        if (IsDrop(method) || StatedContract.OnMethod(method, Vocabulary.Consumes) || StatedContract.OnMethod(method, Vocabulary.Drop))
        {
            return BorrowNeed.Ownership;
        }

        return StatedContract.OnMethod(method, Vocabulary.Mutates) ? BorrowNeed.Exclusive : BorrowNeed.Shared;
    }

    private static bool IsDrop(IMethodSymbol method) => method is { Name: "Dispose" or "DisposeAsync" or "Close", Parameters.IsEmpty: true };

    /// <summary>Passing the value on: what the callee asks for, and what its result may still hold of it.</summary>
    private BorrowNeed OfArgument(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
        {
            return BorrowNeed.Ownership;
        }

        if (argument.Parent is IInvocationOperation { Parent: IInterpolatedStringAppendOperation })
        {
            return BorrowNeed.Shared;
        }

        if (SymbolEqualityComparer.Default.Equals(parameter.OriginalDefinition, _variable))
        {
            // The method calls itself: whatever it becomes, the call passes that on.
            return BorrowNeed.Shared;
        }

        return (parameter.RefKind switch
        {
            RefKind.None => OfParameter(parameter),
            RefKind.Ref or RefKind.Out => BorrowNeed.Ownership,
            _ => BorrowNeed.Shared,
        }).And(argument.Parent switch
        {
            IInvocationOperation call => OfResult(call),
            IObjectCreationOperation creation => ValueKinds.MayCarryBorrow(creation.Type) ? BorrowNeed.Ownership : BorrowNeed.Shared,
            IPropertyReferenceOperation => BorrowNeed.Shared,
            _ => BorrowNeed.Ownership,
        });
    }

    private static BorrowNeed OfParameter(IParameterSymbol parameter)
    {
        var stated = StatedContract.OnParameter(parameter);
        if (Vocabulary.HasAny(stated))
        {
            return OfStatedParameter(stated);
        }

        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            // The key of an indexer.
            return BorrowNeed.Shared;
        }

        if (IsComparison(method))
        {
            return BorrowNeed.Shared;
        }

        if (method.IsExtensionMethod && parameter.Ordinal == 0 && !method.IsGenericMethod)
        {
            return OfReceiverContract(method);
        }

        // A parameter that may own does, and one that is merely lent may still be kept by a constructor.
        return ValueKinds.MayOwn(parameter.OriginalDefinition.Type) && !IsLentSequence(parameter) || method.MethodKind == MethodKind.Constructor
            ? BorrowNeed.Ownership
            : BorrowNeed.Shared;
    }

    // Sequence interfaces are plain: LINQ's operators borrow what they are given.
    private static bool IsLentSequence(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true } && parameter.Ordinal == 0 && ValueKinds.IsLazy(parameter.Type) && !ValueKinds.IsAwaitable(parameter.Type);

    private static BorrowNeed OfStatedParameter(ImmutableArray<AttributeData> stated)
    {
        var shared = Vocabulary.Find(stated, Vocabulary.Borrowed);
        var exclusive = Vocabulary.Find(stated, Vocabulary.BorrowedMut);
        if ((shared is null) == (exclusive is null) || Vocabulary.Has(stated, Vocabulary.Owned) || Vocabulary.Has(stated, Vocabulary.Keeps) || Vocabulary.Has(stated, Vocabulary.Shared))
        {
            return BorrowNeed.Ownership;
        }

        // With CapturedBy the borrow outlives the call.
        var isKept = !(shared ?? exclusive)!.NamedArguments.IsEmpty;
        return isKept ? BorrowNeed.Ownership : shared is null ? BorrowNeed.Exclusive : BorrowNeed.Shared;
    }

    private static bool IsComparison(IMethodSymbol method) =>
        method.MethodKind is MethodKind.UserDefinedOperator
        || (method.Name is "Equals" or "ReferenceEquals" or "CompareTo" or "Compare" && method.MethodKind == MethodKind.Ordinary)
        || method is { Name: "GetHashCode", Parameters.Length: 1 };

    /// <summary>What may still hold the borrow after the call: a borrowed result, a lazy one.</summary>
    private BorrowNeed OfResult(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ReturnsVoid || ValueKinds.IsData(method.ReturnType) && !method.ReturnsByRef && !method.ReturnsByRefReadonly)
        {
            return BorrowNeed.Shared;
        }

        if (StatedContract.OnReturn(method, Vocabulary.BorrowedMut))
        {
            return BorrowNeed.Exclusive.And(OfValue(call));
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly || StatedContract.OnReturn(method, Vocabulary.Borrowed))
        {
            return IsWritten(call) ?? OfValue(call);
        }

        if (StatedContract.OnReturn(method, Vocabulary.Owned))
        {
            return BorrowNeed.Shared;
        }

        return ValueKinds.IsLazy(method.ReturnType) || ValueKinds.MayCarryBorrow(method.ReturnType) ? OfCarrier(call) : BorrowNeed.Shared;
    }

    /// <summary>A result that holds the borrow: it must end where it is made.</summary>
    private static BorrowNeed OfCarrier(IInvocationOperation call)
    {
        IOperation current = call;
        while (current.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            IAwaitOperation awaited => Ends(awaited.Type),
            IForEachLoopOperation loop => Ends(loop.Locals),
            IMemberReferenceOperation member when member.Instance == current => Ends(member.Type),
            IInvocationOperation outer when outer.Instance == current => IsConfigureAwait(outer) ? OfCarrier(outer) : Ends(outer.Type),
            IArgumentOperation { Parent: IInvocationOperation outer } => outer.TargetMethod.ReturnsVoid ? BorrowNeed.Ownership : Ends(outer.Type),
            IExpressionStatementOperation when !ValueKinds.IsAwaitable(call.Type) => BorrowNeed.Shared,
            _ => BorrowNeed.Ownership,
        };
    }

    private static bool IsConfigureAwait(IInvocationOperation call) => call.TargetMethod is { Name: "ConfigureAwait" };

    private static BorrowNeed Ends(ITypeSymbol? type) => ValueKinds.IsData(type) ? BorrowNeed.Shared : BorrowNeed.Ownership;

    private static BorrowNeed Ends(ImmutableArray<ILocalSymbol> locals)
    {
        foreach (var local in locals)
        {
            if (!ValueKinds.IsData(local.Type))
            {
                return BorrowNeed.Ownership;
            }
        }

        return BorrowNeed.Shared;
    }
}
