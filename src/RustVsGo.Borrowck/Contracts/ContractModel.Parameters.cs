using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <content>The contracts of parameters.</content>
public sealed partial class ContractModel
{
    private ParameterContract Parameter(IMethodSymbol method, IParameterSymbol parameter, StatedPart stated, StatedPart onReceiver, StatedParts parts)
    {
        var returnable = parameter.ScopedKind == ScopedKind.None;
        switch (parameter.RefKind)
        {
            case RefKind.Ref:
                return new(ParameterKind.Ref, IsStated: true, KeptByReceiver: false, returnable);
            case RefKind.Out:
                return new(ParameterKind.Out, IsStated: true, KeptByReceiver: false, returnable);
            case RefKind.None:
                break;
            default:
                return new(ParameterKind.In, IsStated: true, KeptByReceiver: false, returnable);
        }

        var contract = Value(method, parameter, returnable, stated, onReceiver, parts);
        if (parameter.Type.TypeKind != TypeKind.Delegate || parameter.OriginalDefinition.Type is ITypeParameterSymbol)
        {
            return contract;
        }

        // Whoever wrote the signature with the model in mind and left [Once] out may call the delegate again (Rust's FnMut).
        var isOnce = stated.Has(AttributeNames.Once);
        var isKnown = contract.IsStated || (IsOptedIn(method.ContainingAssembly) && !parts.ImplementsUnknown(IsOptedIn));
        return contract with { IsOnce = isOnce, MayRepeat = !isOnce && isKnown };
    }

    private ParameterContract Value(IMethodSymbol method, IParameterSymbol parameter, bool returnable, StatedPart stated, StatedPart onReceiver, StatedParts parts)
    {
        var owned = stated.Find(AttributeNames.Owned);
        var keeps = stated.Find(AttributeNames.Keeps);
        var borrowed = stated.Find(AttributeNames.Borrowed);
        var borrowedMut = stated.Find(AttributeNames.BorrowedMut);
        if (owned is not null || keeps is not null || borrowed is not null || borrowedMut is not null)
        {
            // Attributes that contradict each other say nothing (RVG3001 speaks about them); what they say together is not guessed at.
            if ((owned is null ? 0 : 1) + (keeps is null ? 0 : 1) + (borrowed is null ? 0 : 1) + (borrowedMut is null ? 0 : 1) > 1)
            {
                return ParameterContract.Lent;
            }

            if (keeps is not null && stated.IsOfOthers && Types.IsMoveType(parameter.Type))
            {
                // Others do not tell the two apart; a value with one owner is taken.
                (owned, keeps) = (keeps, null);
            }

            if ((owned ?? keeps) is { } taking)
            {
                if (owned is not null && parameter.OriginalDefinition.Type is ITypeParameterSymbol && !SymbolEqualityComparer.Default.Equals(parameter, parameter.OriginalDefinition))
                {
                    // A collection takes what has an owner; of plain values it keeps a reference, which says nothing (`List.Add`) but for what a function captured.
                    return Types.IsMoveType(parameter.Type)
                        ? new(ParameterKind.TakesWhatItIsGiven, IsStated: true, KeptByReceiver: false, returnable)
                        : ParameterContract.Lent with { MayBeReturned = returnable, IsCollected = !method.IsStatic && parameter.Type.TypeKind == TypeKind.Delegate };
                }

                return ParameterCondition.TryRead(stated.Method ?? method, taking, out var condition)
                    ? new(owned is null ? ParameterKind.Keeps : ParameterKind.Owned, IsStated: true, KeptByReceiver: false, returnable) { Condition = condition }
                    : ParameterContract.Lent;
            }

            var kept = (borrowed ?? borrowedMut)!.Value.Text("CapturedBy") == "this";
            return new(borrowed is null ? ParameterKind.BorrowedMut : ParameterKind.Borrowed, IsStated: true, kept, returnable);
        }

        var isShared = stated.Has(AttributeNames.Shared);
        if (!Types.IsMoveType(parameter.Type) || isShared)
        {
            return ParameterContract.Lent with { MayBeReturned = returnable, IsShared = isShared && Types.IsMoveType(parameter.Type) };
        }

        if (method.IsExtensionMethod && parameter.Ordinal == 0)
        {
            return new(ExtensionReceiver(onReceiver), IsStated: false, KeptByReceiver: false, returnable);
        }

        if (IsComparison(method) || (method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } && !IsSetterValue(method, parameter)))
        {
            return new(ParameterKind.Borrowed, IsStated: false, KeptByReceiver: false, returnable);
        }

        if (!IsOptedIn(method.ContainingAssembly) || method.MethodKind is MethodKind.DelegateInvoke or MethodKind.AnonymousFunction || parts.ImplementsUnknown(IsOptedIn))
        {
            return ParameterContract.Lent with { MayBeReturned = returnable };
        }

        var isTypeParameter = parameter.OriginalDefinition.Type is ITypeParameterSymbol declared && !Types.IsMoveType(declared);
        var unannotated = BorrowsUnannotated && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _assembly) && method.MethodKind != MethodKind.PropertySet
            ? ParameterKind.Borrowed
            : ParameterKind.Owned;
        return new(isTypeParameter ? ParameterKind.TakesWhatItIsGiven : unannotated, IsStated: false, KeptByReceiver: false, returnable);
    }

    private static ParameterKind ExtensionReceiver(StatedPart stated) =>
        stated.Has(AttributeNames.Consumes) ? ParameterKind.Owned
        : stated.Has(AttributeNames.Mutates) ? ParameterKind.BorrowedMut
        : ParameterKind.Borrowed;

    private static bool IsSetterValue(IMethodSymbol method, IParameterSymbol parameter) =>
        method.MethodKind == MethodKind.PropertySet && parameter.Ordinal == method.Parameters.Length - 1;

    private static bool IsComparison(IMethodSymbol method) =>
        method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.BuiltinOperator or MethodKind.Conversion
        || (method.Name is "Equals" or "CompareTo" or "Compare" && method.MethodKind == MethodKind.Ordinary)
        || method is { Name: "GetHashCode", Parameters.Length: 1 };

    /// <summary>Whether what <paramref name="parameter"/> stands for crosses a thread, by an attribute or a contract file.</summary>
    public bool IsSend(ITypeParameterSymbol parameter)
    {
        var definition = (parameter.ReducedFrom ?? parameter).OriginalDefinition;
        return AttributeReader.Has(definition.GetAttributes(), AttributeNames.Send)
            || (definition.ContainingSymbol is INamedTypeSymbol or IMethodSymbol
                && _stated.Find(definition.ContainingSymbol, ContractPartKind.TypeParameter, definition.Name)?.Find(AttributeNames.Send) is not null);
    }
}
