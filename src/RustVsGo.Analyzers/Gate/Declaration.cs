using System;
using System.Collections.Immutable;

namespace RustVsGo.Analyzers.Gate;

/// <summary>What a declaration is, as far as names that lead to ownership go.</summary>
internal enum DeclarationKind : byte
{
    Type,
    Delegate,
    Alias,
    Method,

    /// <summary>A field, property or event.</summary>
    Data,

    /// <summary>A member that is reached without its name: an indexer, an operator, <c>GetEnumerator</c>, <c>Deconstruct</c>.</summary>
    Unnamed,
}

/// <summary>The names that one declaration is made of: strings alone, so that it outlives its compilation.</summary>
/// <param name="Kind">What it declares.</param>
/// <param name="Name">The declared name; empty where it has none.</param>
/// <param name="Type">The name of the type around it; empty where there is none.</param>
/// <param name="Attributes">The simple names of its attributes, those of its parameters and type parameters among them.</param>
/// <param name="Mentions">The names in its signature: types, bases, constraints, the target of an alias.</param>
/// <param name="IsStored">Whether it is a field or an auto-property.</param>
internal sealed record Declaration(
    DeclarationKind Kind, string Name, string Type, ImmutableArray<string> Attributes, ImmutableArray<string> Mentions, bool IsStored)
{
    public bool Equals(Declaration? other) =>
        other is not null && Kind == other.Kind && Name == other.Name && Type == other.Type && IsStored == other.IsStored
        && Attributes.AsSpan().SequenceEqual(other.Attributes.AsSpan()) && Mentions.AsSpan().SequenceEqual(other.Mentions.AsSpan());

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
