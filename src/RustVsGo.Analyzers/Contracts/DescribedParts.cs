using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>About which parts of a member somebody says something already: an attribute, a contract file, the catalog, another vocabulary.</summary>
internal sealed class DescribedParts
{
    private readonly ContractModel _contracts;

    /// <param name="compilation">The compilation that uses the members.</param>
    /// <param name="options">Its options and additional files.</param>
    /// <param name="tree">The tree whose options hold.</param>
    public DescribedParts(Compilation compilation, AnalyzerOptions options, SyntaxTree tree) =>
        _contracts = CompilationState.Of(compilation, options).For(tree).Contracts;

    /// <summary>Whether the file at <paramref name="path"/> is a contract file.</summary>
    public static bool IsContractFile(string path) => ContractFile.IsContractFile(path);

    public bool HasReceiver(IMethodSymbol method) => Has(method, ContractPartKind.Receiver);

    public bool HasResult(IMethodSymbol method) => Has(method, ContractPartKind.Return);

    public bool HasParameter(IMethodSymbol method, int ordinal) => Has(method, ContractPartKind.Parameter, ordinal);

    private bool Has(IMethodSymbol method, ContractPartKind kind, int ordinal = -1) => _contracts.AuthorityAbout(method, kind, ordinal) != Authority.Default;
}
