using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Which holders each statement of a body reads and writes, in the order in which it does: reads before the write. Writing a variable that holds
/// to the end (<see cref="Body.HoldsToTheEnd"/>) is no event. Found once, side by side in
/// memory: what goes over a body again and again (<see cref="LiveLocals"/>, <see cref="BlockLiveness"/>) then need not look at its statements.
/// </summary>
internal sealed class HolderEvents
{
    // Twice the holder, and one if it is read; by statement twice where its events start, and one if it changes what is held.
    private readonly Segmented<int> _events = new();
    private readonly Segmented<int> _starts = new();
    private readonly PointNumbers _points;

    private HolderEvents(Body body, Holders holders, LoanSet loans)
    {
        var isBorrowed = BorrowedLocals(body, loans);
        Body = body;
        Holders = holders;
        _points = body.Points;
        foreach (var block in body.Blocks)
        {
            for (var i = 0; i < block.Statements.Count; i++)
            {
                var statement = block.Statements[i];
                var start = _events.Count;
                _starts.Add(start << 1);
                foreach (var read in LocalAccess.Read(statement))
                {
                    Add(read, isRead: true);
                }

                if (LocalAccess.Defined(statement) is >= 0 and var defined && !body.HoldsToTheEnd(defined))
                {
                    Add(defined, isRead: false);
                }

                if (_events.Count > start || loans.At(new Point(block.Index, i)) is not null || LocalAccess.Written(statement) is { } written && isBorrowed[written.Local])
                {
                    _starts[_starts.Count - 1] |= 1;
                }
            }

            _starts.Add(_events.Count << 1);
        }
    }

    public Body Body { get; }

    public Holders Holders { get; }

    /// <summary>The holder of the event and whether it is read there, or written or ended.</summary>
    public (int Holder, bool IsRead) this[int number] => (_events[number] >> 1, (_events[number] & 1) != 0);

    /// <summary>Looks at every statement of <paramref name="body"/> once.</summary>
    public static HolderEvents Of(Body body, Holders holders, LoanSet loans) => new(body, holders, loans);

    /// <summary>The number of the first event of a statement, and one more than that of its last.</summary>
    public (int Start, int End) At(int block, int statement)
    {
        var index = _points.Of(new Point(block, statement));
        return (_starts[index] >> 1, _starts[index + 1] >> 1);
    }

    /// <summary>Whether the statement can change what is held: it names a holder, opens a loan, or writes or ends what a loan borrows.</summary>
    public bool MayChange(int block, int statement) => (_starts[_points.Of(new Point(block, statement))] & 1) != 0;

    private static bool[] BorrowedLocals(Body body, LoanSet loans)
    {
        var isBorrowed = new bool[body.Locals.Count];
        foreach (var loan in loans.Loans)
        {
            if (!loan.IsUniversal)
            {
                isBorrowed[loan.Place.Local] = true;
            }
        }

        return isBorrowed;
    }

    private void Add(int local, bool isRead)
    {
        if (Holders.IndexOf(local) is >= 0 and var holder)
        {
            _events.Add((holder << 1) | (isRead ? 1 : 0));
        }
    }
}
