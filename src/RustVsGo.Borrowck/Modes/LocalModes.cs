using System.Collections.Generic;
using System.Threading;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Dataflow;
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
internal sealed class LocalModes : IAnalysis
{
    private const int BitsPerMode = 8;

    private readonly Body _body;
    private readonly Mode[] _everywhere;
    private readonly Dictionary<int, int> _mixed = new();
    private readonly List<(int Name, int Source)> _namedAgain = new();
    private Segmented<BitSet?>? _blockEntries;
    private BitSet _current = new();

    private LocalModes(Body body)
    {
        _body = body;
        _everywhere = new Mode[body.Locals.Count];
        ComputeEverywhere();
        for (var local = 0; local < _everywhere.Length; local++)
        {
            if (IsMixed(_everywhere[local]))
            {
                _mixed.Add(local, _mixed.Count);
            }
        }
    }

    bool IAnalysis.IsBackward => false;

    int IAnalysis.DomainSize => _mixed.Count * BitsPerMode;

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static LocalModes Compute(Body body, FlowGraph graph, CancellationToken cancellation)
    {
        var modes = new LocalModes(body);
        if (modes._mixed.Count > 0)
        {
            modes._blockEntries = Worklist.Solve(modes, graph, cancellation);
            modes._current = new BitSet();
        }

        return modes;
    }

    /// <summary>The mode of <paramref name="local"/> where the walk stands.</summary>
    public Mode Of(int local) => _mixed.TryGetValue(local, out var index)
        ? (Mode)(_current.Word(index * BitsPerMode / 64) >> (index * BitsPerMode % 64))
        : _everywhere[local];

    /// <summary>Every mode that any assignment gives <paramref name="local"/>, anywhere.</summary>
    public Mode Everywhere(int local) => _everywhere[local];

    /// <summary>The variables that are given the plain value of another one, which keeps it, with that other one.</summary>
    public IReadOnlyList<(int Name, int Source)> NamedAgain => _namedAgain;

    /// <summary>Sets the walk to the start of <paramref name="block"/>.</summary>
    public void Enter(int block)
    {
        if (_blockEntries?[block] is { } entry)
        {
            _current.CopyFrom(entry);
        }
    }

    /// <summary>Moves the walk past <paramref name="statement"/>.</summary>
    public void Advance(Statement statement)
    {
        if (_mixed.Count > 0 && statement.Written is { IsLocal: true } target && _mixed.TryGetValue(target.Local, out var index))
        {
            Set(index, ModeAfter(statement));
        }
    }

    void IAnalysis.InitializeBoundary(BitSet state, int block)
    {
        _current = state;
        foreach (var pair in _mixed)
        {
            Set(pair.Value, _body.Locals[pair.Key].EntryMode);
        }
    }

    void IAnalysis.Apply(BitSet state, int block, int statement)
    {
        _current = state;
        Advance(_body.Blocks[block].Statements[statement]);
    }

    private void Set(int index, Mode mode)
    {
        var word = index * BitsPerMode / 64;
        var shift = index * BitsPerMode % 64;
        _current.SetWord(word, (_current.Word(word) & ~(((1UL << BitsPerMode) - 1) << shift)) | ((ulong)mode << shift));
    }

    private static bool IsMixed(Mode mode) => (mode & (mode - 1)) != 0;

    // Every mode that any assignment can give, to a fixed point over who is assigned from whom. In the order of the blocks a local is
    // nearly always written before it is read; only where one was read too early its readers are followed again.
    private void ComputeEverywhere()
    {
        foreach (var local in _body.Locals)
        {
            _everywhere[local.Index] = local.EntryMode;
        }

        var isRead = new bool[_everywhere.Length];
        var raised = new Queue<int>();
        foreach (var block in _body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement.Written is { IsLocal: true })
                {
                    foreach (var read in ModeSources.Of(statement))
                    {
                        isRead[read] = true;
                    }

                    Raise(statement, isRead, raised);
                    if (statement is Assign { Target.Local: var name, Value: Read { Operand: { IsMoveType: false, Gives: false, Place: { IsLocal: true, Local: var source } } } }
                        && _body.Locals[name] is { Kind: LocalKind.Variable, IsRef: false }
                        && !_body.Locals[source].IsTransient)
                    {
                        _namedAgain.Add((name, source));
                    }
                }
            }
        }

        if (raised.Count > 0)
        {
            Follow(raised, isRead);
        }
    }

    private void Follow(Queue<int> raised, bool[] isRead)
    {
        var statements = new List<Statement>();
        var readers = new ListsByNumber<int>(_everywhere.Length);
        foreach (var block in _body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                if (statement.Written is { IsLocal: true })
                {
                    foreach (var read in ModeSources.Of(statement))
                    {
                        readers.Add(read, statements.Count);
                    }

                    statements.Add(statement);
                }
            }
        }

        while (raised.Count > 0)
        {
            foreach (var reader in readers[raised.Dequeue()])
            {
                Raise(statements[reader], isRead, raised);
            }
        }
    }

    private void Raise(Statement statement, bool[] isRead, Queue<int> raised)
    {
        var local = statement.Written!.Value.Local;
        var mode = _everywhere[local] | ModeAfter(statement);
        if (mode != _everywhere[local])
        {
            _everywhere[local] = mode;
            if (isRead[local])
            {
                raised.Enqueue(local);
            }
        }
    }

    private Mode ModeAfter(Statement statement)
    {
        switch (statement)
        {
            case Assign { Value: Borrow { IsInferred: true, Place: { IsIndirect: false } place } } when Of(place.Local).IsPlain():
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
            case Call { IsOfDelegate: true } call:
                return Of(call.Arguments[0]).Lent() ?? call.ResultMode;
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

        return !operand.IsMoveType || root == Mode.Plain ? Mode.Plain
            : root.IsPlain() && root.IsUnowned() ? Mode.Unowned
            : Mode.Owned;
    }
}
