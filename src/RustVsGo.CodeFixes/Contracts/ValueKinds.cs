using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>
/// What a type may make of its values. Where the engine knows, this errs: a type counts as owning or as carrying a borrow as soon as it might,
/// for a fix that is not offered does no harm.
/// </summary>
internal static class ValueKinds
{
    // Deeper nesting than any program's: arguments that nest without end (class A<T> : B<A<A<T>>>) must not hang the editor.
    private const int MaxDepth = 8;

    /// <summary>Whether values of <paramref name="type"/> may have an owner: move types, their containers, type parameters.</summary>
    public static bool MayOwn(ITypeSymbol? type) => MayOwn(type, 0);

    /// <summary>Whether a value of <paramref name="type"/> may hold a borrow of what it was made from.</summary>
    public static bool MayCarryBorrow(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named)
        {
            return type is IPointerTypeSymbol or IDynamicTypeSymbol or ITypeParameterSymbol or null;
        }

        return type.IsRefLikeType || IsMemory(named) || HasBorrowedMember(named);
    }

    /// <summary>Whether the result of a method of this type carries the borrows of what the method was given: lazy sequences and tasks.</summary>
    public static bool IsLazy(ITypeSymbol? type) =>
        IsAwaitable(type)
        || type is INamedTypeSymbol { Name: "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" or "IQueryable" or "IOrderedEnumerable" or "IOrderedQueryable" or "IGrouping" or "ParallelQuery" };

    /// <summary>Whether <paramref name="type"/> is a task or anything else that can be awaited.</summary>
    public static bool IsAwaitable(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" } or IDynamicTypeSymbol
        || (type is not null && !type.GetMembers("GetAwaiter").IsEmpty);

    /// <summary>Whether values of <paramref name="type"/> have to be disposed, now or later.</summary>
    public static bool IsDisposable(ITypeSymbol type) =>
        IsDisposableInterface(type) || System.Linq.ImmutableArrayExtensions.Any(type.AllInterfaces, IsDisposableInterface);

    private static bool IsDisposableInterface(ITypeSymbol type) => type is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether values of <paramref name="type"/> are mere data: nothing can be owned or borrowed through them.</summary>
    public static bool IsData(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Void or SpecialType.System_DateTime or (>= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr) }
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsData(nullable.TypeArguments[0]));

    private static bool MayOwn(ITypeSymbol? type, int depth)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return MayOwn(array.ElementType, depth + 1);
            case INamedTypeSymbol named:
                if (depth > MaxDepth || named.TypeKind == TypeKind.Error || IsDeclaredOwned(named))
                {
                    return true;
                }

                foreach (var argument in named.TypeArguments)
                {
                    if (MayOwn(argument, depth + 1))
                    {
                        return true;
                    }
                }

                return false;
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                return false;
            default:
                return true;
        }
    }

    private static bool IsDeclaredOwned(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Vocabulary.Has(current.OriginalDefinition.GetAttributes(), Vocabulary.Owned) || IsNonCopyable(current))
            {
                return true;
            }
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (Vocabulary.Has(implemented.OriginalDefinition.GetAttributes(), Vocabulary.Owned) || implemented.Name == "IResource")
            {
                return true;
            }
        }

        return type.Name == "IResource";
    }

    // The word of other analyzers for a struct that is only moved, in whatever namespace.
    private static bool IsNonCopyable(INamedTypeSymbol type) =>
        type.IsValueType && System.Linq.ImmutableArrayExtensions.Any(type.OriginalDefinition.GetAttributes(), static attribute => attribute.AttributeClass?.Name == "NonCopyableAttribute");

    private static bool IsMemory(INamedTypeSymbol type) =>
        type is { Name: "Memory" or "ReadOnlyMemory" or "ArraySegment" or "ReadOnlySequence" or "Enumerator", IsValueType: true };

    private static bool HasBorrowedMember(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.OriginalDefinition.GetMembers())
            {
                if ((member is IFieldSymbol || (member is IPropertySymbol property && MayStore(property)))
                    && (Vocabulary.Has(member.GetAttributes(), Vocabulary.Borrowed) || Vocabulary.Has(member.GetAttributes(), Vocabulary.BorrowedMut)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A property with a body lends what another member holds. Whether one of another assembly has a body is not known.
    private static bool MayStore(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            {
                return true;
            }
        }

        return false;
    }
}
