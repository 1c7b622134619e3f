using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>RVG3001: attributes that contradict each other, or what they stand on (docs/ownership-model.md, section 1).</summary>
internal static class Contradictions
{
    // TypeKind.Extension, newer than Roslyn 4.8: the receiver of an extension block is a parameter of that block, not of its members.
    private const TypeKind ExtensionBlock = (TypeKind)14;

    /// <summary>The attribute earlier on the part that <c>[<paramref name="name"/>]</c> cannot stand beside, or null.</summary>
    /// <param name="attributes">What stands there, in the order of the source.</param>
    /// <param name="index">Which of them <paramref name="name"/> is.</param>
    public static AttributeData? Other(ImmutableArray<AttributeData> attributes, int index, string name)
    {
        for (var i = 0; i < index; i++)
        {
            if (VocabularyAttribute.Name(attributes[i]) is { } other && Exclude(other, name))
            {
                return attributes[i];
            }
        }

        return null;
    }

    /// <summary>What about the part <paramref name="attribute"/> contradicts, as the end of a sentence; null where it does not.</summary>
    public static string? Reason(string name, AttributeData attribute, in Part part, TypeOwnership types)
    {
        var reason = name switch
        {
            AttributeNames.Owned or AttributeNames.Keeps => OfOwner(name, part),
            AttributeNames.Borrowed => OfShared(part),
            AttributeNames.BorrowedMut => OfExclusive(part, types),
            _ => null,
        };
        return reason ?? OfArguments(name, attribute, part);
    }

    private static bool Exclude(string first, string second) =>
        first != second
        && ((AttributeReader.IsMode(first) && AttributeReader.IsMode(second))
            || (VocabularyAttribute.IsReceiver(first) && VocabularyAttribute.IsReceiver(second))
            || IsCopyThatTakes(first, second)
            || IsCopyThatTakes(second, first));

    // A copy leaves its original alone.
    private static bool IsCopyThatTakes(string first, string second) =>
        first == AttributeNames.Clone && second is AttributeNames.Consumes or AttributeNames.Drop;

    private static string? OfOwner(string name, in Part part) => (part.Kind, part.RefKind) switch
    {
        (_, RefKind.None) => null,
        (PartKind.Parameter, RefKind.Out) => name == AttributeNames.Keeps ? "nothing is passed in through an 'out' parameter" : null,
        (PartKind.Parameter, RefKind.Ref) => "a 'ref' parameter borrows the caller's place",
        (PartKind.Parameter, _) => "an 'in' or 'ref readonly' parameter borrows the caller's place",
        _ => "what is returned by reference is borrowed",
    };

    private static string? OfShared(in Part part) => (part.Kind, part.RefKind) switch
    {
        (PartKind.Parameter, RefKind.Ref) => "a 'ref' parameter is an exclusive borrow",
        (PartKind.Return or PartKind.Property, RefKind.Ref) => "a 'ref' result is an exclusive borrow",
        _ => null,
    };

    private static string? OfExclusive(in Part part, TypeOwnership types)
    {
        switch (part.Kind, part.RefKind)
        {
            case (_, RefKind.None):
                // A span and its like are borrows themselves: what they point into is mutated, not their copy.
                return part.IsByValueStruct && !types.IsBorrowCarrying(part.ValueType) ? "a struct that is not passed by 'ref' is copied, and the copy would be mutated" : null;
            case (PartKind.Parameter, RefKind.Ref or RefKind.Out):
            case (_, RefKind.Ref):
                return null;
            case (PartKind.Parameter, _):
                return "an 'in' or 'ref readonly' parameter is a shared borrow";
            default:
                return "a 'ref readonly' result is a shared borrow";
        }
    }

    private static string? OfArguments(string name, AttributeData attribute, in Part part)
    {
        if (name is AttributeNames.Owned or AttributeNames.Keeps && part.Kind == PartKind.Parameter)
        {
            var unless = AttributeReader.Named<string>(attribute, "Unless");
            var when = AttributeReader.Named<string>(attribute, "When");
            return unless is not null && when is not null ? "'Unless' and 'When' exclude each other"
                : (unless ?? when) is { } condition && !IsCondition(part, condition) ? "there is no bool parameter '" + condition + "'"
                : null;
        }

        if (name is not (AttributeNames.Borrowed or AttributeNames.BorrowedMut))
        {
            return null;
        }

        if (part.Kind == PartKind.Parameter && AttributeReader.Named<string>(attribute, "CapturedBy") is { } keeper)
        {
            return keeper != "this" ? "only \"this\" can keep a borrow, not \"" + keeper + "\""
                : !part.HasThis ? "there is no 'this' that could keep the borrow"
                : null;
        }

        if (part.Kind is not (PartKind.Return or PartKind.Property) || part.IsStorage)
        {
            return null;
        }

        foreach (var source in AttributeReader.Names(attribute))
        {
            if (!IsSource(part, source))
            {
                return source == "this" ? "there is no 'this' to borrow from" : "there is no parameter '" + source + "'";
            }
        }

        return null;
    }

    private static bool IsCondition(in Part part, string name)
    {
        foreach (var parameter in part.Parameters)
        {
            if (parameter.Name == name)
            {
                return parameter.Type.SpecialType == SpecialType.System_Boolean;
            }
        }

        return false;
    }

    private static bool IsSource(in Part part, string name)
    {
        if (name == "this" && part.HasThis)
        {
            return true;
        }

        foreach (var parameter in part.Parameters)
        {
            if (parameter.Name == name)
            {
                return true;
            }
        }

        return part.Member.ContainingType?.TypeKind == ExtensionBlock;
    }
}
