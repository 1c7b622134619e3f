using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What the rules about sharing and results say: RVG0277 and RVG1001 to RVG1007.</summary>
internal static class SharingMessages
{
    public static string DroppedResult(MustUse must) =>
        (must.StatedBy is IMethodSymbol method ? "The result of '" + MethodName(method) + "' is dropped" : "A value of type '" + TypeName((ITypeSymbol)must.StatedBy) + "' is dropped")
        + (must.Reason is { Length: > 0 } why ? ", but " + why : ", but must be used")
        + (must.Authority == Authority.Catalog ? " (as the catalog says)" : "");

    private static string MethodName(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor ? "new " + method.ContainingType.Name
        : method.MethodKind == MethodKind.LocalFunction || method.ContainingType is null ? method.Name
        : TypeName(method.ContainingType) + "." + method.Name;

    private static string TypeName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
