using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// What attributes say about the parts of one method, its own or, for a part that carries none, those of what it overrides or implements
/// (docs/ownership-model.md, section 7, "Precedence").
/// </summary>
internal readonly struct StatedParts
{
    private readonly List<IMethodSymbol> _declarations;

    public StatedParts(IMethodSymbol method)
    {
        _declarations = new List<IMethodSymbol> { method };
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            _declarations.Add(overridden);
        }

        _declarations.AddRange(method.ExplicitInterfaceImplementations);
        AddImplicitImplementations(method);
        if (method.PartialDefinitionPart is { } definition)
        {
            _declarations.Add(definition);
        }

        if (method.PartialImplementationPart is { } implementation)
        {
            _declarations.Add(implementation);
        }
    }

    /// <summary>The attribute <paramref name="name"/> on the method or, for an accessor, on its property.</summary>
    public AttributeData? Method(string name)
    {
        foreach (var declaration in _declarations)
        {
            var own = declaration.GetAttributes();
            if (AttributeReader.Find(own, name) is { } found)
            {
                return found;
            }

            var associated = declaration.AssociatedSymbol?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty;
            if (AttributeReader.Find(associated, name) is { } onProperty)
            {
                return onProperty;
            }

            if (StatesReceiver(own) || StatesReceiver(associated))
            {
                return null;
            }
        }

        return null;
    }

    public AttributeData? Parameter(int ordinal, string name)
    {
        foreach (var declaration in _declarations)
        {
            var attributes = ParameterAttributes(declaration, ordinal);
            if (AttributeReader.Find(attributes, name) is { } found)
            {
                return found;
            }

            if (AttributeReader.HasAny(attributes))
            {
                return null;
            }
        }

        return null;
    }

    public AttributeData? Return(string name)
    {
        foreach (var declaration in _declarations)
        {
            var own = declaration.GetReturnTypeAttributes();
            if (AttributeReader.Find(own, name) is { } found)
            {
                return found;
            }

            if (declaration is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property })
            {
                var attributes = property.GetAttributes();
                if (AttributeReader.Find(attributes, name) is { } onProperty)
                {
                    return onProperty;
                }
            }

            if (AttributeReader.HasAny(own))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a declaration that the method overrides or implements comes from an assembly that knows nothing of the model.</summary>
    public bool ImplementsUnknown(Func<IAssemblySymbol?, bool> isOptedIn)
    {
        for (var i = 1; i < _declarations.Count; i++)
        {
            if (!isOptedIn(_declarations[i].ContainingAssembly))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StatesReceiver(ImmutableArray<AttributeData> attributes) =>
        AttributeReader.Has(attributes, AttributeNames.Borrows)
        || AttributeReader.Has(attributes, AttributeNames.Mutates)
        || AttributeReader.Has(attributes, AttributeNames.Consumes)
        || AttributeReader.Has(attributes, AttributeNames.Drop);

    private static ImmutableArray<AttributeData> ParameterAttributes(IMethodSymbol method, int ordinal)
    {
        if (ordinal < method.Parameters.Length)
        {
            return method.Parameters[ordinal].GetAttributes();
        }

        return ImmutableArray<AttributeData>.Empty;
    }

    private void AddImplicitImplementations(IMethodSymbol method)
    {
        if (method.IsStatic || method.DeclaredAccessibility != Accessibility.Public || method.ContainingType is not { TypeKind: not TypeKind.Interface } type
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove))
        {
            return;
        }

        foreach (var @interface in type.AllInterfaces)
        {
            foreach (var member in @interface.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate
                    && candidate.Parameters.Length == method.Parameters.Length
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), method))
                {
                    _declarations.Add(candidate);
                }
            }
        }
    }
}
