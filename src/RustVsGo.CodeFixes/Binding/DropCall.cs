using System.Linq;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>How values of a type are dropped in source: <c>x.Dispose()</c>, or <c>await x.DisposeAsync()</c> where nothing else is there.</summary>
internal static class DropCall
{
    /// <summary>The statement that drops <paramref name="place"/>, or null where its type has no such method, or only one that would have to be awaited and cannot be.</summary>
    /// <param name="place">What is dropped, as it is written.</param>
    /// <param name="type">Its type.</param>
    /// <param name="mayBeNull">Whether there may be nothing to drop.</param>
    /// <param name="mayAwait">Whether the statement stands in an asynchronous body.</param>
    public static string? Statement(string place, ITypeSymbol type, bool mayBeNull, bool mayAwait)
    {
        var access = mayBeNull && !type.IsValueType ? "?." : ".";
        return Has(type, "System.IDisposable") || HasMethod(type, "Dispose") ? $"{place}{access}Dispose();"
            : HasMethod(type, "Drop") ? $"{place}{access}Drop();"
            : Has(type, "System.IAsyncDisposable") && mayAwait && access == "." ? $"await {place}.DisposeAsync();"
            : null;
    }

    /// <summary>Whether <paramref name="type"/> can be dropped by a <c>using</c>.</summary>
    public static bool IsDisposable(ITypeSymbol type) => Has(type, "System.IDisposable");

    /// <summary>Whether <paramref name="type"/> can be dropped asynchronously.</summary>
    public static bool IsAsyncDisposable(ITypeSymbol type) => Has(type, "System.IAsyncDisposable");

    private static bool Has(ITypeSymbol type, string contract) => type.ToDisplayString() == contract || type.AllInterfaces.Any(implemented => implemented.ToDisplayString() == contract);

    private static bool HasMethod(ITypeSymbol type, string name) =>
        type.GetMembers(name).Any(static member => member is IMethodSymbol { IsStatic: false, ReturnsVoid: true, Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });
}
