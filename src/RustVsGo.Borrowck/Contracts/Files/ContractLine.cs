using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>One line of a contract file: a member and what is said about its parts.</summary>
/// <param name="Id">The documentation-comment id.</param>
/// <param name="Parts">What is said, in the order of the line.</param>
/// <param name="Span">Where the id stands.</param>
public sealed record ContractLine(string Id, ImmutableArray<ContractPart> Parts, TextSpan Span)
{
    /// <summary>What is said about a part, or null.</summary>
    public ContractPart? Find(ContractPartKind kind, string name)
    {
        foreach (var part in Parts)
        {
            if (part.Kind == kind && part.Name == name)
            {
                return part;
            }
        }

        return null;
    }
}
