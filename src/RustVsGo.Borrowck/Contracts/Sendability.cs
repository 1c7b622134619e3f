using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// Which types may cross to another thread, as Rust's auto trait <c>Send</c> is derived: all but those that say <c>[NotSend]</c>, ref structs, and what has
/// one of these as base, type argument, element or field (docs/ownership-model.md, section 1). One per compilation; safe under concurrency.
/// </summary>
/// <remarks>
/// A delegate holds what it captured and not what it is called with; what a type parameter that is <c>in</c> stands for is only taken. Of types in metadata
/// no field is looked at: which of them are private, and how they are guarded, is their author's business.
/// </remarks>
public sealed class Sendability
{
    // As deep as TypeOwnership looks.
    private const int MaxDepth = 16;

    private readonly StatedContracts _stated;
    private readonly IAssemblySymbol _assembly;
    private readonly ConcurrentDictionary<ITypeSymbol, ITypeSymbol?> _known = new(SymbolEqualityComparer.Default);

    /// <param name="stated">What contract files say.</param>
    /// <param name="assembly">The assembly under analysis.</param>
    internal Sendability(StatedContracts stated, IAssemblySymbol assembly)
    {
        _stated = stated;
        _assembly = assembly;
    }

    /// <summary>Whether <paramref name="type"/>, or what it derives from, says of itself that its values stay on their thread, so that nothing of them is touched by another.</summary>
    public bool IsBound(ITypeSymbol? type) => type is INamedTypeSymbol named && Bound(named) is not null;

    /// <summary>The type for whose sake values of <paramref name="type"/> may not cross a thread: itself or what it holds. Null where they may.</summary>
    public ITypeSymbol? Obstacle(ITypeSymbol? type)
    {
        if (TypeOwnership.IsScalar(type) || type!.SpecialType is SpecialType.System_String or SpecialType.System_Object)
        {
            return null;
        }

        return _known.TryGetValue(type, out var known) ? known : _known.GetOrAdd(type, Compute(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), 0));
    }

    private ITypeSymbol? Compute(ITypeSymbol? type, HashSet<ITypeSymbol> visited, int depth)
    {
        if (depth > MaxDepth || TypeOwnership.IsScalar(type) || !visited.Add(type!))
        {
            return null;
        }

        switch (type)
        {
            case IArrayTypeSymbol array:
                return Compute(array.ElementType, visited, depth + 1);
            case ITypeParameterSymbol parameter:
                foreach (var constraint in parameter.ConstraintTypes)
                {
                    if (Compute(constraint, visited, depth + 1) is { } ofConstraint)
                    {
                        return ofConstraint;
                    }
                }

                return null;
            case INamedTypeSymbol named:
                return OfNamed(named, visited, depth);
            default:
                return null;
        }
    }

    private ITypeSymbol? OfNamed(INamedTypeSymbol type, HashSet<ITypeSymbol> visited, int depth)
    {
        if (Bound(type) is { } bound)
        {
            return bound;
        }

        for (var current = type; current is { TypeKind: not TypeKind.Delegate, SpecialType: SpecialType.None or SpecialType.System_Nullable_T }; current = current.BaseType)
        {
            if ((OfArguments(current, visited, depth) ?? OfFields(current, visited, depth)) is { } held)
            {
                return held;
            }
        }

        return null;
    }

    private ITypeSymbol? Bound(INamedTypeSymbol type)
    {
        if (type.IsRefLikeType)
        {
            return type;
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (SaysNo(current))
            {
                return current;
            }
        }

        foreach (var @interface in type.AllInterfaces)
        {
            if (SaysNo(@interface))
            {
                return @interface;
            }
        }

        return null;
    }

    private ITypeSymbol? OfArguments(INamedTypeSymbol type, HashSet<ITypeSymbol> visited, int depth)
    {
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if (type.TypeParameters[i].Variance != VarianceKind.In && Compute(type.TypeArguments[i], visited, depth + 1) is { } argument)
            {
                return argument;
            }
        }

        return null;
    }

    private ITypeSymbol? OfFields(INamedTypeSymbol type, HashSet<ITypeSymbol> visited, int depth)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _assembly))
        {
            return null;
        }

        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } field && Compute(field.Type, visited, depth + 1) is { } ofField)
            {
                return ofField;
            }
        }

        return null;
    }

    private bool SaysNo(INamedTypeSymbol type) =>
        AttributeReader.Has(type.OriginalDefinition.GetAttributes(), AttributeNames.NotSend)
        || _stated.Find(type.OriginalDefinition, ContractPartKind.Type, "")?.Find(AttributeNames.NotSend) is not null;
}
