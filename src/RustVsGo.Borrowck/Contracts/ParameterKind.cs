namespace RustVsGo.Borrowck.Contracts;

/// <summary>What a callee does with an argument (docs/ownership-model.md, section 2).</summary>
public enum ParameterKind : byte
{
    /// <summary>No contract: used during the call and taken not to be kept.</summary>
    Lent,

    /// <summary>Takes ownership.</summary>
    Owned,

    /// <summary>The receiver or the new object keeps it and drops it with itself; the caller's variable stays another name for it until then.</summary>
    Keeps,

    /// <summary>Of type-parameter type: takes an owned argument, is lent a borrowed one.</summary>
    TakesWhatItIsGiven,

    /// <summary>Shared borrow for the call.</summary>
    Borrowed,

    /// <summary>Exclusive borrow for the call.</summary>
    BorrowedMut,

    /// <summary><c>in</c> or <c>ref readonly</c>: a shared borrow of the place.</summary>
    In,

    /// <summary><c>ref</c>: an exclusive borrow of the place.</summary>
    Ref,

    /// <summary><c>out</c>: assigned by the callee.</summary>
    Out,
}
