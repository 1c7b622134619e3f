using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>Whether a method's signature is its own, or that of something that it overrides or implements.</summary>
internal static class Families
{
    public static bool OverridesOrImplements(IMethodSymbol method)
    {
        if (method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return true;
        }

        if (method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type || method.DeclaredAccessibility != Accessibility.Public)
        {
            return false;
        }

        foreach (var @interface in type.AllInterfaces)
        {
            foreach (var member in @interface.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
