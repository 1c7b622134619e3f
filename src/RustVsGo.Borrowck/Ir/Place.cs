using System;
using System.Collections.Immutable;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// Where a value lives: a local of the body and the way from it, as in rustc's <c>mir::Place</c>.
/// <c>config.Inner</c> is <c>_1.Inner</c>; the same through a borrow <c>r</c> is <c>(*_2).Inner</c>.
/// </summary>
public readonly struct Place : IEquatable<Place>
{
    private readonly ImmutableArray<Projection> _projections;

    public Place(int local)
        : this(local, ImmutableArray<Projection>.Empty)
    {
    }

    public Place(int local, ImmutableArray<Projection> projections)
    {
        Local = local;
        _projections = projections;
    }

    /// <summary>Index into <see cref="Body.Locals"/>.</summary>
    public int Local { get; }

    public ImmutableArray<Projection> Projections => _projections.IsDefault ? ImmutableArray<Projection>.Empty : _projections;

    /// <summary>Whether the place is the whole local.</summary>
    public bool IsLocal => _projections.IsDefaultOrEmpty;

    /// <summary>Whether some step goes through a borrow or a <c>ref</c>.</summary>
    public bool IsIndirect
    {
        get
        {
            foreach (var projection in Projections)
            {
                if (projection.Kind == ProjectionKind.Deref)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether some step goes to an element of an array.</summary>
    public bool HasElement
    {
        get
        {
            foreach (var projection in Projections)
            {
                if (projection.Kind == ProjectionKind.Element)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether some step goes through a shared borrow.</summary>
    public bool IsBehindShared => IsThroughShared(from: 0);

    /// <summary>As <see cref="IsBehindShared"/>, apart from the borrow that the local itself is.</summary>
    public bool IsBehindSharedInside => IsThroughShared(from: 1);

    private bool IsThroughShared(int from)
    {
        for (var i = from; i < Projections.Length; i++)
        {
            if (Projections[i].IsThroughShared)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether both are the same place, told at a glance: two that were made apart may be equal and not the same.</summary>
    internal bool IsSame(Place other) => Local == other.Local && _projections == other._projections;

    public Place Project(Projection projection) => new(Local, Projections.Add(projection));

    /// <summary>The first <paramref name="length"/> steps of this place.</summary>
    public Place Prefix(int length) => new(Local, Projections.RemoveRange(length, Projections.Length - length));

    /// <summary>Whether <paramref name="other"/> is this place or lies inside it.</summary>
    public bool IsPrefixOf(Place other)
    {
        if (Local != other.Local || Projections.Length > other.Projections.Length)
        {
            return false;
        }

        for (var i = 0; i < Projections.Length; i++)
        {
            if (!Projections[i].Equals(other.Projections[i]))
            {
                return false;
            }
        }

        return true;
    }

    public bool Equals(Place other) => Projections.Length == other.Projections.Length && IsPrefixOf(other);

    public override bool Equals(object? obj) => obj is Place other && Equals(other);

    public override int GetHashCode()
    {
        var hash = Local;
        foreach (var projection in Projections)
        {
            hash = unchecked((hash * 31) + projection.GetHashCode());
        }

        return hash;
    }
}
