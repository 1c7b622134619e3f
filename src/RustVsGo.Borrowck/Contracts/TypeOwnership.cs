using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// Which types are move types, which carry borrows and which are plain (docs/ownership-model.md, section 2, "Move types").
/// One per compilation; safe under concurrency.
/// </summary>
public sealed partial class TypeOwnership
{
    // Deeper nesting than any program's: a type whose arguments nest without end (class A<T> : B<A<A<T>>>) must not hang the compiler.
    private const int MaxDepth = 16;

    private readonly StatedContracts _stated;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _moveTypes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _borrowCarrying = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _mentions = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _droppable = new(SymbolEqualityComparer.Default);

    private readonly TypeOwnership? _withoutCatalog;
    private readonly Func<IAssemblySymbol?, bool> _isOptedIn;

    /// <param name="stated">What contract files say.</param>
    /// <param name="withoutCatalog">The same without what the catalog says; null where it says nothing.</param>
    /// <param name="isOptedIn">Whether the attributes of an assembly's types are to be looked for at all.</param>
    internal TypeOwnership(StatedContracts stated, TypeOwnership? withoutCatalog, Func<IAssemblySymbol?, bool> isOptedIn)
    {
        _stated = stated;
        _withoutCatalog = withoutCatalog;
        _isOptedIn = isOptedIn;
    }

    /// <summary>Who says that <paramref name="type"/> is a move type, or that it carries borrows where C# itself does not.</summary>
    public Authority AuthorityOf(ITypeSymbol? type) =>
        IsMoveType(type) ? _withoutCatalog is null || _withoutCatalog.IsMoveType(type) ? Authority.Stated : Authority.Catalog
        : IsBorrowCarrying(type) && _withoutCatalog is not null && !_withoutCatalog.IsBorrowCarrying(type) ? Authority.Catalog
        : Authority.Default;

    /// <summary>Whether each value of <paramref name="type"/> has exactly one owner.</summary>
    public bool IsMoveType(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType is not SpecialType.None and not SpecialType.System_Nullable_T)
        {
            return false;
        }

