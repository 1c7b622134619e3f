namespace RustVsGo.Borrowck.Ir;

/// <summary>What an <see cref="Assign"/> writes, as in rustc's <c>mir::Rvalue</c>.</summary>
public abstract record Rvalue;

/// <summary>The value of a place.</summary>
public sealed record Read(Operand Operand) : Rvalue;

/// <summary>A borrow of a place; opens a loan that the target holds.</summary>
/// <param name="Kind">Shared or exclusive.</param>
/// <param name="Place">What is borrowed.</param>
/// <param name="TwoPhase">Whether it is only reserved here and begins at the call that the target is an argument of (RFC 2025).</param>
/// <param name="Direct">Whether the variable itself is borrowed (<c>ref x</c>), whatever it holds, and not what it borrows.</param>
public sealed record Borrow(BorrowKind Kind, Place Place, bool TwoPhase, bool Direct) : Rvalue
{
    /// <summary>Whether a nested function captures the place: the statement's origin is that function.</summary>
    public bool IsCapture { get; init; }

    /// <summary>Of a capture: whether what the nested function returns may borrow from the place.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Of a capture: whether what the nested function returns may hold what the place holds.</summary>
    public bool IsContentReturned { get; init; }

    /// <summary>Whether it is the receiver of the call that it is reserved for.</summary>
    public bool IsReceiver { get; init; }

    /// <summary>Whether it is for a parameter of which nobody says what becomes of the argument.</summary>
    public bool IsLent { get; init; }

    /// <summary>How the holder holds on to the place.</summary>
    public LoanStrength Strength { get; init; }

    /// <summary>Whether no attribute says that it is a borrow, nor which: of a place that nobody knows to be owned or borrowed it is a mere copy.</summary>
    public bool IsInferred { get; init; }

    /// <summary>The same of another place; this one where it is no other.</summary>
    public Borrow At(Place place) => place.IsSame(Place) ? this : this with { Place = place };
}

/// <summary>A value that holds no loan: a constant, <c>null</c>, a plain result.</summary>
/// <param name="Mode">What the target holds afterwards.</param>
public sealed record Fresh(Mode Mode) : Rvalue;
