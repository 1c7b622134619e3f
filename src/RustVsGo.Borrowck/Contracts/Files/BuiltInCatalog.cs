using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>The contract files that ship inside the analyzer, one a family of the base library (docs/contracts.md).</summary>
public static class BuiltInCatalog
{
    // What stands in the assembly never changes, and every compilation asks for it: an editor makes one with each key.
    private static readonly Lazy<ImmutableArray<ContractFile>> s_files = new(ReadAll, LazyThreadSafetyMode.ExecutionAndPublication);

    private static readonly Lazy<Catalog> s_lines = new(static () => Catalog.Create(Read()), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>All of them; read once.</summary>
    public static ImmutableArray<ContractFile> Read() => s_files.Value;

    /// <summary>The lines of <paramref name="files"/> by their types, for the symbols of one compilation; those of all that ship are sorted once.</summary>
    internal static Catalog CatalogOf(ImmutableArray<ContractFile> files) => files == Read() ? s_lines.Value.WithoutSymbols() : Catalog.Create(files);

    private static ImmutableArray<ContractFile> ReadAll()
    {
        var assembly = typeof(BuiltInCatalog).Assembly;
        var files = ImmutableArray.CreateBuilder<ContractFile>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (ContractFile.IsContractFile(name) && assembly.GetManifestResourceStream(name) is { } stream)
            {
                using (stream)
                {
                    files.Add(ContractFileParser.Parse(name, SourceText.From(stream), Authority.Catalog, CancellationToken.None));
                }
            }
        }

        return files.ToImmutable();
    }
}
