using System;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Ir;

/// <summary>A <see cref="ProjectionKind"/> and, for a field, which one.</summary>
public readonly struct Projection : IEquatable<Projection>
{
    private Projection(ProjectionKind kind, ISymbol? member, bool isThroughShared, ElementRange elements = default)
    {
        Kind = kind;
        Member = member;
        IsThroughShared = isThroughShared;
        Elements = elements;
    }

    public static Projection Element { get; } = new(ProjectionKind.Element, null, isThroughShared: false);

    public ProjectionKind Kind { get; }

    /// <summary>The field, auto-property or captured primary-constructor parameter; null for the other kinds.</summary>
    public ISymbol? Member { get; }

    /// <summary>
    /// Of a <see cref="ProjectionKind.Deref"/>: whether the borrow is a shared one, so that nothing behind it may be changed.
    /// No part of the identity: two ways to one value are the same place.
    /// </summary>
    public bool IsThroughShared { get; }

    /// <summary>Of a <see cref="ProjectionKind.Element"/>: which.</summary>
    public ElementRange Elements { get; }

    public static Projection Field(ISymbol member) => new(ProjectionKind.Field, member, isThroughShared: false);

    public static Projection Deref(BorrowKind kind) => new(ProjectionKind.Deref, null, kind == BorrowKind.Shared);

    public static Projection ElementsAt(ElementRange elements) => new(ProjectionKind.Element, null, isThroughShared: false, elements);

    /// <summary>Whether both may lead to the same place: two elements do, unless a pattern told them apart.</summary>
    public bool MayBe(Projection other) =>
        Kind == ProjectionKind.Element && other.Kind == ProjectionKind.Element ? Elements.MayOverlap(other.Elements) : Equals(other);

    public bool Equals(Projection other) => Kind == other.Kind && Elements.Equals(other.Elements) && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public override bool Equals(object? obj) => obj is Projection other && Equals(other);

    public override int GetHashCode() => ((int)Kind * 397) ^ (Member is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(Member));
}
