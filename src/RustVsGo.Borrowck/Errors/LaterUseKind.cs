namespace RustVsGo.Borrowck.Errors;

/// <summary>What needs a borrow again (rustc's <c>LaterUseKind</c>).</summary>
public enum LaterUseKind : byte
{
    /// <summary>An expression reads what holds it.</summary>
    Use,

    /// <summary>The call in which the conflict is: it was given the borrow too.</summary>
    Call,

    /// <summary>A nested function captures what holds it.</summary>
    Capture,

    /// <summary>What holds it is dropped, and its destructor may look at it.</summary>
    Drop,
}
