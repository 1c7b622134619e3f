using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>Which members are storage of their own, so that reading one is a place and not a call.</summary>
public static class FieldLike
{
    /// <summary>
    /// Whether <paramref name="property"/> is an auto-property whose every accessor the compiler writes, and which no type can replace.
    /// In metadata that shows in the accessors' <c>CompilerGeneratedAttribute</c>.
    /// </summary>
    public static bool IsAutoProperty(IPropertySymbol property)
    {
        if (property.ContainingType.IsAnonymousType)
        {
            return true;
        }

        if (property is { Name: "Key" or "Value", ContainingType: { Name: "KeyValuePair", Arity: 2, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } } })
        {
            // Written out in the base library, and nothing but fields.
            return true;
        }

        if (property.IsIndexer || property.IsAbstract || property.IsExtern || IsReplaceable(property)
            || !property.ExplicitInterfaceImplementations.IsEmpty)
        {
            return false;
        }

        var definition = property.OriginalDefinition;
        if (!definition.DeclaringSyntaxReferences.IsEmpty)
        {
            return HasBackingField(definition) && HasNoBody(definition.GetMethod) && HasNoBody(definition.SetMethod);
        }

        return IsCompilerWritten(definition.GetMethod) && IsCompilerWritten(definition.SetMethod);
    }

    /// <summary>The member that stands for the storage of <paramref name="field"/>: the property for a backing field, else the field.</summary>
    public static ISymbol Canonical(IFieldSymbol field) => field.AssociatedSymbol is IPropertySymbol property ? property : field.CorrespondingTupleField ?? field;

    private static bool IsReplaceable(IPropertySymbol property) =>
        (property.IsVirtual || property.IsOverride) && !(property.IsSealed || property.ContainingType.IsSealed)
        || property.ContainingType.TypeKind == TypeKind.Interface;

    private static bool HasBackingField(IPropertySymbol property)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
            {
                return true;
            }
        }

        return false;
    }

    // An accessor without a body has no block of its own in the syntax; the symbol says so without naming the language.
    private static bool HasNoBody(IMethodSymbol? accessor)
    {
        // The accessors of a positional record's property are implied by the parameter that declares it.
        if (accessor is null || accessor.IsImplicitlyDeclared || accessor.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        foreach (var reference in accessor.DeclaringSyntaxReferences)
        {
            foreach (var child in reference.GetSyntax().ChildNodes())
            {
                // Attribute lists are the only children that an accessor without a body can have.
                if (child.RawKind != AttributeListKind)
                {
                    return false;
                }
            }
        }

        return true;
    }

    // SyntaxKind.AttributeList; the engine does not reference the C# assembly for one number.
    private const int AttributeListKind = 8847;

    private static bool IsCompilerWritten(IMethodSymbol? accessor)
    {
        if (accessor is null)
        {
            return true;
        }

        foreach (var attribute in accessor.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "CompilerGeneratedAttribute" })
            {
                return true;
            }
        }

        return false;
    }
}
