using System.Collections.Generic;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.MovePaths;

/// <summary>All move paths of a body, where values leave them and where they are initialized (rustc's <c>MoveData</c>).</summary>
internal sealed class MoveData
{
    private readonly PointNumbers _points;
    private readonly ListsByNumber<int> _moveOutsAt;
    private readonly ListsByNumber<int> _initsAt;
    private readonly int[] _roots;

    public MoveData(
        List<MovePath> paths,
        List<MoveOut> moveOuts,
        PointNumbers points,
        ListsByNumber<int> moveOutsAt,
        ListsByNumber<int> initsAt,
        int[] roots)
    {
        Paths = paths;
        MoveOuts = moveOuts;
        _points = points;
        _moveOutsAt = moveOutsAt;
        _initsAt = initsAt;
        _roots = roots;
    }

    public IReadOnlyList<MovePath> Paths { get; }

    public IReadOnlyList<MoveOut> MoveOuts { get; }

    /// <summary>The move-outs of the statement at <paramref name="point"/>.</summary>
    public ListsByNumber<int>.Items MoveOutsAt(Point point) => _moveOutsAt[_points.Of(point)];

    /// <summary>The paths that the statement at <paramref name="point"/> initializes.</summary>
    public ListsByNumber<int>.Items InitsAt(Point point) => _initsAt[_points.Of(point)];

    /// <summary>The path of <paramref name="place"/> itself, or of the closest place around it; -1 when nothing of its local ever moves.</summary>
    public int Closest(Place place, out bool isExact)
    {
        isExact = false;
        var path = _roots[place.Local];
        if (path < 0)
        {
            return -1;
        }

        var steps = place.Projections;
        for (var length = 0; length < steps.Length; length++)
        {
            var child = Child(path, steps[length]);
            if (child < 0)
            {
                return path;
            }

            path = child;
        }

        isExact = true;
        return path;
    }

    /// <summary>Adds <paramref name="path"/> and everything inside it to <paramref name="state"/>, or removes it.</summary>
    public void Set(BitSet state, int path, bool value)
    {
        if (value)
        {
            state.Add(path);
        }
        else
        {
            state.Remove(path);
        }

        for (var child = Paths[path].FirstChild; child >= 0; child = Paths[child].NextSibling)
        {
            Set(state, child, value);
        }
    }

    /// <summary>
    /// A path inside <paramref name="path"/> that is in <paramref name="state"/>, or -1. Of several it is the one that rustc finds first
    /// (<c>find_descendant</c>): one with fewer steps, then one inside the part whose path is the oldest.
    /// </summary>
    public int FindInside(BitSet state, int path)
    {
        var deeper = -1;
        for (var child = Paths[path].FirstChild; child >= 0; child = Paths[child].NextSibling)
        {
            if (state[child])
            {
                return child;
            }
        }

        for (var child = Paths[path].FirstChild; child >= 0; child = Paths[child].NextSibling)
        {
            if (FindInside(state, child) is >= 0 and var inside)
            {
                deeper = inside;
            }
        }

        return deeper;
    }

    private int Child(int path, Projection step)
    {
        for (var child = Paths[path].FirstChild; child >= 0; child = Paths[child].NextSibling)
        {
            var steps = Paths[child].Place.Projections;
            if (steps[steps.Length - 1].Equals(step))
            {
                return child;
            }
        }

        return -1;
    }
}
