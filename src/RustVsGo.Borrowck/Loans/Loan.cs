using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>One borrow that a statement takes (rustc's <c>BorrowData</c>).</summary>
/// <param name="Index">Its number in the <see cref="LoanSet"/>.</param>
/// <param name="Kind">Shared or exclusive.</param>
/// <param name="Place">What is borrowed.</param>
/// <param name="Point">The statement.</param>
/// <param name="Origin">The borrowed expression.</param>
/// <param name="Holder">The local that the statement writes.</param>
/// <param name="TwoPhase">Whether it is a mere reservation until the call that <paramref name="Holder"/> is an argument of (RFC 2025).</param>
internal sealed record Loan(int Index, BorrowKind Kind, Place Place, Point Point, int Origin, int Holder, bool TwoPhase)
{
    /// <summary>Whether a nested function took it for what it captures: <see cref="Origin"/> is that function.</summary>
    public bool IsCapture { get; init; }

    /// <summary>Of a capture: the expression in the nested function that needs the place; -1 for all else.</summary>
    public int CapturedUse { get; init; } = -1;

    /// <summary>Of a capture: whether what the nested function returns may borrow from the place.</summary>
    public bool IsReturned { get; init; }

    /// <summary>Whether it is the receiver of a call.</summary>
    public bool IsReceiver { get; init; }

    /// <summary>How its holders hold on to what it borrows.</summary>
    public LoanStrength Strength { get; init; }

    /// <summary>Whether a pattern took it, for the variable <see cref="Holder"/> that it declares.</summary>
    public bool IsName { get; init; }

    /// <summary>Whether the variable itself is borrowed (<c>ref x</c>), whatever it holds.</summary>
    public bool IsDirect { get; init; }

    /// <summary>
    /// Whether no statement of the body took it: the caller lent what the parameter <see cref="Holder"/> holds (rustc's universal regions).
    /// Its place is the caller's, and no place of this body.
    /// </summary>
    public bool IsUniversal => Place.Local < 0;

    /// <summary>The local that what it borrows belongs to, or was lent in.</summary>
    public int Root => IsUniversal ? Holder : Place.Local;
}
