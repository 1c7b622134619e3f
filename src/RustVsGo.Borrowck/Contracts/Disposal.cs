using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// The destructors that need no attribute: the parameterless <c>Dispose()</c> and <c>DisposeAsync()</c> that implement the interface, the
/// interface's own, a ref struct's, and the <c>Drop()</c> of the C# ownership proposal's <c>IResource</c>.
/// </summary>
internal static class Disposal
{
    /// <summary>Whether <paramref name="method"/> is one.</summary>
    public static bool Is(IMethodSymbol method)
    {
        if (!method.Parameters.IsEmpty || !HasName(method) && method.ExplicitInterfaceImplementations.IsEmpty)
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

        if (!HasName(method))
        {
            return false;
        }

        if (method.Name != "Drop" && method.ContainingType.IsRefLikeType && method.DeclaredAccessibility == Accessibility.Public)
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

    /// <summary>
    /// Whether a method called <paramref name="name"/> may end its object although nothing says so: <c>Dispose</c>, <c>DisposeAsync</c>, <c>Close</c>, and what
    /// projects call their helpers (<c>WaitForDispose</c>, <c>TryClose</c>).
    /// </summary>
    public static bool MayBe(string name) =>
        name.IndexOf("Dispose", System.StringComparison.Ordinal) >= 0 || name.IndexOf("Close", System.StringComparison.Ordinal) >= 0 || name is "Drop" or "Release";

    private static bool HasName(IMethodSymbol method) => method.Name is "Dispose" or "DisposeAsync" or "Drop";

    /// <summary>Whether <paramref name="type"/> is one of the interfaces whose method is a destructor.</summary>
    public static bool IsDisposableInterface(INamedTypeSymbol type) =>
        type.SpecialType == SpecialType.System_IDisposable
        || OtherVocabularies.IsResource(type)
        || type is { Name: "IAsyncDisposable", TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
