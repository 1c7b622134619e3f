using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>One place of a declaration that attributes stand on, with all that stand there.</summary>
internal readonly struct Part
{
    public Part(PartKind kind, ISymbol symbol, ImmutableArray<AttributeData> attributes)
    {
        Kind = kind;
        Symbol = symbol;
        Attributes = VocabularyAttribute.InSourceOrder(attributes);
    }

    public PartKind Kind { get; }

    /// <summary>What is declared; for a result the method.</summary>
    public ISymbol Symbol { get; }

    public ImmutableArray<AttributeData> Attributes { get; }

    /// <summary>The type of the values that pass here; null where none do.</summary>
    public ITypeSymbol? ValueType => Symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method when Kind == PartKind.Return => method.ReturnType,
        IFieldSymbol stored => stored.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    public RefKind RefKind => Symbol switch
    {
        IParameterSymbol parameter => parameter.RefKind,
        IMethodSymbol method when Kind == PartKind.Return => method.RefKind,
        IFieldSymbol stored => stored.RefKind,
        IPropertySymbol property => property.RefKind,
        _ => RefKind.None,
    };

    /// <summary>The member whose signature this is a part of.</summary>
    public ISymbol Member => Symbol is IParameterSymbol or ITypeParameterSymbol ? Symbol.ContainingSymbol : Symbol;

    /// <summary>The parameters of that member, which attributes may name.</summary>
    public ImmutableArray<IParameterSymbol> Parameters => Member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => ImmutableArray<IParameterSymbol>.Empty,
    };

    /// <summary>Whether there is an object that <c>"this"</c> can mean: a receiver, the new object, the first parameter of an extension method.</summary>
    public bool HasThis => Member switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke } => false,
        IMethodSymbol { IsExtensionMethod: true } => true,
        _ => !Member.IsStatic,
    };

    /// <summary>Whether the part is storage: a field or an auto-property.</summary>
    public bool IsStorage => Symbol is IFieldSymbol || (Symbol is IPropertySymbol property && FieldLike.IsAutoProperty(property));

    /// <summary>Whether a value of the part is a struct that is copied on its way.</summary>
    public bool IsByValueStruct => RefKind == RefKind.None && ValueType is { IsValueType: true };
}
