namespace RustVsGo.Borrowck.Ir;

/// <summary>How a loan holds on to what it borrows (docs/ownership-model.md, sections 1 and 2).</summary>
public enum LoanStrength : byte
{
    /// <summary>Nothing that conflicts with the borrow may happen while the loan is live.</summary>
    Full,

    /// <summary>
    /// A lazily evaluated sequence: what it enumerates has to be there, and may be changed until somebody enumerates it. In other hands than
    /// the sequence's it is <see cref="Full"/>.
    /// </summary>
    Deferred,

    /// <summary>Only keeps a plain object from being dropped or moved, and is not disturbed by what changes it: a task that was lent it.</summary>
    Loose,

    /// <summary>
    /// A keeper drops the value with itself: until then it may be used and changed under its own name, but not dropped or given away while the
    /// keeper is still needed.
    /// </summary>
    Keeps,
}
