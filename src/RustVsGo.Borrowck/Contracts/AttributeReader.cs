using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>Finds the vocabulary's attributes among those of a symbol, by full name, without building strings.</summary>
public static class AttributeReader
{
    /// <summary>The attribute of the vocabulary with the class name <paramref name="name"/>, or null.</summary>
    public static AttributeData? Find(ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { Arity: 0 } type && type.Name == name && IsVocabulary(type))
            {
                return attribute;
            }
        }

        return null;
    }

    public static bool Has(ImmutableArray<AttributeData> attributes, string name) => Find(attributes, name) is not null;

    /// <summary>Whether any attribute of the vocabulary is among <paramref name="attributes"/>.</summary>
    public static bool HasAny(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { Arity: 0 } type && IsVocabulary(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of <paramref name="attributes"/> says who owns or borrows a value, rather than something else about it (<c>[Once]</c>, <c>[Send]</c>).</summary>
    public static bool HasMode(ImmutableArray<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { Arity: 0 } type && IsMode(type.Name) && IsVocabulary(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the attribute of that name says who owns or borrows a value.</summary>
    public static bool IsMode(string name) =>
        name is AttributeNames.Owned or AttributeNames.Keeps or AttributeNames.Shared or AttributeNames.Borrowed or AttributeNames.BorrowedMut;

    /// <summary>Whether <paramref name="type"/> stands directly in the namespace <c>RustVsGo</c>.</summary>
    public static bool IsVocabulary(INamedTypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>The value of the named argument <paramref name="name"/>, or null where it is absent or of another type.</summary>
    public static T? Named<T>(AttributeData attribute, string name)
        where T : class
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value as T;
            }
        }

        return null;
    }

    /// <summary>As <see cref="Named{T}"/>, for a <see cref="bool"/>.</summary>
    public static bool? NamedBool(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
            {
                return argument.Value.Value as bool?;
            }
        }

        return null;
    }

    /// <summary>The names given to a <c>params string[]</c> constructor, or to one string; empty where there are none.</summary>
    public static ImmutableArray<string> Names(AttributeData attribute)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var argument in attribute.ConstructorArguments)
        {
            if (argument.Kind == TypedConstantKind.Array)
            {
                foreach (var item in argument.Values.IsDefault ? ImmutableArray<TypedConstant>.Empty : argument.Values)
                {
                    if (item.Value is string name)
                    {
                        names.Add(name);
                    }
                }
            }
            else if (argument.Value is string single)
            {
                names.Add(single);
            }
        }

        return names.ToImmutable();
    }
}
