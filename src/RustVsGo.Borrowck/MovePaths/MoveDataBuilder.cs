using System;
using System.Collections.Generic;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.MovePaths;

/// <summary>
/// Gathers move paths in one walk (rustc's <c>gather_moves</c>, <c>rustc_mir_dataflow/src/move_paths/builder.rs</c>).
/// Only locals that something is moved out of get paths: the others are initialized wherever C# lets them be read.
/// A move that is not allowed is an error of its own and no move-out, so that it causes no second report.
/// </summary>
internal sealed class MoveDataBuilder
{
    private readonly Body _body;
    private readonly MoveLegality _legality;
    private readonly List<MovePath> _paths = new();
    private readonly List<MoveOut> _moveOuts = new();
    private readonly Dictionary<Point, List<int>> _moveOutsAt = new();
    private readonly Dictionary<Point, List<int>> _initsAt = new();
    private readonly Dictionary<int, int> _roots = new();
    private readonly HashSet<int> _movedLocals = new();

    private MoveDataBuilder(Body body, MoveLegality legality)
    {
        _body = body;
        _legality = legality;
    }

    /// <returns>The move data, or null when nothing is moved.</returns>
    public static MoveData? Build(Body body, MoveLegality legality)
    {
        var builder = new MoveDataBuilder(body, legality);
        if (!builder.FindMovedLocals())
        {
            return null;
        }

        builder.Gather();
        return new MoveData(builder._paths, builder._moveOuts, builder._moveOutsAt, builder._initsAt, builder._roots);
    }

    private bool FindMovedLocals()
    {
        foreach (var block in _body.ReversePostorder)
        {
            foreach (var statement in _body.Blocks[block].Statements)
            {
                if (MoveOf(statement) is { } move)
                {
                    _movedLocals.Add(move.Place.Local);
                    if (ThroughOf(statement) is { } name)
                    {
                        _movedLocals.Add(name.Local);
                    }
                }
            }
        }

        return _movedLocals.Count > 0;
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

    private void Gather()
    {
        // In the order of the blocks, as rustc: of several parts that are gone the one that was found last is told.
        var blocks = (int[])_body.ReversePostorder.Clone();
        Array.Sort(blocks);
        foreach (var index in blocks)
        {
            var statements = _body.Blocks[index].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                var point = new Point(index, i);
                if (MoveOf(statements[i]) is { } move)
                {
                    AddMoveOut(move.Place, point, statements[i].Origin, move.Cause);
                    if (ThroughOf(statements[i]) is { } name)
                    {
                        AddMoveOut(name, point, statements[i].Origin, move.Cause);
                    }
                }

                var target = statements[i] is Restore restore ? restore.Place : statements[i].Written;
                if (target is { } initialized && _movedLocals.Contains(initialized.Local))
                {
                    Add(_initsAt, point, PathOf(initialized));
                }
            }
        }
    }

    // The name under which the value was taken lost it as well.
    private static Place? ThroughOf(Statement statement) => statement switch
    {
        Assign assign => assign.Through,
        Drop drop => drop.Through,
        _ => null,
    };

    private void AddMoveOut(Place place, Point point, int origin, MoveCause cause)
    {
        Add(_moveOutsAt, point, _moveOuts.Count);
        _moveOuts.Add(new MoveOut(_moveOuts.Count, PathOf(place), point, origin, cause));
    }

    private static void Add(Dictionary<Point, List<int>> map, Point point, int item)
    {
        if (!map.TryGetValue(point, out var list))
        {
            map.Add(point, list = new List<int>(1));
        }

        list.Add(item);
    }

    private int PathOf(Place place)
    {
        if (place.IsLocal)
        {
            if (!_roots.TryGetValue(place.Local, out var root))
            {
                root = NewPath(place, parent: -1);
                _roots.Add(place.Local, root);
            }

            return root;
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
