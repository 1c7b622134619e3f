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
    // Twice the holder, and one if it is read; by statement where its events start.
    private readonly Segmented<int> _events = new();
    private readonly Segmented<int> _starts = new();
    private readonly PointNumbers _points;

    private HolderEvents(Body body, Holders holders)
    {
        Body = body;
        Holders = holders;
        _points = body.Points;
        foreach (var block in body.Blocks)
        {
            foreach (var statement in block.Statements)
            {
                _starts.Add(_events.Count);
                foreach (var read in LocalAccess.Read(statement))
                {
                    Add(read, isRead: true);
                }

                if (LocalAccess.Defined(statement) is >= 0 and var defined && !body.HoldsToTheEnd(defined))
                {
                    Add(defined, isRead: false);
                }
            }

            _starts.Add(_events.Count);
        }
    }

    public Body Body { get; }

    public Holders Holders { get; }

    /// <summary>The holder of the event and whether it is read there, or written or ended.</summary>
    public (int Holder, bool IsRead) this[int number] => (_events[number] >> 1, (_events[number] & 1) != 0);

    /// <summary>Looks at every statement of <paramref name="body"/> once.</summary>
    public static HolderEvents Of(Body body, Holders holders) => new(body, holders);

    /// <summary>The number of the first event of a statement, and one more than that of its last.</summary>
    public (int Start, int End) At(int block, int statement)
    {
        var index = _points.Of(new Point(block, statement));
        return (_starts[index], _starts[index + 1]);
    }

    private void Add(int local, bool isRead)
    {
        if (Holders.IndexOf(local) is >= 0 and var holder)
        {
            _events.Add((holder << 1) | (isRead ? 1 : 0));
        }
    }
}
