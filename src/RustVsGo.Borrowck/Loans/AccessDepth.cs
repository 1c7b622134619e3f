namespace RustVsGo.Borrowck.Loans;

/// <summary>How much of a place an access touches (rustc's <c>AccessDepth</c>).</summary>
internal enum AccessDepth : byte
{
    /// <summary>The place alone: what lies behind a borrow in it is not looked at (an assignment).</summary>
    Shallow,

    /// <summary>Everything that can be reached from it.</summary>
    Deep,

    /// <summary>What a destructor can reach.</summary>
    Drop,
}
