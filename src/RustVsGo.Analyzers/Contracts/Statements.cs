using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>What one declaration by itself says about its receiver, its parameters and its result, and whether two declarations say the same.</summary>
internal static class Statements
{
    public static bool HasAny(IMethodSymbol method)
    {
        if (AttributeReader.HasAny(method.GetAttributes())
            || AttributeReader.HasAny(method.GetReturnTypeAttributes())
            || (method.AssociatedSymbol is { } member && AttributeReader.HasAny(member.GetAttributes())))
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (AttributeReader.HasAny(parameter.GetAttributes()))
            {
                return true;
            }
        }

        return false;
    }

    public static AttributeData? Receiver(IMethodSymbol method) => First(method.GetAttributes(), isReceiver: true);

    public static AttributeData? Parameter(IMethodSymbol method, int ordinal) =>
        ordinal < method.Parameters.Length ? First(method.Parameters[ordinal].GetAttributes(), isReceiver: false) : null;

    /// <summary>What is said about the result; for a getter also by its property.</summary>
    public static AttributeData? Return(IMethodSymbol method) =>
        First(method.GetReturnTypeAttributes(), isReceiver: false)
        ?? (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? First(property.GetAttributes(), isReceiver: false) : null);

    /// <summary>Whether two attributes on the receivers of two methods promise the same.</summary>
    public static bool SameReceiver(AttributeData own, AttributeData stated) =>
        own.AttributeClass!.Name == stated.AttributeClass!.Name
        && SameFlag(own, stated, "AfterDrop") && SameFlag(own, stated, "Invalidates") && SameFlag(own, stated, "Idempotent");

    /// <summary>As <see cref="SameReceiver"/>, for parameters. Parameters may be called differently in the two methods, so that names are compared by position.</summary>
    public static bool SameParameter(AttributeData own, IMethodSymbol method, AttributeData stated, IMethodSymbol statedBy) =>
        own.AttributeClass!.Name == stated.AttributeClass!.Name
        && Position(method, AttributeReader.Named<string>(own, "Unless")) == Position(statedBy, AttributeReader.Named<string>(stated, "Unless"))
        && Position(method, AttributeReader.Named<string>(own, "When")) == Position(statedBy, AttributeReader.Named<string>(stated, "When"))
        && AttributeReader.Named<string>(own, "CapturedBy") == AttributeReader.Named<string>(stated, "CapturedBy");

    /// <summary>As <see cref="SameParameter"/>, for results. Where neither names a source, both mean the same ones.</summary>
    public static bool SameReturn(AttributeData own, IMethodSymbol method, AttributeData stated, IMethodSymbol statedBy, ContractModel contracts)
    {
        if (own.AttributeClass!.Name != stated.AttributeClass!.Name || !SameFlag(own, stated, "Deferred"))
        {
            return false;
        }

        if (AttributeReader.Names(own).IsEmpty && AttributeReader.Names(stated).IsEmpty)
        {
            return true;
        }

        var sources = contracts.Method(method).Return.Sources;
        var others = contracts.Method(statedBy).Return.Sources;
        foreach (var source in sources)
        {
            if (!others.Contains(source))
            {
                return false;
            }
        }

        return sources.Length == others.Length;
    }

    private static AttributeData? First(ImmutableArray<AttributeData> attributes, bool isReceiver)
    {
        foreach (var attribute in attributes)
        {
            if (VocabularyAttribute.Name(attribute) is { } name && (isReceiver ? VocabularyAttribute.IsReceiver(name) : AttributeReader.IsMode(name)))
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool SameFlag(AttributeData own, AttributeData stated, string name) =>
        AttributeReader.NamedBool(own, name) == AttributeReader.NamedBool(stated, name);

    private static int? Position(IMethodSymbol method, string? parameter)
    {
        if (parameter is null)
        {
            return null;
        }

        foreach (var candidate in method.Parameters)
        {
            if (candidate.Name == parameter)
            {
                return candidate.Ordinal;
            }
        }

        return -1;
    }
}
