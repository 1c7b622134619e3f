using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
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

    /// <summary>A stretch of the contract file at <paramref name="path"/>; its beginning where the file is not what was read.</summary>
    public static Location LocationOf(string path, TextSpan span, ImmutableArray<AdditionalText> files)
    {
        foreach (var file in files)
        {
            if (file.Path == path && file.GetText() is { } text && span.End <= text.Length)
            {
                return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
            }
        }

        return Location.Create(path, default, default);
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
