using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Ir;

/// <summary>The place in a nested function's body that moves something it captures.</summary>
/// <param name="Syntax">The moved expression.</param>
/// <param name="Root">The captured variable; null for <c>this</c>.</param>
/// <param name="Projections">The way from it to what is moved.</param>
/// <param name="Cause">What takes it.</param>
public sealed record CapturedMove(SyntaxNode Syntax, ISymbol? Root, ImmutableArray<Projection> Projections, MoveCause Cause);
