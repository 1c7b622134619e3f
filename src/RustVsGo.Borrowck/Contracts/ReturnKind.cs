namespace RustVsGo.Borrowck.Contracts;

/// <summary>What a caller receives.</summary>
public enum ReturnKind : byte
{
    /// <summary>Nothing that the model tracks.</summary>
    Plain,

    /// <summary>A value of its own.</summary>
    Owned,

    /// <summary>What it gave for a type parameter: owned or borrowed like the argument.</summary>
    WhatItWasGiven,

    /// <summary>A shared borrow of the sources.</summary>
    Borrowed,

    /// <summary>An exclusive borrow of the sources.</summary>
    BorrowedMut,

    /// <summary>A value that has no single owner.</summary>
    Shared,
}
