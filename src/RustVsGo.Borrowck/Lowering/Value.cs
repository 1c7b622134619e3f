using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// What evaluating an expression came to, before its consumer says whether it takes, borrows or merely reads it.
/// </summary>
internal readonly struct Value
{
    private Value(Place place, ITypeSymbol? type, SyntaxNode syntax, bool hasPlace, bool isUpcast = false, bool isName = false)
    {
        IsUpcast = isUpcast;
        IsName = isName;
        Place = place;
        Type = type;
        Syntax = syntax;
        HasPlace = hasPlace;
    }

    /// <summary>Whether the value lives somewhere that the body tracks; otherwise it is plain and needs nothing more.</summary>
    public bool HasPlace { get; }

    public Place Place { get; }

    /// <summary>The type before any conversion: a converted move type still is what it was.</summary>
    public ITypeSymbol? Type { get; }

    /// <summary>The expression, for the span of whatever happens to the value.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>Whether a move type was converted to a plain base, interface or <c>object</c> on the way.</summary>
    public bool IsUpcast { get; }

    /// <summary>Whether a pattern gave the place another name, which binds as it is used.</summary>
    public bool IsName { get; }

    public static Value Plain(IOperation operation) => new(default, operation.Type, operation.Syntax, hasPlace: false);

    public static Value At(Place place, IOperation operation) => new(place, operation.Type, operation.Syntax, hasPlace: true);

    public Value With(SyntaxNode syntax) => new(Place, Type, syntax, HasPlace, IsUpcast, IsName);

    public Value Upcast() => new(Place, Type, Syntax, HasPlace, isUpcast: true, IsName);

    public Value Name() => new(Place, Type, Syntax, HasPlace, IsUpcast, isName: true);
}