        return _moveTypes.TryGetValue(type, out var known) ? known : _moveTypes.GetOrAdd(type, ComputeIsMoveType(type, 0));
    }

    /// <summary>Whether a value of <paramref name="type"/> holds borrows of other values.</summary>
    public bool IsBorrowCarrying(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType != SpecialType.None)
        {
            return false;
        }

        return _borrowCarrying.TryGetValue(type, out var known) ? known : _borrowCarrying.GetOrAdd(type, ComputeIsBorrowCarrying(type));
    }

    /// <summary>
    /// Whether values of <paramref name="type"/> are merely data: they own nothing, hold nothing and need no tracking. A native integer may be a
    /// raw handle or pointer, which is good as long as the object that it came from.
    /// </summary>
    public static bool IsScalar(ITypeSymbol? type) =>
        type is null
        || type.TypeKind is TypeKind.Enum or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error
        || type.SpecialType is >= SpecialType.System_Void and < SpecialType.System_IntPtr
        || type.SpecialType == SpecialType.System_DateTime;

    /// <summary>Whether <paramref name="type"/> is <c>nint</c> or <c>nuint</c>, which raw handles and pointers travel as.</summary>
    public static bool IsNativeInteger(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr };

    /// <summary>
    /// Whether an object of <paramref name="type"/> may go on using what it was made from: something that ends, is computed later or could be anything. A
    /// document that was read from a file is none.
    /// </summary>
    public bool MayNeedOthers(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (type.TypeKind is TypeKind.Delegate or TypeKind.TypeParameter or TypeKind.Dynamic || type.SpecialType == SpecialType.System_Object || type.IsRefLikeType
            || SequenceTypes.IsSequence(type) || SequenceTypes.IsTask(type) || IsDroppable(type));

    /// <summary>Whether a move type occurs anywhere in <paramref name="type"/>: itself, an argument, an element, a base's argument.</summary>
    public bool MentionsMoveType(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType is not SpecialType.None and not SpecialType.System_Nullable_T)
        {
            return false;
        }

        return _mentions.TryGetValue(type, out var known) ? known : _mentions.GetOrAdd(type, ComputeMentions(type, new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default), 0));
    }

    /// <summary>Whether <paramref name="type"/> has a destructor of its own, so that its fields cannot be moved out one by one (E0509).</summary>
    public bool HasDrop(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol)
        {
            return false;
        }

        return _droppable.TryGetValue(type, out var known) ? known : _droppable.GetOrAdd(type, ComputeHasDrop(type));
    }

    /// <summary>Whether a value of <paramref name="type"/> is dropped by a call: as <see cref="HasDrop"/>, and the interfaces that say so themselves.</summary>
    public bool IsDroppable(ITypeSymbol? type) => HasDrop(type) || (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named && Disposal.IsDisposableInterface(named));

    private bool ComputeIsMoveType(ITypeSymbol type, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        switch (type)
        {
            case IArrayTypeSymbol array:
                return ComputeIsMoveType(array.ElementType, depth + 1);
            case ITypeParameterSymbol parameter:
                if (AttributeReader.Has(parameter.GetAttributes(), AttributeNames.Owned))
                {
                    return true;
                }

                foreach (var constraint in parameter.ConstraintTypes)
                {
                    if (ComputeIsMoveType(constraint, depth + 1))
                    {
                        return true;
                    }
                }

                return false;
            case INamedTypeSymbol named:
                return OriginOf(named) != MoveTypeOrigin.None || IsOwningContainer(named, depth);
            default:
                return false;
        }
    }

    /// <summary>Who makes a move type of <paramref name="type"/>, itself or by what it derives from; our own words before those of others.</summary>
    internal MoveTypeOrigin OriginOf(INamedTypeSymbol type)
    {
        var origin = MoveTypeOrigin.None;
        for (var current = type; current is not null; current = current.BaseType)
        {
            origin = First(origin, Declared(current));
        }

        foreach (var @interface in type.AllInterfaces)
        {
            origin = First(origin, Declared(@interface));
        }

        return origin;
    }

    private MoveTypeOrigin Declared(INamedTypeSymbol type) =>
        IsStatedOwned(type.OriginalDefinition) ? MoveTypeOrigin.Stated
        : OtherVocabularies.IsResource(type) ? MoveTypeOrigin.Resource
        : OtherVocabularies.IsNonCopyable(type.OriginalDefinition) ? MoveTypeOrigin.NonCopyable
        : MoveTypeOrigin.None;

    private static MoveTypeOrigin First(MoveTypeOrigin one, MoveTypeOrigin other) =>
        one == MoveTypeOrigin.None || (other != MoveTypeOrigin.None && other < one) ? other : one;

    private bool IsStatedOwned(INamedTypeSymbol definition) =>
        AttributeReader.Has(definition.GetAttributes(), AttributeNames.Owned)
        || _stated.Find(definition, ContractPartKind.Type, "")?.Find(AttributeNames.Owned) is not null;

    private bool IsOwningContainer(INamedTypeSymbol type, int depth)
    {
        if (type.IsTupleType)
        {
            foreach (var element in type.TupleElements)
            {
                if (ComputeIsMoveType(element.Type, depth + 1))
                {
                    return true;
                }
            }

            return false;
        }

        if (type.IsAnonymousType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol property && ComputeIsMoveType(property.Type, depth + 1))
                {
                    return true;
                }
            }

            return false;
        }

        if (!type.IsGenericType)
        {
            return false;
        }

        var definition = type.OriginalDefinition;
        for (var i = 0; i < type.TypeArguments.Length; i++)
        {
            if ((definition.SpecialType == SpecialType.System_Nullable_T
                    || IsKeyValuePair(definition)
                    || AttributeReader.Has(definition.TypeParameters[i].GetAttributes(), AttributeNames.Owned)
                    || _stated.Find(definition, ContractPartKind.TypeParameter, definition.TypeParameters[i].Name)?.Find(AttributeNames.Owned) is not null)
                && ComputeIsMoveType(type.TypeArguments[i], depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKeyValuePair(INamedTypeSymbol definition) =>
        definition is { Name: "KeyValuePair", Arity: 2, ContainingNamespace.Name: "Generic" };

    private static bool IsMemoryLike(INamedTypeSymbol definition) =>
        (definition is { Name: "Memory" or "ReadOnlyMemory" or "ArraySegment", Arity: 1, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
        || (definition is { Name: "ReadOnlySequence", Arity: 1, ContainingNamespace: { Name: "Buffers", ContainingNamespace.Name: "System" } });

    // Each type is looked at once: the base library's numeric types implement dozens of interfaces of themselves.
    private bool ComputeMentions(ITypeSymbol type, HashSet<ITypeSymbol> visited, int depth)
    {
        if (depth > MaxDepth || type.SpecialType is not SpecialType.None and not SpecialType.System_Nullable_T || !visited.Add(type))
        {
            return false;
        }

        if (IsMoveType(type) || IsBorrowCarryingByDeclaration(type))
        {
            return true;
        }

        switch (type)
        {
            case IArrayTypeSymbol array:
                return ComputeMentions(array.ElementType, visited, depth + 1);
            case IPointerTypeSymbol pointer:
                return ComputeMentions(pointer.PointedAtType, visited, depth + 1);
            case INamedTypeSymbol named:
                foreach (var argument in named.TypeArguments)
                {
                    if (ComputeMentions(argument, visited, depth + 1))
                    {
                        return true;
                    }
                }

                if (named.BaseType is { SpecialType: SpecialType.None } baseType && ComputeMentions(baseType, visited, depth + 1))
                {
                    return true;
                }

                foreach (var @interface in named.Interfaces)
                {
                    if (@interface.IsGenericType && ComputeMentions(@interface, visited, depth + 1))
                    {
                        return true;
                    }
                }

                return named.ContainingType is { IsGenericType: true } outer && ComputeMentions(outer, visited, depth + 1);
            default:
                return false;
        }
    }

    // Spans and their kin occur in code that has nothing to do with ownership: alone they are no reason to look at a body.
    private bool IsBorrowCarryingByDeclaration(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsTupleType: false, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } named && !type.IsRefLikeType && !IsMemoryLike(named.OriginalDefinition) && IsBorrowCarrying(type);

    private bool ComputeHasDrop(ITypeSymbol type)
    {
        foreach (var @interface in type.AllInterfaces)
        {
            if (@interface.SpecialType == SpecialType.System_IDisposable || OtherVocabularies.IsResource(@interface) || @interface is { Name: "IAsyncDisposable", Arity: 0, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IMethodSymbol method
                    && (AttributeReader.Has(method.GetAttributes(), AttributeNames.Drop)
                        || _stated.Find(method, ContractPartKind.Receiver, "")?.Find(AttributeNames.Drop) is not null
                        || (current.IsRefLikeType && method is { Name: "Dispose", Parameters.IsEmpty: true, ReturnsVoid: true })))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
