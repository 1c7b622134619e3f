using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>How a nested function needs what it captures: the weakest way that its body allows (Rust 2021 closures capture places, RFC 2229).</summary>
internal enum CaptureKind : byte
{
    Shared,
    Exclusive,

    /// <summary>By value: its body moves it.</summary>
    Value,
}

/// <summary>A place of an enclosing body that a nested function uses.</summary>
/// <param name="Root">The variable; null for <c>this</c>.</param>
/// <param name="Type">The type of the whole variable.</param>
/// <param name="Projections">The way from the variable, without the step through a <c>ref</c>.</param>
/// <param name="Kind">How it is used.</param>
/// <param name="IsAssigned">Whether the variable itself gets a new value, whatever it holds.</param>
/// <param name="Use">The first expression in the body that uses it so.</param>
/// <param name="Move">For a capture by value: the first move in the body.</param>
internal sealed record CapturedPlace(ISymbol? Root, ITypeSymbol? Type, ImmutableArray<Projection> Projections, CaptureKind Kind, bool IsAssigned, SyntaxNode Use, CapturedMove? Move)
{
    /// <summary>The place in the nested body.</summary>
    public Place Inner { get; init; }

    /// <summary>What the body may store here of its other captures.</summary>
    public ImmutableArray<CaptureFlow> Keeps { get; init; } = ImmutableArray<CaptureFlow>.Empty;

    /// <summary>Whether the body copies the shared borrow that the variable holds, and for that needs the variable itself.</summary>
    public bool IsCopied { get; init; }

    /// <summary>Whether what the body returns may borrow from it.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether what the body returns may hold what the place holds.</summary>
    public bool IsContentReturned { get; init; }

    /// <summary>The mode of what the body returns, if that may borrow from the place or hold what it holds.</summary>
    public Mode Lent { get; init; }
}
