using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// Finds values that nobody drops, and drops of values that belong to somebody else by then: where rustc would insert a drop, or reject one. One visit of
/// each statement with the state before it. Paths on which something is thrown count only where they are asked for.
/// </summary>
internal sealed class DropChecker
{
    private readonly Body _body;
    private readonly OwedDrops _drops;
    private readonly ErrorBuffer _errors;
    private readonly Dictionary<SyntaxNode, NotDropped> _lost = new();
    private readonly HashSet<int> _thrown = new();
    private CreationFinder? _creations;
    private int[]? _writes;

    private DropChecker(Body body, OwedDrops drops, ErrorBuffer errors)
    {
        _body = body;
        _drops = drops;
        _errors = errors;
    }

    /// <param name="body">A resolved body.</param>
    /// <param name="flow">Its shape.</param>
    /// <param name="mayNeedOthers">Whether an object of a type may go on using what it was made from.</param>
    /// <param name="followsThrown">Whether paths count on which something is thrown.</param>
    /// <param name="told">What the borrow checker tells of it: a temporary that ends under its borrow is one mistake.</param>
    /// <param name="errors">Where what is found goes.</param>
    /// <param name="cancellation">Whether the host asked to stop.</param>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static void Check(Body body, FlowGraph flow, Func<ITypeSymbol, bool> mayNeedOthers, bool followsThrown, ErrorBuffer told, ErrorBuffer errors, CancellationToken cancellation)
    {
        if (OwedDrops.Find(body, mayNeedOthers) is { } drops)
        {
            new DropChecker(body, drops, errors).Check(flow, followsThrown, told, cancellation);
        }
    }

    private void Check(FlowGraph flow, bool followsThrown, ErrorBuffer told, CancellationToken cancellation)
    {
        var order = new List<int>(_body.ReversePostorder.Length);
        foreach (var block in _body.ReversePostorder)
        {
            if (followsThrown || !_body.Blocks[block].IsUnwind)
            {
                order.Add(block);
            }
        }

        var states = Worklist.Solve(_drops, flow with { ReversePostorder = order.ToArray() }, cancellation);
        foreach (var block in order)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = states[block]!.Clone();
            var statements = _body.Blocks[block].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                Visit(statements[i], state, new Point(block, i));
                _drops.Apply(state, statements[i]);
            }

