using System.Collections.Immutable;

namespace RustVsGo.Borrowck.Contracts.Files;

/// <summary>One attribute as a contract file writes it.</summary>
/// <param name="Name">The class name, as in <see cref="AttributeNames"/>.</param>
/// <param name="Values">What stands there without a name, in order.</param>
/// <param name="Texts">The named strings.</param>
/// <param name="Flags">The named truth values.</param>
public sealed record ContractClause(
    string Name,
    ImmutableArray<string> Values,
    ImmutableDictionary<string, string> Texts,
    ImmutableDictionary<string, bool> Flags);
