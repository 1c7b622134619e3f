namespace RustVsGo.Borrowck.Contracts;

/// <summary>What a member does to its receiver.</summary>
public enum ReceiverKind : byte
{
    /// <summary>No contract: the receiver is of a plain type and merely used.</summary>
    Lent,

    /// <summary>Needs nothing that the value owns or borrows: allowed after it was moved or dropped.</summary>
    NeedsNothing,

    /// <summary><c>&amp;self</c>; also what mutates without disturbing borrows.</summary>
    Borrows,

    /// <summary><c>&amp;mut self</c>.</summary>
    Mutates,

    /// <summary><c>self</c>.</summary>
    Consumes,

    /// <summary>The destructor.</summary>
    Drops,
}