            if (_body.Blocks[block] is { IsUnwind: true, Successors.Count: 0 })
            {
                LeaveByException(state, new Point(block, statements.Count), lostAt: null);
            }
        }

        var known = _lost.Count == 0 || told.IsEmpty ? ImmutableArray<BorrowError>.Empty : told.ToSorted();
        foreach (var lost in _lost.Values)
        {
            if (!IsTold(lost, known))
            {
                _errors.Add(lost);
            }
        }
    }

    private static bool IsTold(NotDropped lost, ImmutableArray<BorrowError> known)
    {
        foreach (var error in known)
        {
            if (error is BorrowConflict { Kind: ConflictKind.DoesNotLiveLongEnough or ConflictKind.ReturnedWhileBorrowingLocal, BorrowSyntax: var borrowed } && borrowed.Span.IntersectsWith(lost.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }

    private void Visit(Statement statement, BitSet state, Point point)
    {
        switch (statement)
        {
            case StorageDead { Local: var dead } when _drops.IsLost(state, dead):
                Lose(dead, _body.Locals[dead].Kind switch
                {
                    LocalKind.Parameter => LossKind.Parameter,
                    LocalKind.Temporary => LossKind.Temporary,
                    _ => LossKind.ScopeEnds,
                }, statement, point);
                break;
            case Drop { Idempotent: true, Place: { IsLocal: true, Local: var dropped } } drop
                when _drops.IsTracked(dropped) && _drops.Is(state, dropped, OwedDrops.Fact.Given) && !_drops.Is(state, dropped, OwedDrops.Fact.Owed):
                DropAgain(drop, dropped, point);
                break;
            case Throws:
                LeaveByException(state, point, _body.Origins[statement.Origin]);
                break;
            case { Written: { IsLocal: true, Local: var written } } when _body.Locals[written].Kind is LocalKind.Variable or LocalKind.Parameter && _drops.IsLost(state, written):
                Lose(written, LossKind.Overwritten, statement, point);
                break;
        }
    }

    // What nobody handles ends the body: what its variables hold is out of reach then.
    private void LeaveByException(BitSet state, Point point, SyntaxNode? lostAt)
    {
        foreach (var local in _drops.Owed(state))
        {
            if (_body.Locals[local].Kind is LocalKind.Variable or LocalKind.Parameter && _drops.IsLost(state, local) && (_thrown.Add(local) || Writes(local) > 1))
            {
                Lose(local, LossKind.Thrown, lostAt, point);
            }
        }
    }

    // What is written once holds the same wherever it is lost: the first place that may throw says it.
    private int Writes(int local)
    {
        if (_writes is null)
        {
            _writes = new int[_body.Locals.Count];
            foreach (var block in _body.Blocks)
            {
                foreach (var statement in block.Statements)
                {
                    if (statement.Written is { IsLocal: true, Local: var written })
                    {
                        _writes[written]++;
                    }
                }
            }
        }

        return _writes[local];
    }

    private void Lose(int local, LossKind kind, Statement lost, Point point) =>
        Lose(local, kind, _body.Origins[lost is Assign { WriteOrigin: >= 0 and var write } ? write : lost.Origin], point);

    private void Lose(int local, LossKind kind, SyntaxNode? lostAt, Point point)
    {
        var (creations, holders) = (_creations ??= new CreationFinder(_body, _drops)).Find(point, local);
        var decl = _body.Locals[local];
        if (kind == LossKind.Parameter || creations.Count == 0)
        {
            if (decl is { OwesDrop: true, Symbol: IParameterSymbol { DeclaringSyntaxReferences: [var declared, ..] } parameter })
            {
                var syntax = declared.GetSyntax();
                Add(syntax, parameter.Name, kind == LossKind.Thrown ? kind : LossKind.Parameter, decl.DutyAuthority, lostAt ?? syntax, holders, made: null, decl);
            }

            return;
        }

        foreach (var creation in creations)
        {
            var made = _body.Locals[creation.Written!.Value.Local];
            var syntax = _body.Origins[creation.Origin];
            Add(syntax, decl.Name, kind, made.DutyAuthority, lostAt ?? syntax, holders, made, decl);
        }
    }

    private void Add(SyntaxNode syntax, string name, LossKind kind, Authority authority, SyntaxNode lostAt, HashSet<int> holders, LocalDecl? made, LocalDecl holder)
    {
        // A way out without an exception says more.
        if (_lost.TryGetValue(syntax, out var known) && (kind == LossKind.Thrown || (known.Kind != LossKind.Thrown && known.LostAt.SpanStart <= lostAt.SpanStart)))
        {
            return;
        }

        var (drops, gifts) = Releases(holders);
        _lost[syntax] = new NotDropped(syntax, name.Length > 0 ? name : syntax.ToString(), kind, lostAt, drops, gifts)
        {
            Authority = authority,
            Creator = made?.MadeBy,
            Type = holder.Type,
            Binding = Binding.Of(holder),
        };
    }

    private (ImmutableArray<SyntaxNode> Drops, ImmutableArray<SyntaxNode> Gifts) Releases(HashSet<int> holders)
    {
        var drops = new SortedDictionary<int, SyntaxNode>();
        var gifts = new SortedDictionary<int, SyntaxNode>();
        foreach (var block in _body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                switch (statement)
                {
                    case Drop { Place: { IsLocal: true, Local: var dropped } } when holders.Contains(dropped):
                        Add(drops, statement);
                        break;
                    case Assign { Value: Read { Operand: { Gives: true, Place: { IsLocal: true, Local: var given } } } } when holders.Contains(given) && !_body.Locals[given].IsTransient:
                        Add(gifts, statement);
                        break;
                }
            }
        }

        return (drops.Values.ToImmutableArray(), gifts.Values.ToImmutableArray());

        void Add(SortedDictionary<int, SyntaxNode> all, Statement statement) => all[_body.Origins[statement.Origin].SpanStart] = _body.Origins[statement.Origin];
    }

    private void DropAgain(Drop drop, int local, Point point)
    {
        if (new GivenFinder(_body).Find(point, local) is not { } given)
        {
            return;
        }

        _errors.Add(new DroppedTwice(_body.Origins[drop.Origin], PlaceName.Of(_body, drop.Place, drop.Origin), drop.Cause, _body.Origins[given.Statement.Origin], given.Owner)
        {
            Authority = given.Owner.Kind == MoveCauseKind.Stored ? Authority.Stated : given.Statement.Authority,
            Binding = Binding.Of(_body.Locals[local]),
        });
    }
}
