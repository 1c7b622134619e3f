using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>The types of results that run later than the call that made them.</summary>
internal static class SequenceTypes
{
    /// <summary>Whether <paramref name="type"/> is a sequence that is produced while it is enumerated, or its enumerator.</summary>
    public static bool IsSequence(ITypeSymbol type) => type.TypeKind == TypeKind.Interface
        ? type.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" or "IQueryable" or "IOrderedEnumerable" or "IOrderedQueryable"
        : type is { Name: "ConfiguredCancelableAsyncEnumerable" } or { Name: "Enumerator", ContainingType.Name: "ConfiguredCancelableAsyncEnumerable" };

    /// <summary>Whether <paramref name="type"/> goes through a sequence that it does not wait to be asked for.</summary>
    public static bool IsEnumerator(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface, Name: "IEnumerator" or "IAsyncEnumerator" };

    /// <summary>Whether <paramref name="type"/> is a task.</summary>
    public static bool IsTask(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };
}
