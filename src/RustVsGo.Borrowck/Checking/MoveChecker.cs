using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.MovePaths;

namespace RustVsGo.Borrowck.Checking;

/// <summary>Holds the use of a place against what was moved out of it (rustc's <c>check_if_path_or_subpath_is_moved</c> and <c>report_use_of_moved_or_uninitialized</c>).</summary>
internal sealed class MoveChecker
{
    private readonly Body _body;
    private readonly MoveData? _moves;
    private readonly ErrorBuffer _errors;
    private readonly HashSet<(string Moves, Place Used, int Origin)> _told = new();
    private MoveSiteFinder? _moveSites;

    public MoveChecker(Body body, MoveData? moves, ErrorBuffer errors)
    {
        _body = body;
        _moves = moves;
        _errors = errors;
    }

    /// <summary>The move paths that may have no value before the statement that is looked at; null where nothing is moved.</summary>
    public BitSet? State { get; set; }

    /// <summary>As below; what was given away under a name is gone under that name first.</summary>
    public void Check(Place place, Place? through, int origin, Point point, UseAfterMoveKind use)
    {
        if (through is not { } name || !Check(name, origin, point, use))
        {
            Check(place, origin, point, use);
        }
    }

    /// <summary>Neither the place, nor one around it, nor one inside it may have lost its value (rustc's <c>check_if_path_or_subpath_is_moved</c>).</summary>
    public bool Check(Place place, int origin, Point point, UseAfterMoveKind use, bool wholeOnly = false)
    {
        if (State is null)
        {
            return false;
        }

        var path = _moves!.Closest(place, out var isExact);
        if (path < 0)
        {
            return false;
        }

        for (var current = path; current >= 0; current = _moves.Paths[current].Parent)
        {
            if (State[current])
            {
                ReportMoved(place, _moves.Paths[path].Place, path, origin, point, use);
                return true;
            }
        }

        if (isExact && !wholeOnly && _moves.FindInside(State, path) is >= 0 and var inside)
        {
            ReportMoved(place, place, inside, origin, point, use);
            return true;
        }

        return false;
    }

    /// <summary>A part of something that is gone cannot be given a new value (rustc's <c>check_if_assigned_path_is_moved</c>).</summary>
    public void CheckAssigned(Place target, int origin, Point point)
    {
        if (State is null)
        {
            return;
        }

        for (var length = 0; length < target.Projections.Length; length++)
        {
            var prefix = target.Prefix(length);
            var path = _moves!.Closest(prefix, out var isExact);
            if (path < 0 || !isExact)
            {
                return;
            }

            if (State[path])
            {
                var isElement = target.Projections[length].Kind == ProjectionKind.Element;
                ReportMoved(
                    target.Prefix(target.Projections.Length - 1), prefix, path, origin, point, isElement ? UseAfterMoveKind.Use : UseAfterMoveKind.PartialAssignment);
                return;
            }
        }
    }

    private bool IsDroppedOnSomePathOnly(Place used, ImmutableArray<(MoveOut MoveOut, bool ThroughBackEdge)> found)
    {
        if (_body.Locals[used.Local].IsMoveType || !_moveSites!.HasPathWithoutMove)
        {
            return false;
        }

        foreach (var (moveOut, _) in found)
        {
            if (moveOut.Cause.Kind is not (MoveCauseKind.Dropped or MoveCauseKind.DroppedByKeeper))
            {
                return false;
            }
        }

        return true;
    }

    private void ReportMoved(Place used, Place moved, int path, int origin, Point point, UseAfterMoveKind use)
    {
        var found = (_moveSites ??= new MoveSiteFinder(_body, _moves!)).Find(point, path);
        if (found.IsEmpty)
        {
            return;
        }

        var key = new StringBuilder();
        var sites = ImmutableArray.CreateBuilder<MoveSite>(found.Length);
        var isPartial = false;
        var authority = BodyAuthority.Of(_body, used.Local, point);
        foreach (var (moveOut, throughBackEdge) in found)
        {
            authority = BodyAuthority.Max(authority, BodyAuthority.OfStatement(_body, moveOut.Point));
            key.Append(moveOut.Index).Append(',');
            sites.Add(new MoveSite(_body.Origins[moveOut.Origin], moveOut.Cause, throughBackEdge, moveOut.Point.Equals(point))
            {
                UseInClosure = _body.CapturedUseAt(moveOut.Point),
            });
            var movedPlace = _moves!.Paths[moveOut.Path].Place;
            isPartial |= used.IsPrefixOf(movedPlace) && !used.Equals(movedPlace);
        }

        // Each case of a `switch` looks at the one value that rustc looks at once.
        var moves = key.ToString();
        if (_errors.IsTold(moves, used) || !_told.Add((moves, used, origin)))
        {
            return;
        }

        var error = new UseAfterMove(
            _body.Origins[origin],
            PlaceName.Of(_body, moved, origin),
            use,
            isPartial,
            sites.ToImmutable().Sort(static (x, y) => x.Syntax.SpanStart.CompareTo(y.Syntax.SpanStart)),
            IsDroppedOnSomePathOnly(used, found))
        {
            Authority = authority,
            IsPassedOn = _body.Blocks[point.Block].Statements[point.Statement] is Use { IsPassedOn: true } or Assign { Value: Read { Operand.Kind: OperandKind.Copy } } or Assign { Value: Borrow { TwoPhase: false } },
            HasPathWithoutMove = _moveSites.HasPathWithoutMove,
            Binding = Binding.Of(_body.Locals[moved.Local]),
            UseInClosure = _body.CapturedUseAt(point),
            CapturedMoves = CapturedMovesOf(moved),
        };
        _errors.Add(moves, used, error);
    }

    private ImmutableArray<(SyntaxNode, string)> CapturedMovesOf(Place moved)
    {
        if (_body.Locals[moved.Local].Type?.TypeKind != TypeKind.Delegate)
        {
            return ImmutableArray<(SyntaxNode, string)>.Empty;
        }

        var moves = ImmutableArray.CreateBuilder<(SyntaxNode, string)>();
        foreach (var (move, _) in CapturedMoveFinder.Find(_body, moved.Local))
        {
            moves.Add((move.Syntax, PlaceName.Of(move)));
        }

        return moves.ToImmutable();
    }
}
