using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Sharing;

/// <summary>The types of the library that rules speak about, by full name: a project may carry copies of its own.</summary>
internal static class LibraryTypes
{
    public static bool IsArc(ITypeSymbol? type) => Is(type, "Arc", 1);

    public static bool IsResult(ITypeSymbol? type) => Is(type, "Result", 1) || Is(type, "Result", 2);

    /// <summary>Whether <paramref name="type"/> is the static class that makes results.</summary>
    public static bool IsResultFactory(ITypeSymbol? type) => Is(type, "Result", 0);

    /// <summary>Whether values of <paramref name="type"/> hold a lock of the library while they live.</summary>
    public static bool IsGuard(ITypeSymbol? type) =>
        Is(type, "MutexGuard", 1) || Is(type, "RwLockReadGuard", 1) || Is(type, "RwLockWriteGuard", 1) || Is(type, "AsyncMutexGuard", 1);

    public static bool IsJoinHandle(ITypeSymbol? type) => Is(type, "JoinHandle", 1);

    private static bool Is(ITypeSymbol? type, string name, int arity) =>
        type is INamedTypeSymbol named && named.Name == name && named.Arity == arity && AttributeReader.IsVocabulary(named);
}
