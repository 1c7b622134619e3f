using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

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

    /// <summary>Whether an attribute or a contract file can say anything about a part of <paramref name="method"/>.</summary>
    public static bool MayHaveAny(IMethodSymbol method, ContractModel contracts) =>
        (contracts.IsOptedIn(method.ContainingAssembly) && HasAny(method)) || contracts.MayHaveLines(method.ContainingType);

    /// <summary>What the declaration <paramref name="method"/> says about its receiver, by an attribute or else in a contract file.</summary>
    public static Statement? Receiver(IMethodSymbol method, ContractModel contracts) =>
        Statement.Of(Receiver(method)) ?? Statement.Of(contracts.LineOn(method, ContractPartKind.Receiver));

    /// <summary>As <see cref="Receiver(IMethodSymbol, ContractModel)"/>, about a parameter.</summary>
    public static Statement? Parameter(IMethodSymbol method, int ordinal, ContractModel contracts) =>
        Statement.Of(Parameter(method, ordinal)) ?? Statement.Of(contracts.LineOn(method, ContractPartKind.Parameter, ordinal));

    /// <summary>As <see cref="Receiver(IMethodSymbol, ContractModel)"/>, about the result.</summary>
    public static Statement? Return(IMethodSymbol method, ContractModel contracts) =>
        Statement.Of(Return(method)) ?? Statement.Of(contracts.LineOn(method, ContractPartKind.Return));

    public static AttributeData? Receiver(IMethodSymbol method) => First(method.GetAttributes(), isReceiver: true);

    public static AttributeData? Parameter(IMethodSymbol method, int ordinal) =>
        ordinal < method.Parameters.Length ? First(method.Parameters[ordinal].GetAttributes(), isReceiver: false) : null;

    /// <summary>What is said about the result; for a getter also by its property.</summary>
    public static AttributeData? Return(IMethodSymbol method) =>
        First(method.GetReturnTypeAttributes(), isReceiver: false)
        ?? (method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? First(property.GetAttributes(), isReceiver: false) : null);

    /// <summary>
    /// Whether what is said about the receivers of two methods promises the same. The catalog is held to the word alone: how its members behave in detail,
    /// an override may know better.
    /// </summary>
    public static bool SameReceiver(Statement own, IMethodSymbol method, Statement stated, IMethodSymbol statedBy, ContractModel contracts) =>
        own.Name == stated.Name
        && (stated.IsOfCatalog
            || (SameFlag(own, stated, "AfterDrop", otherwise: false)
                && SameFlag(own, stated, "Invalidates", otherwise: true)
                && (own.Said.Flag("Idempotent") == stated.Said.Flag("Idempotent") || IsIdempotent(own, method, contracts) == IsIdempotent(stated, statedBy, contracts))));

    /// <summary>As <see cref="SameReceiver"/>, for parameters. Parameters may be called differently in the two methods, so that names are compared by position.</summary>
    public static bool SameParameter(Statement own, IMethodSymbol method, Statement stated, IMethodSymbol statedBy) =>
        own.Name == stated.Name
        && (stated.IsOfCatalog
            || (Position(method, own.Said.Text("Unless")) == Position(statedBy, stated.Said.Text("Unless"))
                && Position(method, own.Said.Text("When")) == Position(statedBy, stated.Said.Text("When"))
                && own.Said.Text("CapturedBy") == stated.Said.Text("CapturedBy")));

    /// <summary>As <see cref="SameParameter"/>, for results. Where neither names a source, both mean the same ones.</summary>
    public static bool SameReturn(Statement own, IMethodSymbol method, Statement stated, IMethodSymbol statedBy, ContractModel contracts)
    {
        if (own.Name != stated.Name || stated.IsOfCatalog)
        {
            return own.Name == stated.Name;
        }

        if (!SameFlag(own, stated, "Deferred", otherwise: false))
        {
            return false;
        }

        if (own.Said.Names.IsEmpty && stated.Said.Names.IsEmpty)
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

    private static bool SameFlag(Statement own, Statement stated, string name, bool otherwise) =>
        (own.Said.Flag(name) ?? otherwise) == (stated.Said.Flag(name) ?? otherwise);

    // A second drop of a plain object is harmless unless somebody says otherwise, of a move type's value it is not.
    private static bool IsIdempotent(Statement drop, IMethodSymbol method, ContractModel contracts) =>
        drop.Said.Flag("Idempotent") ?? !contracts.Types.IsMoveType(method.ContainingType);

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
