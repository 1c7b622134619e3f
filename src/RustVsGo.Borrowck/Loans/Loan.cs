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
internal sealed record Loan(int Index, BorrowKind Kind, Place Place, Point Point, int Origin, int Holder, bool TwoPhase);
