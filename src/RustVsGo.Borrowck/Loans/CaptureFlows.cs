using System.Collections.Generic;
using System.Collections.Immutable;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>
/// What the body of a nested function may store of one capture in another, or return, for the body that creates it: <c>() =&gt; last = d.View()</c> makes
/// <c>last</c> hold a borrow of <c>d</c>. As in rustc (<c>ClosureOutlivesRequirement</c>) it holds from the creation on, whatever the body does when.
/// </summary>
internal sealed class CaptureFlows
{
    private readonly Body _body;
    private readonly IReadOnlyList<Place> _captured;
    private readonly Dictionary<int, HashSet<CaptureFlow>> _held = new();
    private readonly Dictionary<int, HashSet<CaptureFlow>> _kept = new();
    private readonly Dictionary<(int From, int To), Statement> _stores = new();
    private readonly Dictionary<int, Statement> _returns = new();
    private bool _hasGrown;

    private CaptureFlows(Body body, IReadOnlyList<Place> captured)
    {
        _body = body;
        _captured = captured;
    }

    /// <param name="body">The resolved body of the nested function.</param>
    /// <param name="captured">The captured places, by number.</param>
    /// <returns>For each of them what it may keep and whether it is returned; null where there is nothing.</returns>
    public static CaptureFlows? Find(Body body, IReadOnlyList<Place> captured)
    {
        var flows = new CaptureFlows(body, captured);
        do
        {
            flows._hasGrown = false;
            foreach (var block in body.ReversePostorder)
            {
                foreach (var statement in body.Blocks[block].Statements)
                {
                    flows.Follow(statement);
                }
            }
        }
        while (flows._hasGrown);

        return flows._kept.Count == 0 && flows._held.Count == 0 ? null : flows;
    }

    /// <summary>Whether what the body returns may borrow from the capture with the number <paramref name="index"/>, or hold what that holds.</summary>
    public bool IsReturned(int index, bool isContent) => _body.Result >= 0 && _held.TryGetValue(_body.Result, out var held) && held.Contains(new CaptureFlow(index, isContent));

    /// <summary>What the capture with the number <paramref name="index"/> may keep.</summary>
    public ImmutableArray<CaptureFlow> KeptBy(int index) =>
        _kept.TryGetValue(index, out var kept) ? kept.ToImmutableArray() : ImmutableArray<CaptureFlow>.Empty;

    /// <summary>The statement that stores a borrow of the capture with the number <paramref name="from"/> in the one with the number <paramref name="to"/>.</summary>
    public Statement StoreOf(int from, int to) => _stores[(from, to)];

    /// <summary>The statement that makes what the body returns borrow from the capture with the number <paramref name="index"/>.</summary>
    public Statement ReturnOf(int index) => _returns[index];

    private void Follow(Statement statement)
    {
        foreach (var (from, to) in LoanFlow.Of(statement))
        {
            var into = statement.Written is { } written && IsCaptured(written.Local) ? NumberOf(written) : -1;
            Flow(statement, from, to, into);
        }

        foreach (var (from, through) in LoanFlow.StoredThrough(statement))
        {
            if (!_held.TryGetValue(through, out var held))
            {
                continue;
            }

            foreach (var pointed in new List<CaptureFlow>(held))
            {
                if (!pointed.IsContent && PointsInto.MayPoint(_body, through, _captured[pointed.From]))
                {
                    Flow(statement, from, to: -1, pointed.From);
                }
            }
        }
    }

    private void Flow(Statement statement, int from, int to, int into)
    {
        if (from < 0)
        {
            if (statement is Assign { Value: Borrow { Place: var place } } && IsCaptured(place.Local) && NumberOf(place) is >= 0 and var borrowed)
            {
                // A copy of a shared borrow needs nothing of the variable.
                Add(statement, to, into, new CaptureFlow(borrowed, IsContent: place.IsBehindShared));
            }

            return;
        }

        if (IsCaptured(from))
        {
            if (statement is Assign { Value: Read { Operand.Place: var read } } && NumberOf(read) is >= 0 and var copied)
            {
                Add(statement, to, into, new CaptureFlow(copied, IsContent: true));
            }

            return;
        }

        if (_held.TryGetValue(from, out var held))
        {
            // A copy: it may flow to where it comes from.
            foreach (var flow in new List<CaptureFlow>(held))
            {
                if (into < 0 || LoanFlow.IsStored(statement, _body.Locals[_captured[flow.From].Local]))
                {
                    Add(statement, to, into, flow);
                }
            }
        }
    }

    private void Add(Statement statement, int to, int into, CaptureFlow flow)
    {
        if (into >= 0)
        {
            // What it holds it may hold again; a reborrow through it is another one.
            if ((into != flow.From || !flow.IsContent) && In(_kept, into).Add(flow))
            {
                _hasGrown = true;
                if (!flow.IsContent)
                {
                    _stores[(flow.From, into)] = statement;
                }
            }
        }
        else if (to >= 0 && !IsCaptured(to))
        {
            var isNew = In(_held, to).Add(flow);
            _hasGrown |= isNew;
            if (isNew && to == _body.Result && !flow.IsContent)
            {
                _returns[flow.From] = statement;
            }
        }
    }

    private static HashSet<CaptureFlow> In(Dictionary<int, HashSet<CaptureFlow>> map, int key)
    {
        if (!map.TryGetValue(key, out var flows))
        {
            map.Add(key, flows = new HashSet<CaptureFlow>());
        }

        return flows;
    }

    private bool IsCaptured(int local) => _body.Locals[local].IsFromAround;

    private int NumberOf(Place place)
    {
        for (var i = 0; i < _captured.Count; i++)
        {
            if (_captured[i].IsPrefixOf(place))
            {
                return i;
            }
        }

        return -1;
    }
}
