using System;

namespace RustVsGo.CodeFixes;

/// <summary>The least that code must be given of a value to do what it does with it, from little to much.</summary>
internal enum BorrowNeed : byte
{
    /// <summary>A shared borrow: it only reads.</summary>
    Shared,

    /// <summary>An exclusive borrow: it mutates.</summary>
    Exclusive,

    /// <summary>The value itself: it moves, keeps or drops it, or does what nobody here understands.</summary>
    Ownership,
}

/// <summary>Several uses of one value need what the most demanding of them needs.</summary>
internal static class BorrowNeedExtensions
{
    public static BorrowNeed And(this BorrowNeed first, BorrowNeed second) => (BorrowNeed)Math.Max((byte)first, (byte)second);
}
