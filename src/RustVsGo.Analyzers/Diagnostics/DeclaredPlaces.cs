using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Configuration;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>Where what a report speaks about is declared: in the sources of the compilation, or in a contract file of the project.</summary>
internal sealed class DeclaredPlaces
{
    private readonly Compilation _compilation;
    private readonly ContractModel _contracts;
    private readonly ImmutableArray<AdditionalText> _files;

    public DeclaredPlaces(Compilation compilation, ContractModel contracts, ImmutableArray<AdditionalText> files)
    {
        _compilation = compilation;
        _contracts = contracts;
        _files = files;
    }

    /// <returns>The name in the declaration of <paramref name="symbol"/>; null where no tree of the compilation has it.</returns>
    /// <remarks>What another project declares has a place in source too, but none that a diagnostic of this compilation may point at.</remarks>
    public Location? Of(ISymbol? symbol) =>
        symbol is { IsImplicitlyDeclared: false, Locations: { IsEmpty: false } locations } && locations[0].SourceTree is { } tree && _compilation.ContainsSyntaxTree(tree)
            ? locations[0]
            : null;

    /// <summary>Whether it is the built-in catalog that says what <paramref name="taker"/> takes.</summary>
    public bool IsInCatalog(ISymbol taker) => _contracts.LineAbout(taker) is { Authority: Authority.Catalog };

    /// <returns>The words in a contract file of the project that say what <paramref name="taker"/> takes, a parameter or a method that takes its receiver; or null.</returns>
    public Location? InFile(ISymbol taker) =>
        _contracts.LineAbout(taker) is { Authority: Authority.Stated } part ? ProjectContracts.LocationOf(part.Path, part.Span, _files) : null;
}
