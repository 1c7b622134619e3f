using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>The variable or parameter that a place starts in, as its declaration has it.</summary>
/// <param name="Symbol">What is declared.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsMoveType">Whether values of that type have one owner.</param>
public sealed record Binding(ISymbol Symbol, ITypeSymbol Type, bool IsMoveType)
{
    /// <returns>The binding of <paramref name="local"/>; null for <c>this</c> and for what no source names.</returns>
    internal static Binding? Of(LocalDecl local) =>
        local is { Kind: LocalKind.Parameter or LocalKind.Variable or LocalKind.Upvar, Symbol: { } symbol, Type: { } type } ? new Binding(symbol, type, local.IsMoveType) : null;
}
