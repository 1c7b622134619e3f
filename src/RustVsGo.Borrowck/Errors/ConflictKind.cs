namespace RustVsGo.Borrowck.Errors;

/// <summary>How an access and a loan collide.</summary>
public enum ConflictKind : byte
{
    /// <summary>E0499.</summary>
    ExclusiveTwice,

    /// <summary>E0502: an exclusive borrow while a shared one is live.</summary>
    ExclusiveWhileShared,

    /// <summary>E0502: a shared borrow while an exclusive one is live.</summary>
    SharedWhileExclusivelyBorrowed,

    /// <summary>E0503.</summary>
    UsedWhileExclusivelyBorrowed,

    /// <summary>E0505.</summary>
    MovedWhileBorrowed,

    /// <summary>E0505, by a destructor.</summary>
    DroppedWhileBorrowed,

    /// <summary>E0506.</summary>
    AssignedWhileBorrowed,

    /// <summary>E0597, or E0716 for a temporary.</summary>
    DoesNotLiveLongEnough,

    /// <summary>E0515: what is returned borrows from something that ends with the body.</summary>
    ReturnedWhileBorrowingLocal,

    /// <summary>E0373: a delegate captures what ends before it: it leaves the body or, where the end is told, lends what it captured to another delegate.</summary>
    CapturedByEscapingClosure,
}
