using System.Collections.Generic;
using System.Threading;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Which live local may hold which loan at each point. A loan is live where a live local may hold it: that is what makes the checker
/// location-sensitive, as Polonius is, without solving for regions.
/// In: loans, holders, liveness. Out: a cursor that walks a block statement by statement.
/// </summary>
/// <remarks>
/// <code>
/// var r = a.View();        // {r: L0(a)}
/// if (c) r = b.View();     // {r: L1(b)}: writing r ends what it held
/// See(r);                  // {r: L0(a), r: L1(b)} before, {} afterwards: r is dead
/// </code>
/// States hold only pairs of live locals, so that what nobody uses any more conflicts with nothing, and no loans through a borrow that is dead:
/// a chain of reborrows (<c>b.Add(1).Add(2)</c>) holds what it began with, not every link. A statement changes what the locals that it names
/// hold; nothing else is looked at.
/// </remarks>
internal sealed partial class HeldLoans
{
    private static readonly BorrowKind[] s_kinds = [BorrowKind.Shared, BorrowKind.Exclusive];

    private readonly Body _body;
    private readonly LoanSet _loans;
    private readonly HolderEvents _events;
    private readonly Segmented<BitSet?> _liveAtEnd;
    private readonly HeldPairs _pairs;
    private readonly Segmented<BitSet?> _entries;
    private readonly BitSet _held = new();
    private readonly BitSet _nothing = new();
    private readonly List<(int Holder, int Loan)> _flows = new();
    private readonly List<int> _scratch = new();
    private readonly List<int> _pointed = new();
    private readonly BlockLiveness _liveness;
    private int _block = -1;

    private HeldLoans(Body body, LoanSet loans, HolderEvents events, Segmented<BitSet?> liveAtEnd)
    {
        _body = body;
        _loans = loans;
        _events = events;
        _liveAtEnd = liveAtEnd;
        _pairs = new HeldPairs(loans, body.Locals.Count);
        _liveness = new BlockLiveness(events, liveAtEnd);
        _entries = new Segmented<BitSet?>(body.Blocks.Count, null);
    }

    private HeldLoans(HeldLoans solved)
    {
        _body = solved._body;
        _loans = solved._loans;
        _events = solved._events;
        _liveAtEnd = solved._liveAtEnd;
        _pairs = solved._pairs;
        _liveness = new BlockLiveness(_events, _liveAtEnd);
        _entries = solved._entries;
    }

    /// <summary>The pairs of a live holder and a loan where the cursor stands.</summary>
    public IEnumerable<(int Holder, int Loan)> Held => _pairs.All(_held);

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static HeldLoans Solve(Body body, LoanSet loans, FlowGraph graph, CancellationToken cancellation)
    {
        var events = HolderEvents.Of(body, Holders.Find(body, loans), loans);
        var liveness = new LiveLocals(events);
        var live = Worklist.Solve(liveness, graph, cancellation);
        var analysis = new HeldLoans(body, loans, events, live);
        analysis.Solve(graph, Worklist.Transfer(liveness, graph, live, cancellation), cancellation);
        return analysis;
    }

    /// <summary>Another cursor over the same solution.</summary>
    public HeldLoans NewCursor() => new(this);

    /// <summary>Sets the cursor to the start of <paramref name="block"/>.</summary>
    public void Enter(int block)
    {
        _block = block;
        _liveness.Enter(block);
        _held.CopyFrom(_entries[block] ?? _nothing);
    }

