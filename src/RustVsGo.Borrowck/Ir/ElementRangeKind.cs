namespace RustVsGo.Borrowck.Ir;

/// <summary>How an <see cref="ElementRange"/> tells elements apart.</summary>
public enum ElementRangeKind : byte
{
    /// <summary>Nobody knows which.</summary>
    Any,

    /// <summary>One, counted from the start.</summary>
    FromStart,

    /// <summary>One, counted from the end.</summary>
    FromEnd,

    /// <summary>All but some at the start and some at the end.</summary>
    Slice,
}
