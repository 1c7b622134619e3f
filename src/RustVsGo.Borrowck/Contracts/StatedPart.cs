using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>All that the first who speaks about a part of a symbol says about it.</summary>
internal readonly struct StatedPart
{
    private readonly ImmutableArray<AttributeData> _attributes;
    private readonly ImmutableArray<AttributeData> _onProperty;
    private readonly ContractPart? _line;
    private readonly ContractClause? _other;

    /// <summary>What attributes say, those of an accessor before those of its property.</summary>
    public StatedPart(IMethodSymbol method, ImmutableArray<AttributeData> attributes, ImmutableArray<AttributeData> onProperty)
        : this(method, attributes, onProperty, line: null, other: null, Authority.Stated)
    {
    }

    /// <summary>What a contract file says.</summary>
    public StatedPart(IMethodSymbol method, ContractPart line)
        : this(method, ImmutableArray<AttributeData>.Empty, ImmutableArray<AttributeData>.Empty, line, other: null, line.Authority)
    {
    }

    /// <summary>What an attribute of another vocabulary says, in our words.</summary>
    public StatedPart(IMethodSymbol method, ContractClause other)
        : this(method, ImmutableArray<AttributeData>.Empty, ImmutableArray<AttributeData>.Empty, line: null, other, Authority.Stated)
    {
    }

    private StatedPart(
        IMethodSymbol method,
        ImmutableArray<AttributeData> attributes,
        ImmutableArray<AttributeData> onProperty,
        ContractPart? line,
        ContractClause? other,
        Authority authority)
    {
        Method = method;
        _attributes = attributes;
        _onProperty = onProperty;
        _line = line;
        _other = other;
        Authority = authority;
    }

    /// <summary>The declaration that it is said about: the names of parameters are its own. Null where nobody speaks.</summary>
    public IMethodSymbol? Method { get; }

    /// <summary>Who speaks; <see cref="Authority.Default"/> where nobody does.</summary>
    public Authority Authority { get; }

    /// <summary>Where a contract file speaks; null where attributes do, or nobody.</summary>
    public ContractPart? Line => _line;

    /// <summary>Whether it is said in the words of others.</summary>
    public bool IsOfOthers => _other is not null;

    /// <summary>The attribute with the class name <paramref name="name"/>, or null.</summary>
    public StatedAttribute? Find(string name)
    {
        if (Authority == Authority.Default)
        {
            return null;
        }

        if (_line is not null)
        {
            return _line.Find(name) is { } clause ? new StatedAttribute(clause) : null;
        }

        if (_other is not null)
        {
            return _other.Name == name ? new StatedAttribute(_other) : null;
        }

        return AttributeReader.Find(_attributes, name) is { } own ? new StatedAttribute(own)
            : AttributeReader.Find(_onProperty, name) is { } other ? new StatedAttribute(other)
            : null;
    }

    public bool Has(string name) => Find(name) is not null;
}
