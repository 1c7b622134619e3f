using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using RustVsGo.Borrowck.MovePaths;

namespace RustVsGo.Borrowck.Tests.Reference;

/// <summary>
/// What the analyses should find, solved the slow way: one set of facts for each point, and every statement is visited again and again
/// until no set grows. No bit sets, no worklist, no holders, no restriction to what is live.
/// </summary>
internal sealed class ReferenceSolver
{
    private readonly Body _body;
    private readonly HashSet<int> _reachable = [];

    public ReferenceSolver(Body body)
    {
        _body = body;
        Reach(0);
    }

    /// <summary>The blocks that a path from the entry leads to.</summary>
    public IReadOnlySet<int> Reachable => _reachable;

    /// <summary>At each point the paths that may have lost their value.</summary>
    public Dictionary<Point, HashSet<int>> MaybeUninitialized(MoveData moves) => Forward<int>((point, before) =>
    {
        var after = new HashSet<int>(before);
        foreach (var moveOut in moves.MoveOuts.Where(moveOut => moveOut.Point.Equals(point)))
            after.UnionWith(Inside(moves, moves.Paths[moveOut.Path].Place));
        foreach (var init in moves.InitsAt(point))
            after.ExceptWith(Inside(moves, moves.Paths[init].Place));
        return after;
    });

    /// <summary>At each point the locals that are read later before they are written.</summary>
    public Dictionary<Point, HashSet<int>> Live()
    {
        var facts = Empty<int>();
        while (true)
        {
            var changed = false;
            foreach (var block in _body.Blocks.Where(block => _reachable.Contains(block.Index)))
            {
                var end = facts[new Point(block.Index, block.Statements.Count)];
                foreach (var successor in block.Successors)
                    changed |= AddAll(end, facts[new Point(successor, 0)]);
                if (block.IsReturn && _body.Result >= 0)
                    changed |= end.Add(_body.Result);
                for (var i = block.Statements.Count - 1; i >= 0; i--)
                {
                    var live = new HashSet<int>(facts[new Point(block.Index, i + 1)]);
                    live.Remove(LocalAccess.Defined(block.Statements[i]));
                    foreach (var read in LocalAccess.Read(block.Statements[i]))
                        live.Add(read);
                    changed |= AddAll(facts[new Point(block.Index, i)], live);
                }
            }

            if (!changed)
                return facts;
        }
    }

    /// <summary>At each point which local may hold which loan, whether it is live or not.</summary>
    public Dictionary<Point, HashSet<(int Holder, int Loan)>> Held(LoanSet loans) => Held(loans, static (_, _) => true);

    /// <summary>The same, where a pair that does not count at a point is gone from there on: nothing flows because of it either.</summary>
    public Dictionary<Point, HashSet<(int Holder, int Loan)>> Held(LoanSet loans, Func<Point, (int Holder, int Loan), bool> counts) => Forward<(int Holder, int Loan)>((point, all) =>
    {
        var before = all.Where(pair => counts(point, pair)).ToHashSet();
        var statement = _body.Blocks[point.Block].Statements[point.Statement];
        var written = statement switch
        {
            Assign assign => assign.Target,
            Call call => call.Target,
            StorageDead dead => new Place(dead.Local),
            _ => default(Place?),
        };
        bool Survives(int loan) => written is not { } target || !PlacesConflict.IsKilledBy(loans.Loans[loan].Place, target);
        IEnumerable<int> Given(int from) =>
            from < 0 ? loans.Loans.Where(loan => loan.Point.Equals(point)).Select(static loan => loan.Index) : before.Where(pair => pair.Holder == from).Select(static pair => pair.Loan);

        var after = before.Where(pair => Survives(pair.Loan) && !(written is { IsLocal: true } target && target.Local == pair.Holder)).ToHashSet();
        foreach (var (from, to) in LoanFlow.Of(statement))
            after.UnionWith(Given(from).Where(Survives).Select(loan => (to, loan)));
        foreach (var (from, through) in LoanFlow.StoredThrough(statement))
        {
            foreach (var owner in before.Where(pair => pair.Holder == through).Select(pair => loans.Loans[pair.Loan].Place.Local).ToList())
                after.UnionWith(Given(from).Where(Survives).Select(loan => (owner, loan)));
        }

        return after;
    });

    private static IEnumerable<int> Inside(MoveData moves, Place place) =>
        moves.Paths.Where(path => place.IsPrefixOf(path.Place)).Select(static path => path.Index);

    private Dictionary<Point, HashSet<T>> Forward<T>(Func<Point, HashSet<T>, HashSet<T>> after)
    {
        var facts = Empty<T>();
        while (true)
        {
            var changed = false;
            foreach (var block in _body.Blocks.Where(block => _reachable.Contains(block.Index)))
            {
                for (var i = 0; i < block.Statements.Count; i++)
                {
                    var point = new Point(block.Index, i);
                    var next = new Point(block.Index, i + 1);
                    var computed = after(point, facts[point]);
                    changed |= !facts[next].SetEquals(computed);
                    facts[next] = computed;
                }

                foreach (var successor in block.Successors)
                    changed |= AddAll(facts[new Point(successor, 0)], facts[new Point(block.Index, block.Statements.Count)]);
            }

            if (!changed)
                return facts;
        }
    }

    private Dictionary<Point, HashSet<T>> Empty<T>()
    {
        var facts = new Dictionary<Point, HashSet<T>>();
        foreach (var block in _body.Blocks)
        {
            for (var i = 0; i <= block.Statements.Count; i++)
                facts.Add(new Point(block.Index, i), []);
        }

        return facts;
    }

    private static bool AddAll<T>(HashSet<T> set, IEnumerable<T> items)
    {
        var count = set.Count;
        set.UnionWith(items);
        return set.Count > count;
    }

    private void Reach(int block)
    {
        if (_reachable.Add(block))
        {
            foreach (var successor in _body.Blocks[block].Successors)
                Reach(successor);
        }
    }
}
