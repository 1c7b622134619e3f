using System.Collections.Generic;
using System.Threading;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Modes;

/// <summary>
/// What each local holds at each point: owned, borrowed or plain, as last assigned (docs/ownership-model.md, section 2, "Locals").
/// In: a lowered body. Out: one mode for a local that every assignment gives the same (nearly all of them), and for the others a forward
/// data flow that joins by union.
/// </summary>
/// <remarks>
/// Rust has no such stage: there a variable's type says what it holds. <c>var x = Make();</c> gives <c>Owned</c>,
/// <c>var x = Own.Borrow(d);</c> gives <c>Shared</c>, <c>var y = x;</c> what <c>x</c> has.
/// </remarks>
internal sealed class LocalModes
{
    private readonly Body _body;
    private readonly Mode[] _everywhere;
    private readonly Dictionary<int, int> _mixed = new();
    private readonly Mode[]?[] _blockEntries;
    private readonly Mode[] _current;

    private LocalModes(Body body)
    {
        _body = body;
        _everywhere = new Mode[body.Locals.Count];
        _blockEntries = new Mode[body.Blocks.Count][];
        ComputeEverywhere();
        for (var local = 0; local < _everywhere.Length; local++)
        {
            if (IsMixed(_everywhere[local]))
            {
                _mixed.Add(local, _mixed.Count);
            }
        }

        _current = new Mode[_mixed.Count];
    }

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static LocalModes Compute(Body body, CancellationToken cancellation)
    {
        var modes = new LocalModes(body);
        if (modes._mixed.Count > 0)
        {
            modes.Solve(cancellation);
        }

        return modes;
    }

    /// <summary>The mode of <paramref name="local"/> where the walk stands.</summary>
    public Mode Of(int local) => _mixed.TryGetValue(local, out var index) ? _current[index] : _everywhere[local];

    /// <summary>Every mode that any assignment gives <paramref name="local"/>, anywhere.</summary>
    public Mode Everywhere(int local) => _everywhere[local];

    /// <summary>Sets the walk to the start of <paramref name="block"/>.</summary>
    public void Enter(int block)
    {
        for (var i = 0; i < _current.Length; i++)
        {
            _current[i] = _blockEntries[block]?[i] ?? Mode.None;
        }
    }

    /// <summary>Moves the walk past <paramref name="statement"/>.</summary>
    public void Advance(Statement statement)
    {
        if (_mixed.Count > 0 && Target(statement) is { IsLocal: true } target && _mixed.TryGetValue(target.Local, out var index))
        {
            _current[index] = ModeAfter(statement);
        }
    }

    private static bool IsMixed(Mode mode) => (mode & (mode - 1)) != 0;

    private static Place? Target(Statement statement) => statement switch
    {
        Assign assign => assign.Target,
        Call call => call.Target,
        _ => null,
    };

    private void Solve(CancellationToken cancellation)
    {
        var order = _body.ReversePostorder;
        if (order.Length == 0)
        {
            return;
        }

        _blockEntries[order[0]] = new Mode[_mixed.Count];
        foreach (var pair in _mixed)
        {
            _blockEntries[order[0]]![pair.Value] = _body.Locals[pair.Key].EntryMode;
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var block in order)
            {
                cancellation.ThrowIfCancellationRequested();
                Enter(block);
                foreach (var statement in _body.Blocks[block].Statements)
                {
                    Advance(statement);
                }

                foreach (var successor in _body.Blocks[block].Successors)
                {
                    changed |= Join(successor);
                }
            }
        }
    }

    private bool Join(int block)
    {
        var entry = _blockEntries[block];
        if (entry is null)
        {
            _blockEntries[block] = (Mode[])_current.Clone();
            return true;
        }

        var changed = false;
        for (var i = 0; i < entry.Length; i++)
        {
            var joined = entry[i] | _current[i];
            changed |= joined != entry[i];
            entry[i] = joined;
        }

        return changed;
    }

    // Every mode that any assignment can give, to a fixed point over who is assigned from whom: at most four rounds raise a local.
    private void ComputeEverywhere()
    {
        foreach (var local in _body.Locals)
        {
            _everywhere[local.Index] = local.EntryMode;
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var block in _body.Blocks)
            {
                foreach (var statement in block.Statements)
                {
                    if (Target(statement) is { IsLocal: true } target)
                    {
                        var mode = _everywhere[target.Local] | ModeAfter(statement);
                        changed |= mode != _everywhere[target.Local];
                        _everywhere[target.Local] = mode;
                    }
                }
            }
        }
    }

    private Mode ModeAfter(Statement statement)
    {
        switch (statement)
        {
            case Assign { Value: Borrow { IsInferred: true, Place: { IsIndirect: false } place } } when Of(place.Local) is Mode.None or Mode.Plain:
                return Of(place.Local);
            case Assign { Value: Borrow borrow }:
                return borrow.Kind == BorrowKind.Shared ? Mode.Shared : Mode.Exclusive;
            case Assign { Value: Fresh fresh }:
                return fresh.Mode;
            case Assign { Value: Read { Operand.IsPlainName: true } }:
                return Mode.Plain;
            case Assign { Named: { } named, Value: Read { Operand: var operand } } assign when NamedRead.Takes(assign, operand, Of(operand.Place.Local)):
                return ModeOf(operand with { Place = named });
            case Assign { Value: Read { Operand: var operand } }:
                return ModeOf(operand);
            case Call { ResultMode: not Mode.None } call:
                return call.ResultMode;
            case Call call:
                var given = Mode.None;
                foreach (var source in call.Sources)
                {
                    given |= Of(call.Arguments[source]);
                }

                return given;
            default:
                return Mode.None;
        }
    }

    private Mode ModeOf(Operand operand)
    {
        var root = Of(operand.Place.Local);
        if (operand.Place.IsLocal)
        {
            if (root.IsBorrowed() && operand is { Gives: true, IsMoveType: true })
            {
                // Taken out of a borrow, allowed or not, it is owned from there.
                return Mode.Owned;
            }

            // A plain value that is only named again stays with its owner; the new name borrows it.
            return root.IsOwned() && !operand.IsMoveType && !operand.Gives && _body.Locals[operand.Place.Local].Kind != LocalKind.Temporary ? Mode.Shared : root;
        }

        if (BorrowedMemberRead.Kind(operand.Place) is { } kind)
        {
            return kind == BorrowKind.Shared ? Mode.Shared : Mode.Exclusive;
        }

        if (!operand.Gives && root.IsBorrowed() && _body.Locals[operand.Place.Local].HoldsBorrows)
        {
            return root.IsShared() ? Mode.Shared : Mode.Exclusive;
        }

        return operand.IsMoveType && root != Mode.Plain ? Mode.Owned : Mode.Plain;
    }
}
