using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// The destructors that need no attribute: the parameterless <c>Dispose()</c> and <c>DisposeAsync()</c> that implement the interface, the
/// interface's own, and a ref struct's.
/// </summary>
internal static class Disposal
{
    /// <summary>Whether <paramref name="method"/> is one.</summary>
    public static bool Is(IMethodSymbol method)
    {
        if (!method.Parameters.IsEmpty || method.Name is not ("Dispose" or "DisposeAsync") && method.ExplicitInterfaceImplementations.IsEmpty)
        {
            return false;
        }

        if (IsDisposableInterface(method.ContainingType))
        {
            return true;
        }

        foreach (var implemented in method.ExplicitInterfaceImplementations)
        {
            if (IsDisposableInterface(implemented.ContainingType))
            {
                return true;
            }
        }

        if (method.Name is not ("Dispose" or "DisposeAsync"))
        {
            return false;
        }

        if (method.ContainingType.IsRefLikeType && method.DeclaredAccessibility == Accessibility.Public)
        {
            return true;
        }

        foreach (var @interface in method.ContainingType.AllInterfaces)
        {
            if (IsDisposableInterface(@interface) && @interface.GetMembers(method.Name).Length == 1)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDisposableInterface(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_IDisposable
        || type is { Name: "IAsyncDisposable", TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
