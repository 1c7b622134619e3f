using System;
using System.Collections.Generic;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.MovePaths;

/// <summary>
/// Gathers move paths in one walk (rustc's <c>gather_moves</c>, <c>rustc_mir_dataflow/src/move_paths/builder.rs</c>).
/// Only locals that something is moved out of get paths: the others are initialized wherever C# lets them be read.
/// A move that is not allowed is an error of its own and no move-out, so that it causes no second report.
/// </summary>
internal sealed class MoveDataBuilder
{
    private const int NoPath = -1;
    private const int NothingMoves = -2;

    private readonly Body _body;
    private readonly MoveLegality _legality;
    private readonly List<MovePath> _paths = new();
    private readonly List<MoveOut> _moveOuts = new();

    // In their order, as rustc: of several parts that are gone the one that was found last is told.
    private readonly int[] _blocks;

    // By local the path of the whole.
    private readonly int[] _roots;

    // By statement, in the order of the walk, the local that is given a value or a part of one; -1 where there is none.
    private readonly Segmented<int> _written = new();

    // The moves that are allowed, in the order of the walk.
    private readonly List<(Point Point, Place Place, MoveCause Cause)> _moves = new();

    private MoveDataBuilder(Body body, MoveLegality legality)
    {
        _body = body;
        _legality = legality;
        _blocks = (int[])body.ReversePostorder.Clone();
        Array.Sort(_blocks);
        _roots = new int[body.Locals.Count];
        for (var i = 0; i < _roots.Length; i++)
        {
            _roots[i] = NothingMoves;
        }
    }

    /// <returns>The move data, or null when nothing is moved.</returns>
    public static MoveData? Build(Body body, MoveLegality legality)
    {
        var builder = new MoveDataBuilder(body, legality);
        builder.FindMoves();
        if (builder._moves.Count == 0)
        {
            return null;
        }

        return builder.Gather();
    }

    private void FindMoves()
    {
        foreach (var index in _blocks)
        {
            var statements = _body.Blocks[index].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                _written.Add(WrittenBy(statements[i])?.Local ?? -1);
                if (MoveOf(statements[i]) is { } move)
                {
                    _moves.Add((new Point(index, i), move.Place, move.Cause));
                    _roots[move.Place.Local] = NoPath;
                    if (ThroughOf(statements[i]) is { } name)
                    {
                        _roots[name.Local] = NoPath;
                    }
                }
            }
        }
    }

    private (Place Place, MoveCause Cause)? MoveOf(Statement statement)
    {
        switch (statement)
        {
            case Assign { Value: Read { Operand: { Kind: OperandKind.Move } operand } }
                when !_body.Locals[operand.Place.Local].IsTransient && _legality.Of(operand.Place) == MoveVerdict.Allowed:
                return (operand.Place, operand.Cause);
            case Drop drop when !_body.Locals[drop.Place.Local].IsTransient && !drop.Place.HasElement && _legality.MayBeDropped(drop.Place):
                return (drop.Place, drop.Cause);
            default:
                return null;
        }
    }

    private MoveData Gather()
    {
        var points = _body.Points;
        var moveOutsAt = new ListsByNumber<int>(points.Count);
        var initsAt = new ListsByNumber<int>(points.Count);
        var next = 0;
        var passed = 0;
        foreach (var index in _blocks)
        {
            var statements = _body.Blocks[index].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                var written = _written[passed++];
                var point = new Point(index, i);
                if (next < _moves.Count && _moves[next].Point.Equals(point))
                {
                    var move = _moves[next++];
                    moveOutsAt.Add(points.Of(point), AddMoveOut(move.Place, point, statements[i].Origin, move.Cause));
                    if (ThroughOf(statements[i]) is { } name)
                    {
                        moveOutsAt.Add(points.Of(point), AddMoveOut(name, point, statements[i].Origin, move.Cause));
                    }
                }

                if (written >= 0 && _roots[written] != NothingMoves && WrittenBy(statements[i]) is { } initialized)
                {
                    initsAt.Add(points.Of(point), PathOf(initialized));
                }
            }
        }

        return new MoveData(_paths, _moveOuts, points, moveOutsAt, initsAt, _roots);
    }

    private static Place? WrittenBy(Statement statement) => statement is Restore restore ? restore.Place : statement.Written;

    // The name under which the value was taken lost it as well.
    private static Place? ThroughOf(Statement statement) => statement switch
    {
        Assign assign => assign.Through,
        Drop drop => drop.Through,
        _ => null,
    };

    private int AddMoveOut(Place place, Point point, int origin, MoveCause cause)
    {
        var moveOut = new MoveOut(_moveOuts.Count, PathOf(place), point, origin, cause);
        _moveOuts.Add(moveOut);
        return moveOut.Index;
    }

    private int PathOf(Place place)
    {
        if (place.IsLocal)
        {
            if (_roots[place.Local] < 0)
            {
                _roots[place.Local] = NewPath(place, parent: -1);
            }

            return _roots[place.Local];
        }

        var parent = PathOf(place.Prefix(place.Projections.Length - 1));
        for (var child = _paths[parent].FirstChild; child >= 0; child = _paths[child].NextSibling)
        {
            if (_paths[child].Place.Equals(place))
            {
                return child;
            }
        }

        return NewPath(place, parent);
    }

    private int NewPath(Place place, int parent)
    {
        var path = new MovePath(_paths.Count, place, parent);
        _paths.Add(path);
        if (parent >= 0)
        {
            path.NextSibling = _paths[parent].FirstChild;
            _paths[parent].FirstChild = path.Index;
        }

        return path.Index;
    }
}