    /// <summary>Moves the cursor past the statement with the number <paramref name="index"/> of the current block.</summary>
    public void Advance(int index)
    {
        if (!_events.MayChange(_block, index))
        {
            return;
        }

        var statement = _body.Blocks[_block].Statements[index];

        // What flows is what was held before the statement; writing a local ends what that local held.
        _flows.Clear();
        foreach (var (from, to) in LoanFlow.Of(statement))
        {
            AddFlow(statement, from, to, index);
        }

        foreach (var (from, through) in LoanFlow.StoredThrough(statement))
        {
            _pointed.Clear();
            _pairs.AddLoansOf(_held, through, _pointed);
            foreach (var pointed in _pointed)
            {
                var pointer = _loans.Loans[pointed];
                if (!pointer.IsUniversal && PointsInto.MayPoint(_body, through, pointer) && !IsBehindVariable(through, pointer, _pointed))
                {
                    AddFlow(statement, from, pointer.Place.Local, index, isStore: true);
                }
            }
        }

        // `cur = Own.BorrowMut(cur.Next)`: what is borrowed through the old value of `cur` cannot be reached through it any more.
        var written = LocalAccess.Written(statement);
        if (written is { } target)
        {
            if (target.IsLocal && !_body.HoldsToTheEnd(target.Local))
            {
                _pairs.RemoveHolder(_held, target.Local);
            }

            _pairs.RemoveKilled(_held, target);
        }

        foreach (var (holder, loan) in _flows)
        {
            if (_liveness.IsLive(holder, index + 1) && !(written is { } place && PlacesConflict.IsKilledBy(_loans.Loans[loan].Place, place)))
            {
                _held.Add(_pairs.Number(holder, loan));
            }
        }

        if (statement is Drop { Place: { IsLocal: true } dropped })
        {
            LetGo(dropped.Local);
        }

        // No other local can be read for the last time here.
        var (start, end) = _events.At(_block, index);
        for (var i = start; i < end; i++)
        {
            if (_events[i] is { IsRead: true, Holder: var holder } && !_liveness.IsLive(_events.Holders[holder], index + 1))
            {
                Forget(_held, _events.Holders[holder], index + 1, liveAtEntry: null);
            }
        }
    }

    /// <summary>The loans that <paramref name="holder"/> may hold where the cursor stands.</summary>
    public List<int> LoansHeldBy(int holder)
    {
        var loans = new List<int>();
        AddLoansHeldBy(holder, loans);
        return loans;
    }

    /// <summary>Lists the loans that <paramref name="holder"/> may hold where the cursor stands.</summary>
    public void AddLoansHeldBy(int holder, List<int> loans) => _pairs.AddLoansOf(_held, holder, loans);

    /// <summary>The loans of the given kind that borrow from <paramref name="local"/> where the cursor stands, each with who may hold it.</summary>
    public HeldPairs.PairsOfLocal On(int local, BorrowKind kind) => _pairs.On(_held, local, kind);

    /// <summary>Whether <paramref name="holder"/> may hold <paramref name="loan"/> where the cursor stands.</summary>
    public bool Holds(int holder, int loan) => _pairs.Contains(_held, holder, loan);

    /// <summary>
    /// Whether <paramref name="local"/> is read at or after the statement with the number <paramref name="index"/> before it is written;
    /// no statement that the cursor is past.
    /// </summary>
    public bool IsLive(int local, int index) => _liveness.IsLive(local, index);

    // A function that assigns a variable which it captured stores in that variable, not in what the variable borrows.
    private bool IsBehindVariable(int through, Loan pointer, List<int> heldByThrough)
    {
        if (pointer.IsDirect)
        {
            return false;
        }

        foreach (var held in heldByThrough)
        {
            if (_loans.Loans[held] is { IsDirect: true, IsCapture: true } direct && direct.Holder == through)
            {
                return true;
            }
        }

        return false;
    }

    private void AddFlow(Statement statement, int from, int to, int index, bool isStore = false)
    {
        if (from >= 0)
        {
            _scratch.Clear();
            _pairs.AddLoansOf(_held, from, _scratch);
            var isGiven = statement is Assign { Value: Read { Operand: { Kind: OperandKind.Move, Gives: true, Cause.Kind: MoveCauseKind.Argument or MoveCauseKind.Receiver } } };
            var isOfDelegate = statement is Call { IsOfDelegate: true };
            foreach (var loan in _scratch)
            {
                // With a keeper that is given away goes what it keeps; of what a delegate captured its result holds what its body returns.
                if (!(isGiven && _loans.Loans[loan].Strength == LoanStrength.Keeps) && !(isOfDelegate && !IsReturnedByDelegate(loan))
                    && !(isStore && !LoanFlow.IsStored(statement, _body.Locals[_loans.Loans[loan].Root])) && !IsOfItself(_loans.Loans[loan], to))
                {
                    _flows.Add((to, loan));
                }
            }
        }
        else if (_loans.At(new Point(_block, index)) is { } opened)
        {
            _flows.Add((to, opened.Index));
        }
    }

