using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>The contract files that ship inside the analyzer, one a family of the base library (docs/contracts.md).</summary>
public static class BuiltInCatalog
{
    /// <summary>Reads them all.</summary>
    public static ImmutableArray<ContractFile> Read()
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
