using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Configuration;

/// <summary>The contract files among a project's additional files.</summary>
internal static class ProjectContracts
{
    /// <summary>Whether there is one.</summary>
    public static bool Any(ImmutableArray<AdditionalText> files)
    {
        foreach (var file in files)
        {
            if (ContractFile.IsContractFile(file.Path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads them, in the order of their paths: that is the order in which they count, wherever the project was built.</summary>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public static ImmutableArray<ContractFile> Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var sorted = new List<AdditionalText>();
        foreach (var file in files)
        {
            if (ContractFile.IsContractFile(file.Path))
            {
                sorted.Add(file);
            }
        }

        sorted.Sort(static (x, y) => string.CompareOrdinal(x.Path, y.Path));
        var read = ImmutableArray.CreateBuilder<ContractFile>(sorted.Count);
        foreach (var file in sorted)
        {
            read.Add(ContractFileParser.Parse(file.Path, file.GetText(cancellation), Authority.Stated, cancellation));
        }

        return read.MoveToImmutable();
    }
}
