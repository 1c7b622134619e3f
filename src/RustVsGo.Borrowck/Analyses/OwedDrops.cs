using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Which locals may hold a value that somebody still has to drop or give away. The counterpart of rustc's <c>MaybeInitializedPlaces</c>, from which it
/// elaborates drops (<c>rustc_mir_transform/src/elaborate_drops.rs</c>): where rustc would insert one, C# has none.
/// In: a resolved body; out: for each point and tracked local, four facts (<see cref="Fact"/>).
/// </summary>
/// <remarks>
/// <code>
/// var s = File.OpenRead(path);   // {s owed}
/// if (s.Length == 0)
///     return;                    // {s owed} at the end of its scope: RVG2001
/// s.Dispose();                   // {}
/// </code>
/// Where the catalog alone says that a value has to be dropped, whoever gets it without a contract may have taken it: no knowledge, no report.
/// </remarks>
internal sealed partial class OwedDrops : IAnalysis
{
    private const int Facts = 4;

    private readonly Body _body;
    private readonly Func<ITypeSymbol, bool> _mayNeedOthers;
    private readonly int[] _numbers;
    private readonly List<int> _locals = new();
    private readonly List<bool> _isStated = new();
    private readonly BitSet _none = new();
    private readonly List<int> _members = new();
    private readonly List<int> _owed = new();

    private OwedDrops(Body body, Func<ITypeSymbol, bool> mayNeedOthers)
    {
        _body = body;
        _mayNeedOthers = mayNeedOthers;
        _numbers = new int[body.Locals.Count];
        for (var i = 0; i < _numbers.Length; i++)
        {
            _numbers[i] = -1;
        }
    }

    /// <summary>What is known of a tracked local.</summary>
    internal enum Fact
    {
        /// <summary>It may hold a value that has to be dropped.</summary>
        Owed,

        /// <summary>It may hold something that came from elsewhere, so that nobody knows whether this body has to drop it.</summary>
        Foreign,

        /// <summary>Its value may belong to whom it was given for good: a parameter or field that owns.</summary>
        Given,

        /// <summary>A delegate has the variable, and may end whatever is put into it (<c>timer = new Timer(_ => timer.Dispose())</c>).</summary>
        Captured,
    }

    bool IAnalysis.IsBackward => false;

    int IAnalysis.DomainSize => _locals.Count * Facts;

    /// <param name="body">A resolved body.</param>
    /// <param name="mayNeedOthers">Whether an object of a type may go on using what it was made from.</param>
    /// <returns>The analysis, or null where nothing has to be dropped and nothing is dropped twice.</returns>
    public static OwedDrops? Find(Body body, Func<ITypeSymbol, bool> mayNeedOthers)
    {
        var drops = new OwedDrops(body, mayNeedOthers);
        foreach (var local in body.Locals)
        {
            if (local.OwesDrop)
            {
                drops.Track(local.Index, local.DutyAuthority == Authority.Stated);
            }
        }

        drops.FollowValues();
        return drops._locals.Count == 0 ? null : drops;
    }

    /// <summary>The locals that may hold a value that has to be dropped: good until the next call.</summary>
    public List<int> Owed(BitSet state)
    {
        _members.Clear();
        _owed.Clear();
        state.AddExcept(_none, _members);
        foreach (var member in _members)
        {
            if (member % Facts == (int)Fact.Owed)
            {
                _owed.Add(_locals[member / Facts]);
            }
        }

        return _owed;
    }

    public bool IsTracked(int local) => _numbers[local] >= 0;

    /// <summary>Whether an attribute or a file of the project says that the value of <paramref name="local"/> has to be dropped.</summary>
    public bool IsStated(int local) => _isStated[_numbers[local]];

    public bool Is(BitSet state, int local, Fact fact) => state[Bit(local, fact)];

    /// <summary>Whether a value in <paramref name="local"/> that has to be dropped is lost if nobody can get at it any more.</summary>
    public bool IsLost(BitSet state, int local) =>
        IsTracked(local) && Is(state, local, Fact.Owed) && !Is(state, local, Fact.Foreign);

    /// <summary>The local whose value <paramref name="statement"/> moves to the one that it writes; null where that gets another.</summary>
    public int? MovedFrom(Statement statement) =>
        statement is Assign { Target.IsLocal: true, Value: Read { Operand: { Kind: OperandKind.Move, Place: { IsLocal: true, Local: var from } } } } && IsTracked(from) ? from : null;

    /// <summary>Whether <paramref name="statement"/> starts a local with a value that has to be dropped.</summary>
    public bool Starts(Statement statement) =>
        statement.Written is { IsLocal: true, Local: var target } && _body.Locals[target].OwesDrop && statement is Call or Assign { Value: Fresh { Mode: Mode.Owned } };

