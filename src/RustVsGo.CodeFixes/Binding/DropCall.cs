using System.Linq;
using Microsoft.CodeAnalysis;

namespace RustVsGo.CodeFixes;

/// <summary>How values of a type are dropped in source: by a <c>using</c>, by <c>x.Dispose()</c>, or by <c>await x.DisposeAsync()</c> where nothing else is there.</summary>
internal static class DropCall
{
    /// <summary>The statement that drops <paramref name="place"/>, or null where its type has no such method, or only one that would have to be awaited and cannot be.</summary>
    /// <param name="place">What is dropped, as it is written.</param>
    /// <param name="type">Its type, with what the source says of <c>null</c>.</param>
    /// <param name="mayAwait">Whether the statement stands in an asynchronous body.</param>
    public static string? Statement(string place, ITypeSymbol type, bool mayAwait = false)
    {
        var mayBeNull = type is { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.NotAnnotated };
        var access = mayBeNull ? "?." : ".";
        return Implements(type, "System.IDisposable") || HasMethod(type, "Dispose") ? $"{place}{access}Dispose();"
            : HasMethod(type, "Drop") ? $"{place}{access}Drop();"
            : IsAsyncDisposable(type) && mayAwait && !mayBeNull ? $"await {place}.DisposeAsync();"
            : null;
    }

    /// <summary>As <see cref="Statement(string, ITypeSymbol, bool)"/>, for a field or property of <c>this</c>.</summary>
    public static string? Statement(ISymbol member, bool mayAwait = false) =>
        member switch { IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => null } is { } type ? Statement(member.Name, type, mayAwait) : null;

    /// <summary>Whether a <c>using</c> drops values of <paramref name="type"/>.</summary>
    public static bool IsDisposable(ITypeSymbol type) => Implements(type, "System.IDisposable") || (type.IsRefLikeType && HasMethod(type, "Dispose"));

    /// <summary>Whether an <c>await using</c> does.</summary>
    public static bool IsAsyncDisposable(ITypeSymbol type) => Implements(type, "System.IAsyncDisposable");

    private static bool Implements(ITypeSymbol type, string contract) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(constraint => Implements(constraint, contract)),
        _ => type.ToDisplayString() == contract || type.AllInterfaces.Any(implemented => implemented.ToDisplayString() == contract),
    };

    private static bool HasMethod(ITypeSymbol type, string name) =>
        type.GetMembers(name).Any(static member => member is IMethodSymbol { IsStatic: false, ReturnsVoid: true, Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });
}
