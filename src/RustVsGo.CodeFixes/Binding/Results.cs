using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>The results of the library: <c>Result&lt;T, E&gt;</c> and <c>Result&lt;T&gt;</c>.</summary>
internal static class Results
{
    /// <summary>Whether <paramref name="type"/> can be asked for its error by <c>TryPropagate</c>.</summary>
    public static bool Is(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Result", Arity: 1 or 2 } named && Vocabulary.Declares(named) && !named.GetMembers("TryPropagate").IsEmpty;
}
