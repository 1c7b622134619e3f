namespace RustVsGo.Borrowck.Ir;

/// <summary><c>&amp;</c> or <c>&amp;mut</c>.</summary>
public enum BorrowKind : byte
{
    Shared,
    Exclusive,
}
