namespace RustVsGo.Borrowck.Ir;

/// <summary>Which construct took a value from its owner.</summary>
public enum MoveCauseKind : byte
{
    /// <summary>Bound to another variable or written to a place.</summary>
    Assigned,

    /// <summary>Passed to a parameter that takes ownership.</summary>
    Argument,

    /// <summary>The receiver of a member that consumes it.</summary>
    Receiver,

    Returned,

    /// <summary>Kept in a field, an element, a tuple or an initializer.</summary>
    Stored,

    /// <summary>Captured by a nested function whose body moves it.</summary>
    Captured,

    /// <summary>Called, where it can be called once.</summary>
    Called,

    /// <summary>Dropped by an explicit call of its destructor.</summary>
    Dropped,

    /// <summary>Dropped with the object that keeps it.</summary>
    DroppedByKeeper,

    /// <summary>Dropped where its <c>using</c> ends.</summary>
    UsingEnded,
}