    // A function that `this` has, or a collection of `this`, lives no longer than what it captured of `this`.
    private bool IsOfItself(Loan loan, int to)
    {
        if (!loan.IsCapture || _body.Locals[loan.Place.Local].Kind != LocalKind.This)
        {
            return false;
        }

        return loan.Place.Local == (_body.Locals[to].Kind == LocalKind.Referent ? _body.Locals[to].ReferredFrom : to);
    }

    // Of what a captured variable held when the function was made, that is: of what it ever holds.
    private bool IsReturnedByDelegate(int loan)
    {
        if (_loans.Loans[loan].IsReturned)
        {
            return true;
        }

        foreach (var captured in _loans.CapturedAndReturned)
        {
            if (_pairs.IsKnown(captured, loan))
            {
                return true;
            }
        }

        return false;
    }

    // What a keeper kept is dropped with it.
    private void LetGo(int keeper)
    {
        foreach (var loan in LoansHeldBy(keeper))
        {
            if (_loans.Loans[loan].Strength == LoanStrength.Keeps)
            {
                _held.Remove(_pairs.Number(keeper, loan));
            }
        }
    }

    // Nobody reads `local` any more: what it held it holds no longer. With it go loans that nothing can conflict with from here on.
    private void Forget(BitSet state, int local, int index, BitSet? liveAtEntry)
    {
        _scratch.Clear();
        _pairs.AddLoansOf(state, local, _scratch);
        _pairs.RemoveHolder(state, local);
        foreach (var held in _scratch)
        {
            if (_loans.Loans[held] is { IsUniversal: false } loan && loan.Holder == local)
            {
                ForgetThrough(state, loan.Place.Local, index, liveAtEntry);
            }
        }

        ForgetThrough(state, local, index, liveAtEntry);
    }

    // What was borrowed through a borrow that nobody reads any more is touched no more by way of it; writing or ending the borrow itself touches
    // nothing behind it. A reservation touches it once more, where it begins.
    private void ForgetThrough(BitSet state, int local, int index, BitSet? liveAtEntry)
    {
        if (!IsDead(local, index, liveAtEntry) || IsReserved(state, local, index, liveAtEntry))
        {
            return;
        }

        foreach (var kind in s_kinds)
        {
            foreach (var (_, held) in _pairs.On(state, local, kind))
            {
                var loan = _loans.Loans[held];
                if (IsThroughBorrow(loan) && IsDead(loan.Holder, index, liveAtEntry))
                {
                    _pairs.RemoveLoan(state, loan);
                }
            }
        }
    }

    private bool IsReserved(BitSet state, int local, int index, BitSet? liveAtEntry)
    {
        foreach (var kind in s_kinds)
        {
            foreach (var (_, held) in _pairs.On(state, local, kind))
            {
                if (_loans.Loans[held] is { TwoPhase: true } reserved && !IsDead(reserved.Holder, index, liveAtEntry))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // As long as the local that such a loan was taken into is read, the loan says what that local points into; that something points into what is
    // around a nested function matters to its end.
    private bool IsThroughBorrow(Loan loan) =>
        !loan.IsCapture
        && !_body.Locals[loan.Place.Local].IsFromAround
        && loan.Strength != LoanStrength.Keeps
        && !loan.Place.IsLocal
        && loan.Place.Projections[0].Kind == ProjectionKind.Deref;

    private bool IsDead(int local, int index, BitSet? liveAtEntry) =>
        _events.Holders.IndexOf(local) is >= 0 and var holder && !(liveAtEntry is null ? _liveness.IsLive(local, index) : liveAtEntry[holder]);
}
