using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>The attributes of the ownership model, by full name: whichever assembly declares them.</summary>
internal static class Vocabulary
{
    public const string Namespace = "RustVsGo";

    public const string Owned = "Owned";
    public const string Keeps = "Keeps";
    public const string Shared = "Shared";
    public const string Borrowed = "Borrowed";
    public const string BorrowedMut = "BorrowedMut";
    public const string Borrows = "Borrows";
    public const string Mutates = "Mutates";
    public const string Consumes = "Consumes";
    public const string Drop = "Drop";
    public const string Clone = "Clone";
    public const string Once = "Once";

    /// <summary>The class of the helpers <c>Borrow</c>, <c>BorrowMut</c>, <c>Take</c> and <c>Replace</c>.</summary>
    public const string Own = "Own";

    private const string Suffix = "Attribute";

    /// <summary>The class name of the attribute that is written <c>[name]</c>.</summary>
    public static string AttributeClass(string name) => name + Suffix;

    /// <summary>How the attribute class <paramref name="type"/> is written.</summary>
    public static string AttributeName(INamedTypeSymbol type) => WithoutSuffix(type.Name);

    /// <summary>What an attribute with the class name <paramref name="name"/> is written as; any other name stays as it is.</summary>
    public static string WithoutSuffix(string name) => name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    /// <summary>The attribute <c>[name]</c> of the vocabulary among <paramref name="attributes"/>, or null.</summary>
    public static AttributeData? Find(ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && type.Name == AttributeClass(name) && Declares(type))
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
            if (attribute.AttributeClass is { } type && Declares(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="type"/> stands directly in the namespace <c>RustVsGo</c>.</summary>
    public static bool Declares(INamedTypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } };
}
