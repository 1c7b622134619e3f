using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>Attributes of the vocabulary: which ones they are, how they are written, where they stand.</summary>
internal static class VocabularyAttribute
{
    private const string Suffix = "Attribute";

    /// <summary>The class name of <paramref name="attribute"/> if it is one of the vocabulary, else null.</summary>
    public static string? Name(AttributeData attribute) =>
        attribute.AttributeClass is { Arity: 0 } type && AttributeReader.IsVocabulary(type) ? type.Name : null;

    /// <summary>How an attribute with the class name <paramref name="name"/> is written, without brackets.</summary>
    public static string Written(string name) => name.EndsWith(Suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    /// <summary>Where <paramref name="attribute"/> stands; <paramref name="otherwise"/> where it is not in source.</summary>
    public static Location? Location(AttributeData attribute, ISymbol otherwise) =>
        attribute.ApplicationSyntaxReference is { } reference ? reference.SyntaxTree.GetLocation(reference.Span) : Location(otherwise);

    /// <summary>Where <paramref name="symbol"/> is declared in source, or null.</summary>
    public static Location? Location(ISymbol symbol) =>
        symbol.Locations is [{ IsInSource: true } first, ..] ? first : null;

    /// <summary>
    /// <paramref name="attributes"/> in the order of the source: those of a partial member come part by part. Where less than two are of the
    /// vocabulary the order does not matter, and nothing is done.
    /// </summary>
    public static ImmutableArray<AttributeData> InSourceOrder(ImmutableArray<AttributeData> attributes)
    {
        var count = 0;
        foreach (var attribute in attributes)
        {
            count += Name(attribute) is null ? 0 : 1;
        }

        return count < 2 ? attributes : attributes.Sort(static (x, y) => Position(x).CompareTo(Position(y)));
    }

    private static int Position(AttributeData attribute) => attribute.ApplicationSyntaxReference?.Span.Start ?? 0;

    /// <summary>Whether the attribute says what a member does to its receiver.</summary>
    public static bool IsReceiver(string name) =>
        name is AttributeNames.Borrows or AttributeNames.Mutates or AttributeNames.Consumes or AttributeNames.Drop;
}
