using Microsoft.CodeAnalysis;

namespace RustVsGo.Analyzers.Disposal;

/// <summary>A field or auto-property whose value its object has to drop.</summary>
/// <param name="Symbol">The member.</param>
/// <param name="Name">Where it is declared.</param>
/// <param name="Made">What it is given that has to be dropped; null where an attribute says that the object owns it.</param>
internal sealed record OwnedMember(ISymbol Symbol, Location Name, SyntaxNode? Made)
{
    /// <summary>Whether an attribute says so, and not the catalog of what the member is given.</summary>
    public bool IsStated => Made is null;
}
