using System.Collections.Generic;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Analyses;

/// <content>
/// Who else holds a value that has to be dropped. A keeper drops it with itself (a reader its stream); a borrower only needs it (a command its connection),
/// and where it goes to somebody else, what it needs goes along as far as anybody knows: a reader may close its connection.
/// </content>
internal sealed partial class OwedDrops
{
    private static readonly List<int> s_none = new();

    // By keeper, the variables whose values it will drop with itself.
    private readonly Dictionary<int, List<int>> _kept = new();

    // By borrower, what it needs of what is tracked.
    private readonly Dictionary<int, List<int>> _lenders = new();

    // By the temporary that borrows it, a variable.
    private readonly Dictionary<int, int> _borrowed = new();

    private bool FollowBorrow(Statement statement)
    {
        switch (statement)
        {
            case Assign { Target: { IsLocal: true, Local: var borrow }, Value: Borrow { Place: { IsLocal: true, Local: var lent } } }:
                _borrowed[borrow] = lent;
                return IsTracked(lent) ? AddLender(borrow, lent) : AddLendersOf(borrow, lent);
            case Assign { Target: { IsLocal: true, Local: var target }, Value: Read { Operand.Place: { IsLocal: true, Local: var from } } }:
                return MayNeedOthers(target) && AddLendersOf(target, from);
            case Call call:
                return FollowCall(call);
            default:
                return false;
        }
    }

    private bool FollowCall(Call call)
    {
        var hasGrown = false;
        if (call.Target is { IsLocal: true, Local: var result } && MayNeedOthers(result))
        {
            foreach (var source in call.Sources)
            {
                if (call.Arguments[source] is >= 0 and var argument)
                {
                    hasGrown |= AddLendersOf(result, argument);
                    hasGrown |= _body.Locals[result].EndsReceiver && KeepLendersOf(result, argument);
                }
            }
        }

        foreach (var (from, to) in call.Stores)
        {
            // The second one is a borrow of the variable that keeps it.
            if (call.Arguments[from] is >= 0 and var stored && call.Arguments[to] is >= 0 and var keeper)
            {
                hasGrown |= AddLendersOf(keeper, stored);
                hasGrown |= _borrowed.TryGetValue(keeper, out var variable) && AddLendersOf(variable, stored);
            }
        }

        return hasGrown;
    }

    // The result drops its receiver with itself: a variable it keeps, a temporary becomes part of it.
    private bool KeepLendersOf(int result, int receiver)
    {
        var hasGrown = false;
        foreach (var lender in LendersOf(receiver).ToArray())
        {
            hasGrown |= _body.Locals[lender].Kind == LocalKind.Temporary ? Track(result, IsStated(lender)) : Keep(result, lender);
        }

        return hasGrown;
    }

    // Whether the result of the call has to be dropped for the temporary that it was called on.
    private bool TakesOver(BitSet state, Call call)
    {
        var isOwed = false;
        if (call.Target is { IsLocal: true, Local: var result } && _body.Locals[result].EndsReceiver)
        {
            foreach (var source in call.Sources)
            {
                foreach (var lender in LendersOf(call.Arguments[source]))
                {
                    if (_body.Locals[lender].Kind == LocalKind.Temporary && Is(state, lender, Fact.Owed))
                    {
                        isOwed = true;
                        Release(state, lender);
                    }
                }
            }
        }

        return isOwed;
    }

    private void ApplyToLenders(BitSet state, Statement statement)
    {
        if (_lenders.Count == 0)
        {
            return;
        }

        if (GivenAway(statement) is >= 0 and var given)
        {
            ReleaseLenders(state, given, onlyTemporaries: false);
        }
        else if (statement is Call { Stores.IsEmpty: false } call)
        {
            foreach (var (from, _) in call.Stores)
            {
                // Nobody but the keeper has a name for it.
                ReleaseLenders(state, call.Arguments[from], onlyTemporaries: true);
            }
        }
    }

    // The local whose value somebody else may go on using behind the statement; -1 where there is none. What is awaited is used up here.
    private static int GivenAway(Statement statement) => statement switch
    {
        Use { IsPassedOn: true, Place: { IsLocal: true, Local: var passed } } => passed,
        Escape { Local: var stored } => stored,
        Assign { Value: Read { Operand: { Gives: true, Cause.Kind: not MoveCauseKind.Receiver, Place: { IsLocal: true, Local: var given } } } } => given,
        Assign { Value: Borrow { IsLent: true, Place: { IsLocal: true, Local: var lent } } } => lent,
        Assign { Value: Borrow { IsCapture: true, Place: { IsLocal: true, Local: var captured } } } => captured,
        _ => -1,
    };

    private void ReleaseLenders(BitSet state, int borrower, bool onlyTemporaries)
    {
        foreach (var lender in LendersOf(borrower))
        {
            if (!IsStated(lender) && Is(state, lender, Fact.Owed) && (!onlyTemporaries || _body.Locals[lender].Kind == LocalKind.Temporary))
            {
                Release(state, lender);
            }
        }
    }

    // What is no borrower, ends nothing and is not computed later needs nobody else once it is there: a document that was read from a file.
    private bool MayNeedOthers(int local) => _body.Locals[local] is var decl
        && (decl.CarriesBorrows || decl.IsLazy || decl.Type is null || _mayNeedOthers(decl.Type));

    private bool AddLendersOf(int borrower, int from)
    {
        var hasGrown = false;
        if (borrower != from)
        {
            foreach (var lender in LendersOf(from).ToArray())
            {
                hasGrown |= AddLender(borrower, lender);
            }
        }

        return hasGrown;
    }

    private List<int> LendersOf(int local) => local >= 0 && _lenders.TryGetValue(local, out var lenders) ? lenders : s_none;

    private bool AddLender(int borrower, int lender) => Add(_lenders, borrower, lender);

    private bool KeepAllOf(int keeper, int other)
    {
        var hasGrown = false;
        if (keeper != other && _kept.TryGetValue(other, out var all))
        {
            foreach (var one in all.ToArray())
            {
                hasGrown |= Keep(keeper, one);
            }
        }

        return hasGrown;
    }

    // A keeper is followed for what it keeps.
    private bool Keep(int keeper, int kept) => Track(keeper, isStated: false) | (kept != keeper && Add(_kept, keeper, kept));

    private static bool Add(Dictionary<int, List<int>> all, int holder, int held)
    {
        if (!all.TryGetValue(holder, out var known))
        {
            all.Add(holder, known = new List<int>());
        }

        if (known.Contains(held))
        {
            return false;
        }

        known.Add(held);
        return true;
    }
}
