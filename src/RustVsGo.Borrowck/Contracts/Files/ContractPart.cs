using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>What a line of a contract file says about one part of its member.</summary>
/// <param name="Kind">Which part.</param>
/// <param name="Name">The parameter or type parameter; empty for the other parts.</param>
/// <param name="Clauses">What is said.</param>
/// <param name="Span">Where the part is named.</param>
/// <param name="Authority">The project, or the catalog.</param>
/// <param name="Path">The file.</param>
public sealed record ContractPart(ContractPartKind Kind, string Name, ImmutableArray<ContractClause> Clauses, TextSpan Span, Authority Authority, string Path)
{
    /// <summary>The clause with the class name <paramref name="name"/>, or null.</summary>
    public ContractClause? Find(string name)
    {
        foreach (var clause in Clauses)
        {
            if (clause.Name == name)
            {
                return clause;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="other"/> speaks about the same part.</summary>
    public bool IsOf(ContractPart other) => Kind == other.Kind && Name == other.Name;
}
