using System.Collections.Generic;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>All loans of a body (rustc's <c>BorrowSet</c>, <c>rustc_borrowck/src/borrow_set.rs</c>), gathered in one walk.</summary>
internal sealed class LoanSet
{
    private readonly List<Loan> _loans = new();
    private readonly PointNumbers _points;

    // By statement one more than the loan that it opens; null while none is opened.
    private Segmented<int>? _at;
    private readonly Dictionary<int, Loan> _universal = new();
    private readonly List<int> _returned = new();

    private LoanSet(Body body) => _points = body.Points;

    public IReadOnlyList<Loan> Loans => _loans;

    /// <summary>The locals that a nested function captures and may return a borrow of, or what they hold.</summary>
    public IReadOnlyList<int> CapturedAndReturned => _returned;

    /// <summary>Whether something keeps what it was given, and drops it with itself.</summary>
    public bool HasKeepers { get; private set; }

    public static LoanSet Build(Body body)
    {
        var set = new LoanSet(body);
        set.AddUniversal(body);
        foreach (var index in body.Preorder())
        {
            var statements = body.Blocks[index].Statements;
            for (var i = 0; i < statements.Count; i++)
            {
                if (statements[i] is Assign { Value: Borrow { Place.Local: var captured } and ({ IsReturned: true } or { IsContentReturned: true }) })
                {
                    set._returned.Add(captured);
                }

                // Behind a shared borrow nothing can be changed, moved or dropped: such a reborrow can never conflict. A keeper would drop it.
                if (statements[i] is Assign { Value: Borrow borrow } assign && (!borrow.Place.IsBehindShared || borrow.Strength == LoanStrength.Keeps))
                {
                    var point = new Point(index, i);
                    var isLoose = (borrow.Strength == LoanStrength.Loose || (borrow.IsCapture && !borrow.Direct)) && borrow.Place.IsLocal
                        && body.Locals[borrow.Place.Local] is { IsMoveType: false, Type.IsReferenceType: true };
                    var loan = new Loan(set._loans.Count, borrow.Kind, borrow.Place, point, assign.Origin, assign.Target.Local, borrow.TwoPhase)
                    {
                        IsCapture = borrow.IsCapture,
                        CapturedUse = assign.CapturedUse,
                        IsReturned = borrow.IsReturned,
                        IsReceiver = borrow.IsReceiver,
                        IsDirect = borrow.Direct,
                        Strength = isLoose ? LoanStrength.Loose : borrow.Strength == LoanStrength.Loose ? LoanStrength.Full : borrow.Strength,
                        IsName = borrow.IsInferred && assign.Named is not null,
                    };
                    set.HasKeepers |= borrow.Strength == LoanStrength.Keeps;
                    set._loans.Add(loan);
                    (set._at ??= new Segmented<int>(set._points.Count, 0))[set._points.Of(point)] = set._loans.Count;
                }
            }
        }

        return set;
    }

    // Only what can leave the body has to be held against what its signature says.
    private void AddUniversal(Body body)
    {
        if (!body.LetsBorrowsOut)
        {
            return;
        }

        foreach (var local in body.Locals)
        {
            // What a nested function captured is not its own: where the result names its sources, it is none of them.
            var isCaptured = body.IsNested && local.IsFromAround;
            if ((local.Kind is LocalKind.Parameter or LocalKind.This && !isCaptured || (isCaptured && body.IsResultNamed)) && (local.EntryMode.IsBorrowed() || local.CarriesBorrows))
            {
                var kind = local.EntryMode.IsShared() ? BorrowKind.Shared : BorrowKind.Exclusive;
                var loan = new Loan(_loans.Count, kind, new Place(-1), default, Origin: -1, local.Index, TwoPhase: false);
                _loans.Add(loan);
                if (!isCaptured)
                {
                    _universal.Add(local.Index, loan);
                }
            }
        }
    }

    /// <summary>The loan that the statement at <paramref name="point"/> opens, or null.</summary>
    public Loan? At(Point point) => _at is not null && _at[_points.Of(point)] is > 0 and var opened ? _loans[opened - 1] : null;

    /// <summary>What the caller lent in the parameter <paramref name="local"/>, or null: what was captured belongs to the body around.</summary>
    public Loan? UniversalOf(int local) => _universal.TryGetValue(local, out var loan) ? loan : null;
}
