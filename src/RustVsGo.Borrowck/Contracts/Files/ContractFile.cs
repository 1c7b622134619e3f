using System.Collections.Immutable;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>A contract file that was read: the lines that count, and why others do not.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Lines">What counts.</param>
/// <param name="Errors">What does not, in the order of the text.</param>
public sealed record ContractFile(string Path, ImmutableArray<ContractLine> Lines, ImmutableArray<ContractFileError> Errors)
{
    /// <summary>How the name of a contract file ends.</summary>
    public const string Extension = ".ownership.txt";

    /// <summary>Whether the file at <paramref name="path"/> is a contract file.</summary>
    public static bool IsContractFile(string path) => path.EndsWith(Extension, System.StringComparison.OrdinalIgnoreCase);
}
