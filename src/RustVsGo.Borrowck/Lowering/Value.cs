using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// What evaluating an expression came to, before its consumer says whether it takes, borrows or merely reads it.
/// </summary>
internal readonly record struct Value
{
    private Value(Place place, ITypeSymbol? type, SyntaxNode syntax, bool hasPlace)
    {
        Place = place;
        Type = type;
        Syntax = syntax;
        HasPlace = hasPlace;
    }

    /// <summary>Whether the value lives somewhere that the body tracks; otherwise it is plain and needs nothing more.</summary>
    public bool HasPlace { get; }

    public Place Place { get; private init; }

    /// <summary>The type before any conversion: a converted move type still is what it was.</summary>
    public ITypeSymbol? Type { get; private init; }

    /// <summary>The expression, for the span of whatever happens to the value.</summary>
    public SyntaxNode Syntax { get; private init; }

    /// <summary>Whether a move type was converted to a plain base, interface or <c>object</c> on the way.</summary>
    public bool IsUpcast { get; private init; }

    /// <summary>The place that a pattern matched, where <see cref="Place"/> is or lies in the variable that the pattern declared for it.</summary>
    public Place? Named { get; private init; }

    /// <summary>The elements of a tuple that is only matched and never built; else none.</summary>
    public ImmutableArray<Value> Parts { get; private init; }

    /// <summary>Whether the same statement puts another value into the place.</summary>
    public bool IsSwapped { get; private init; }

    public static Value Plain(IOperation operation) => new(default, operation.Type, operation.Syntax, hasPlace: false);

    public static Value At(Place place, IOperation operation) => new(place, operation.Type, operation.Syntax, hasPlace: true);

    public static Value At(Place place, ITypeSymbol? type, SyntaxNode syntax) => new(place, type, syntax, hasPlace: true);

    public static Value Matched(ImmutableArray<Value> parts, IOperation tuple) => Plain(tuple) with { Parts = parts };

    /// <summary>A part of this value.</summary>
    public Value Project(Projection step, ITypeSymbol? type, SyntaxNode syntax) =>
        new(Place.Project(step), type, syntax, HasPlace) { Named = Named is { } named ? named.Project(step) : null };

    public Value With(SyntaxNode syntax) => this with { Syntax = syntax };

    public Value With(ITypeSymbol? type, SyntaxNode syntax) => this with { Type = type, Syntax = syntax };

    public Value Upcast() => this with { IsUpcast = true };

    public Value Naming(Place named) => this with { Named = named };

    public Value Swapped() => this with { IsSwapped = true };
}
