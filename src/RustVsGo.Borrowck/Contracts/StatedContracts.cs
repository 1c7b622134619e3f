using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// The contract files that hold in a compilation: those of the project, then the built-in catalog (docs/ownership-model.md, section 7).
/// </summary>
internal sealed class StatedContracts
{
    private readonly Catalog? _project;
    private readonly Catalog? _builtIn;

    public StatedContracts(Catalog? project, Catalog? builtIn)
    {
        _project = project is { IsEmpty: true } ? null : project;
        _builtIn = builtIn;
    }

    public static StatedContracts None { get; } = new(null, null);

    public bool IsEmpty => _project is null && _builtIn is null;

    /// <summary>What the project's files say about a part of <paramref name="symbol"/>, or null.</summary>
    public ContractPart? InProject(ISymbol symbol, ContractPartKind kind, string name) => _project?.Line(symbol)?.Find(kind, name);

    /// <summary>What the built-in catalog says about a part of <paramref name="symbol"/>, or null.</summary>
    public ContractPart? BuiltIn(ISymbol symbol, ContractPartKind kind, string name) => _builtIn?.Line(symbol)?.Find(kind, name);

    /// <summary>What any file says about a part of <paramref name="symbol"/>; the project before the catalog.</summary>
    public ContractPart? Find(ISymbol symbol, ContractPartKind kind, string name) =>
        IsEmpty ? null : InProject(symbol, kind, name) ?? BuiltIn(symbol, kind, name);

    /// <summary>The same without the catalog.</summary>
    public StatedContracts OfProject() => _builtIn is null ? this : _project is null ? None : new(_project, null);

    /// <summary>Whether a file of the project speaks about <paramref name="type"/> or a member of it.</summary>
    public bool IsInProject(INamedTypeSymbol type) => _project?.Type(type) is not null;

    /// <summary>Whether the catalog speaks about <paramref name="type"/> or a member of it.</summary>
    public bool IsInCatalog(INamedTypeSymbol type) => _builtIn?.Type(type) is not null;

    /// <summary>Whether any file says that a member of <paramref name="type"/> mutates its receiver.</summary>
    public bool HasMutations(INamedTypeSymbol type) => _project?.Type(type)?.HasMutations == true || _builtIn?.Type(type)?.HasMutations == true;
}
