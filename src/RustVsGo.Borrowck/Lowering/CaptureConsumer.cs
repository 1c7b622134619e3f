using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>What is done with the value of a flow capture.</summary>
internal sealed class CaptureConsumer
{
    private CaptureConsumer(int strength, BorrowKind? borrow, bool gives, MoveCause? cause)
    {
        Strength = strength;
        Borrowed = borrow;
        Gives = gives;
        Cause = cause;
    }

    /// <summary>It is only looked at.</summary>
    public static CaptureConsumer Look { get; } = new(0, null, gives: false, cause: null);

    public int Strength { get; }

    /// <summary>The borrow that is taken of it, if it is borrowed.</summary>
    public BorrowKind? Borrowed { get; }

    public bool Gives { get; }

    /// <summary>What takes it by value, if something does.</summary>
    public MoveCause? Cause { get; }

    public static CaptureConsumer Borrow(BorrowKind kind) => new(kind == BorrowKind.Shared ? 1 : 2, kind, gives: false, cause: null);

    public static CaptureConsumer Take(bool gives, MoveCause cause) => new(gives ? 4 : 3, null, gives, cause);
}
