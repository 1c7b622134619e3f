namespace RustVsGo.Borrowck.MovePaths;

/// <summary>Whether a value may be taken from a place.</summary>
internal enum MoveVerdict : byte
{
    Allowed,

    /// <summary>It lies behind a borrow (E0507).</summary>
    OutOfBorrow,

    /// <summary>It is an element of an array (E0508).</summary>
    OutOfElement,

    /// <summary>It is a field of a type that has a drop (E0509).</summary>
    OutOfDropType,
}