    void IAnalysis.InitializeBoundary(BitSet state, int block)
    {
        foreach (var local in _locals)
        {
            if (_body.Locals[local] is { OwesDrop: true, Kind: LocalKind.Parameter })
            {
                state.Add(Bit(local, Fact.Owed));
            }
        }
    }

    void IAnalysis.Apply(BitSet state, int block, int statement) => Apply(state, _body.Blocks[block].Statements[statement]);

    public void Apply(BitSet state, Statement statement)
    {
        ApplyToLenders(state, statement);
        switch (statement)
        {
            case Assign assign:
                ApplyAssign(state, assign);
                break;
            case Call call:
                ApplyCall(state, call);
                break;
            case Use { IsPassedOn: true } or Use { MayEndDuty: true } when statement is Use { Place: { IsLocal: true, Local: var lent } } && IsTracked(lent) && !IsStated(lent):
                Release(state, lent);
                break;
            case Drop drop:
                ApplyDrop(state, drop);
                break;
            case Escape { Local: var stored } when IsTracked(stored):
                Release(state, stored);
                break;
            case DutyEnds { Local: var ended, IsCertain: var isCertain } when IsTracked(ended) && (isCertain || !IsStated(ended)):
                Release(state, ended);
                Forget(state, ended);
                break;
            case StorageDead { Local: var dead } when IsTracked(dead):
                Forget(state, dead);
                state.Remove(Bit(dead, Fact.Captured));
                break;
        }
    }

    private void ApplyAssign(BitSet state, Assign assign)
    {
        var target = assign.Target is { IsLocal: true, Local: var written } && IsTracked(written) ? written : -1;
        if (MovedFrom(assign) is { } from)
        {
            var isOwed = Is(state, from, Fact.Owed);
            var isForeign = Is(state, from, Fact.Foreign);
            Release(state, from);
            if (assign.Value is Read { Operand.Cause.Kind: MoveCauseKind.Argument or MoveCauseKind.Receiver })
            {
                state.Add(Bit(from, Fact.Given));
            }

            if (target >= 0)
            {
                Forget(state, target);
                Set(state, target, Fact.Owed, isOwed);
                Set(state, target, Fact.Foreign, isForeign);
            }

            return;
        }

        switch (assign.Value)
        {
            case Read { Operand: { Gives: true, Place: { IsLocal: true, Local: var given }, Cause: var cause } } when IsTracked(given):
                // A plain value that is stored or returned has one more name.
                Release(state, given);
                Set(state, given, Fact.Given, cause is { Kind: MoveCauseKind.Stored, Symbol: not null });
                break;
            case Borrow { Place: { IsLocal: true, Local: var borrowed } } borrow when IsTracked(borrowed) && Takes(borrow, assign.Target, IsStated(borrowed)):
                if (borrow.IsCapture && !IsStated(borrowed))
                {
                    state.Add(Bit(borrowed, Fact.Captured));
                }

                if (borrow.Strength == LoanStrength.Keeps && target >= 0)
                {
                    // What only the keeper refers to is dropped with it or not at all.
                    Forget(state, target);
                    Set(state, target, Fact.Owed, Is(state, borrowed, Fact.Owed));
                }

                Release(state, borrowed);
                break;
        }

        if (target >= 0 && assign.Value is not Borrow { Strength: LoanStrength.Keeps })
        {
            Forget(state, target);
            if (Starts(assign))
            {
                Set(state, target, Fact.Owed, true);
            }
            else if (assign.Value is not Fresh { Mode: Mode.None })
            {
                state.Add(Bit(target, Fact.Foreign));
            }
        }
    }

    // Whether the borrow may be for good as far as anybody knows: a function that captures, a `ref`, a second name, a keeper of what has no name itself.
    private bool Takes(Borrow borrow, Place target, bool isStated) => borrow switch
    {
        { Direct: true, Kind: BorrowKind.Exclusive } => true,
        { Strength: LoanStrength.Keeps } => _body.Locals[borrow.Place.Local].Kind == LocalKind.Temporary,
        { IsLent: true } => !isStated,
        { IsCapture: true } => !isStated,
        _ => !isStated && target.IsLocal && _body.Locals[target.Local] is { IsTransient: false, Kind: LocalKind.Variable or LocalKind.Upvar or LocalKind.Temporary },
    };

