using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <content>Who says what is known of a member: an attribute, a line of a file, or nobody.</content>
public sealed partial class ContractModel
{
    /// <summary>
    /// Where a contract file says what happens to the argument for <paramref name="taker"/>, a parameter, or to the receiver of it, a method;
    /// null where an attribute says it, or nobody.
    /// </summary>
    public ContractPart? LineAbout(ISymbol taker) => taker switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => new StatedParts(method, _stated).Parameter(parameter.Ordinal).Line,
        IMethodSymbol method => new StatedParts(method.ReducedFrom ?? method, _stated).Receiver().Line,
        _ => null,
    };

    /// <summary>Whether a contract file may speak about a member of <paramref name="type"/> to those who override or implement it.</summary>
    public bool MayHaveLines(INamedTypeSymbol type) => _stated.IsInProject(type) || (type.TypeKind != TypeKind.Interface && _stated.IsInCatalog(type));

    /// <summary>
    /// What a contract file says about a part of <paramref name="declaration"/> itself, where it counts there: null where an attribute says it, or what the
    /// declaration overrides or implements. What the catalog says of an interface's member, it says to those who call it and not to those who implement it.
    /// </summary>
    public ContractPart? LineOn(IMethodSymbol declaration, ContractPartKind kind, int ordinal = -1)
    {
        if (!MayHaveLines(declaration.ContainingType))
        {
            return null;
        }

        var part = About(declaration, kind, ordinal);
        return ReferenceEquals(part.Method, declaration) && part.Line is { } line
            && (line.Authority == Authority.Stated || declaration.ContainingType.TypeKind != TypeKind.Interface) ? line : null;
    }

    /// <summary>Who says something about a part of <paramref name="method"/>, on it or on what it overrides or implements; the default where nobody does.</summary>
    public Authority AuthorityAbout(IMethodSymbol method, ContractPartKind kind, int ordinal = -1) => About(method, kind, ordinal).Authority;

    private StatedPart About(IMethodSymbol method, ContractPartKind kind, int ordinal)
    {
        var parts = new StatedParts(method, _stated);
        return kind switch
        {
            ContractPartKind.Receiver => parts.Receiver(),
            ContractPartKind.Return => parts.Return(),
            _ => parts.Parameter(ordinal),
        };
    }
}
