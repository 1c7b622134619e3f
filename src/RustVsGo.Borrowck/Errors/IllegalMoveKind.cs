namespace RustVsGo.Borrowck.Errors;

/// <summary>Why a value may not be moved out of its place.</summary>
public enum IllegalMoveKind : byte
{
    /// <summary>E0507.</summary>
    OutOfBorrow,

    /// <summary>E0507, by a nested function that may run again.</summary>
    OutOfCapture,

    /// <summary>E0507, from a static.</summary>
    OutOfStatic,

    /// <summary>E0507, from what nobody owns alone (<c>[Shared]</c>).</summary>
    OutOfShared,

    /// <summary>E0508.</summary>
    OutOfElement,

    /// <summary>E0509.</summary>
    OutOfDropType,
}
