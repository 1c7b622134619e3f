using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>What attributes say about a method: its own, those of its other partial part, and those of what it overrides or implements.</summary>
internal static class StatedContract
{
    /// <summary>Whether <c>[name]</c> stands on the method or, for an accessor, on its property.</summary>
    public static bool OnMethod(IMethodSymbol method, string name)
    {
        foreach (var declaration in Declarations(method))
        {
            if (Vocabulary.Has(declaration.GetAttributes(), name)
                || (declaration.AssociatedSymbol is { } member && Vocabulary.Has(member.GetAttributes(), name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <c>[return: name]</c> stands on the method or, for a getter, <c>[name]</c> on its property.</summary>
    public static bool OnReturn(IMethodSymbol method, string name)
    {
        foreach (var declaration in Declarations(method))
        {
            if (Vocabulary.Has(declaration.GetReturnTypeAttributes(), name)
                || (declaration is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } && Vocabulary.Has(property.GetAttributes(), name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All attributes of the vocabulary that stand on a parameter.</summary>
    public static ImmutableArray<AttributeData> OnParameter(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            return parameter.GetAttributes();
        }

        var attributes = ImmutableArray.CreateBuilder<AttributeData>();
        foreach (var declaration in Declarations(method))
        {
            if (parameter.Ordinal < declaration.Parameters.Length)
            {
                attributes.AddRange(declaration.Parameters[parameter.Ordinal].GetAttributes());
            }
        }

        return attributes.ToImmutable();
    }

    /// <summary>Whether callers may reach the method by another declaration: it overrides or implements one, or may be overridden.</summary>
    public static bool BelongsToFamily(IMethodSymbol method) =>
        method.IsVirtual || method.IsAbstract || method.IsOverride
        || !method.ExplicitInterfaceImplementations.IsEmpty
        || method.ContainingType.TypeKind == TypeKind.Interface
        || ImplicitlyImplemented(method).Count > 0;

    /// <summary>What the method overrides or implements, one step up; nothing for a method that begins a family.</summary>
    public static IEnumerable<IMethodSymbol> Bases(IMethodSymbol method)
    {
        var bases = ImplicitlyImplemented(method);
        bases.AddRange(method.ExplicitInterfaceImplementations);
        if (method.OverriddenMethod is { } overridden)
        {
            bases.Add(overridden);
        }

        return bases;
    }

    private static List<IMethodSymbol> Declarations(IMethodSymbol method)
    {
        var declarations = ImplicitlyImplemented(method);
        declarations.Add(method);
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            declarations.Add(overridden);
        }

        declarations.AddRange(method.ExplicitInterfaceImplementations);
        if ((method.PartialDefinitionPart ?? method.PartialImplementationPart) is { } otherPart)
        {
            declarations.Add(otherPart);
        }

        return declarations;
    }

    private static List<IMethodSymbol> ImplicitlyImplemented(IMethodSymbol method)
    {
        var implemented = new List<IMethodSymbol>();
        if (method.DeclaredAccessibility != Accessibility.Public || method.MethodKind == MethodKind.Constructor
            || method.ContainingType is not { TypeKind: not TypeKind.Interface } type)
        {
            return implemented;
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), method))
                {
                    implemented.Add(candidate);
                }
            }
        }

        return implemented;
    }
}