    private void ApplyCall(BitSet state, Call call)
    {
        var target = call.Target is { IsLocal: true, Local: var written } && IsTracked(written) ? written : -1;
        var isOwed = false;
        var isForeign = false;
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            if (argument < 0 || !IsTracked(argument))
            {
                continue;
            }

            // What becomes an element, of an array for one, was given away.
            if (target >= 0 && call.Callee is not null && call.Sources.Contains(i))
            {
                isOwed |= Is(state, argument, Fact.Owed);
                isForeign |= Is(state, argument, Fact.Foreign);
            }

            Release(state, argument);
        }

        isOwed |= target >= 0 && TakesOver(state, call);
        if (target >= 0)
        {
            Forget(state, target);
            var starts = Starts(call);
            Set(state, target, Fact.Owed, starts || isOwed);
            Set(state, target, Fact.Foreign, !starts && (isForeign || !isOwed));
        }
    }

    private void ApplyDrop(BitSet state, Drop drop)
    {
        if (drop.Place.IsLocal && IsTracked(drop.Place.Local))
        {
            Release(state, drop.Place.Local);
            state.Remove(Bit(drop.Place.Local, Fact.Given));
        }
        else if (drop.Place is { IsLocal: false, IsIndirect: true } && _body.Locals[drop.Place.Local].Kind != LocalKind.This)
        {
            // Under another name: whose value that is, is not followed.
            foreach (var local in _locals)
            {
                Release(state, local);
            }
        }

        if (drop.Through is { IsLocal: true, Local: var name } && IsTracked(name))
        {
            Release(state, name);
        }
    }

    private void Release(BitSet state, int local)
    {
        state.Remove(Bit(local, Fact.Owed));
        if (_kept.TryGetValue(local, out var kept))
        {
            foreach (var other in kept)
            {
                if (Is(state, other, Fact.Owed))
                {
                    Release(state, other);
                }
            }
        }
    }

    private void Forget(BitSet state, int local)
    {
        state.Remove(Bit(local, Fact.Owed));
        state.Remove(Bit(local, Fact.Foreign));
        state.Remove(Bit(local, Fact.Given));
    }

    private void Set(BitSet state, int local, Fact fact, bool value)
    {
        if (value && !(fact == Fact.Owed && Is(state, local, Fact.Captured)))
        {
            state.Add(Bit(local, fact));
        }
    }

    private int Bit(int local, Fact fact) => (_numbers[local] * Facts) + (int)fact;

    private bool Track(int local, bool isStated)
    {
        if (_numbers[local] < 0)
        {
            _numbers[local] = _locals.Count;
            _locals.Add(local);
            _isStated.Add(isStated);
            return true;
        }

        var isNews = isStated && !_isStated[_numbers[local]];
        _isStated[_numbers[local]] |= isStated;
        return isNews;
    }

    // A value is nearly always written before it is moved on; what a loop carries back is found in the next round.
    private void FollowValues()
    {
        var hasGrown = true;
        while (hasGrown)
        {
            hasGrown = false;
            foreach (var block in _body.Blocks)
            {
                foreach (var statement in block.Statements)
                {
                    hasGrown |= Follow(statement);
                    hasGrown |= FollowBorrow(statement);
                }
            }
        }
    }

    private bool Follow(Statement statement)
    {
        switch (statement)
        {
            case Drop { Idempotent: true, Place: { IsLocal: true, Local: var dropped } } when _body.Locals[dropped] is { IsTransient: false, Kind: LocalKind.Variable or LocalKind.Parameter }:
                return Track(dropped, isStated: false);
            case Assign { Target: { IsLocal: true, Local: var target } } assign when MovedFrom(assign) is { } from:
                return _body.Locals[target].Kind != LocalKind.Upvar && (Track(target, IsStated(from)) | KeepAllOf(target, from));
            case Assign { Target: { IsLocal: true, Local: var target }, Value: Borrow { Strength: LoanStrength.Keeps, Place: { IsLocal: true, Local: var kept } } } when IsTracked(kept):
                return _body.Locals[kept].Kind == LocalKind.Temporary ? Track(target, IsStated(kept)) : Keep(target, kept);
            case Call { Callee: not null, Target: { IsLocal: true, Local: var target } } call:
                var hasGrown = false;
                foreach (var source in call.Sources)
                {
                    var argument = call.Arguments[source];
                    hasGrown |= argument >= 0 && IsTracked(argument) && Track(target, IsStated(argument));
                    hasGrown |= argument >= 0 && KeepAllOf(target, argument);
                }

                return hasGrown;
            case Assign { Target: { IsLocal: true, Local: var target }, Value: Read { Operand.Place: { IsLocal: true, Local: var keeper } } }:
                return KeepAllOf(target, keeper);
            default:
                return false;
        }
    }
}
