using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <content>Which types carry borrows: those that declare it, and what holds one of them (a Rust type with a lifetime).</content>
public sealed partial class TypeOwnership
{
    // A generic type whose fields' types grow (class A<T> { A<A<T>> f; A<T[]> g; }) has no end, and branches on its way there.
    private const int MaxCarrierDepth = 6;
    private const int MaxCarrierTypes = 200;

    private readonly ConcurrentDictionary<ITypeSymbol, bool> _borrowFree = new(SymbolEqualityComparer.Default);

    private bool ComputeIsBorrowCarrying(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsBorrowCarrying(array.ElementType);
            case INamedTypeSymbol { IsTupleType: true } tuple:
                foreach (var element in tuple.TupleElements)
                {
                    if (IsBorrowCarrying(element.Type))
                    {
                        return true;
                    }
                }

                return false;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return IsBorrowCarrying(nullable.TypeArguments[0]);
            case INamedTypeSymbol named when type.IsRefLikeType || IsMemoryLike(named.OriginalDefinition)
                || IsStatedCarrier(named):
                return true;
            default:
                return DeclaresBorrow(type);
        }
    }

    // What derives from a carrier is one: every provider's command from DbCommand.
    private bool IsStatedCarrier(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (_stated.Find(current.OriginalDefinition, ContractPartKind.Type, "")?.Find(AttributeNames.Borrowed) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // What has no carrier within reach reaches nothing that has: one search settles all types that it met.
    private bool DeclaresBorrow(ITypeSymbol type)
    {
        var visited = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        if (ReachesBorrow(type, visited, 0))
        {
            return true;
        }

        foreach (var met in visited)
        {
            _borrowFree.TryAdd(met, true);
        }

        return false;
    }

    /// <summary>Whether a field of <paramref name="type"/>, or one of those inside its fields, is declared to hold a borrow: Rust's struct would need a lifetime.</summary>
    private bool ReachesBorrow(ITypeSymbol type, HashSet<ITypeSymbol> visited, int depth)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return depth <= MaxCarrierDepth && ReachesBorrow(array.ElementType, visited, depth + 1);
            case not INamedTypeSymbol:
                return false;
        }

        var named = (INamedTypeSymbol)type;
        if (depth > MaxCarrierDepth || visited.Count > MaxCarrierTypes || type.SpecialType != SpecialType.None || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || _borrowFree.ContainsKey(type) || !visited.Add(type))
        {
            return false;
        }

        if (named.IsTupleType || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            foreach (var argument in named.TypeArguments)
            {
                if (ReachesBorrow(argument, visited, depth + 1))
                {
                    return true;
                }
            }

            return false;
        }

        // Nobody else's code has attributes.
        if (!_isOptedIn(type.ContainingAssembly))
        {
            return false;
        }

        for (var current = named; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (FieldType(member) is { } fieldType && (ContractModel.BorrowedMember(member) is not null || (!member.IsStatic && ReachesBorrow(fieldType, visited, depth + 1))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whether all that <paramref name="type"/>, a carrier, can lend is what it shares with others: none of its borrows is exclusive, and
    /// no value of a move type is its own. What it lends is then Rust's <c>&amp;'a T</c>, free of the carrier; else it borrows from the carrier.
    /// </summary>
    public bool LendsWhatItBorrowed(ITypeSymbol type) => LendsWhatItBorrowed(type, 0);

    private bool LendsWhatItBorrowed(ITypeSymbol type, int depth)
    {
        if (depth > MaxCarrierDepth || type is not INamedTypeSymbol named)
        {
            return !IsMoveType(type);
        }

        for (var current = named; current is { SpecialType: SpecialType.None } && _isOptedIn(current.ContainingAssembly); current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member.IsStatic || FieldType(member) is not { } fieldType || ContractModel.BorrowedMember(member) == ReturnKind.Borrowed)
                {
                    continue;
                }

                if (ContractModel.BorrowedMember(member) is not null || (IsBorrowCarrying(fieldType) ? !LendsWhatItBorrowed(fieldType, depth + 1) : IsMoveType(fieldType)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The type of what a field or auto-property holds; null for any other member.</summary>
    internal static ITypeSymbol? FieldType(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false } field => field.Type,
        IPropertySymbol { IsIndexer: false } property when FieldLike.IsAutoProperty(property) => property.Type,
        _ => null,
    };
}
