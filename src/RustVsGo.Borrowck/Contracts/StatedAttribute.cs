using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>One thing that is said about a part of a symbol: an attribute in code, or the same words in a contract file.</summary>
internal readonly struct StatedAttribute
{
    private readonly AttributeData? _data;
    private readonly ContractClause? _clause;

    public StatedAttribute(AttributeData data)
    {
        _data = data;
        _clause = null;
    }

    public StatedAttribute(ContractClause clause)
    {
        _data = null;
        _clause = clause;
    }

    /// <summary>The names that stand there without a name of their own (<c>[Borrowed("a", "this")]</c>).</summary>
    public ImmutableArray<string> Names => _data is null ? _clause!.Values : AttributeReader.Names(_data);

    /// <summary>The named string <paramref name="name"/>, or null where it is absent.</summary>
    public string? Text(string name) =>
        _data is not null ? AttributeReader.Named<string>(_data, name)
        : _clause!.Texts.TryGetValue(name, out var text) ? text
        : null;

    /// <summary>As <see cref="Text"/>, for a <see cref="bool"/>.</summary>
    public bool? Flag(string name) =>
        _data is not null ? AttributeReader.NamedBool(_data, name)
        : _clause!.Flags.TryGetValue(name, out var flag) ? flag
        : null;
}
