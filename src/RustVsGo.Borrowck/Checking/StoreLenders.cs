using System.Collections.Generic;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

namespace RustVsGo.Borrowck.Checking;

/// <summary>
/// Whose the place is that something is stored in: what the caller lent may be kept only where the caller says so.
/// </summary>
/// <remarks>
/// <code>
/// var inner = Own.BorrowMut(other.Inner);
/// inner.Get().Keep(p);    // stored in what the parameter `other` lent
/// </code>
/// </remarks>
internal sealed class StoreLenders
{
    // Longer chains are assignments between variables.
    private const int MostCopies = 8;

    private static readonly List<Loan> s_none = new();

    private readonly Body _body;
    private readonly LoanSet _loans;
    private readonly HeldLoans _held;

    public StoreLenders(Body body, LoanSet loans, HeldLoans held)
    {
        _body = body;
        _loans = loans;
        _held = held;
    }

    /// <summary>
    /// The parameters, <c>this</c> among them, that lent what <paramref name="through"/> points into where the cursor stands; none where that is
    /// this body's own, or may be.
    /// </summary>
    public IReadOnlyList<Loan> Of(int through)
    {
        var isBorrow = true;
        var root = RootOf(through, ref isBorrow);
        if (root >= 0 && _loans.UniversalOf(root) is { } own)
        {
            return [own];
        }

        if (root < 0 || !isBorrow)
        {
            return s_none;
        }

        var lenders = new List<Loan>();
        foreach (var index in _held.LoansHeldBy(through))
        {
            var loan = _loans.Loans[index];
            if (loan.IsUniversal && _loans.UniversalOf(loan.Holder) is not null)
            {
                lenders.Add(loan);
            }
            else if (!loan.IsUniversal && !loan.Place.IsIndirect)
            {
                // It may point into what this body owns, which merely carries what was lent.
                return s_none;
            }
        }

        if (lenders.Count > 1)
        {
            // What is of another type it carries inside what it points at; where all are, nobody knows which.
            lenders.RemoveAll(lender => !PointsInto.MayPoint(_body, through, new Place(lender.Holder)));
        }

        return lenders;
    }

    // The borrow that `through` was taken from, or the plain object that it is another name for; -1 for what this body owns.
    private int RootOf(int through, ref bool isBorrow)
    {
        for (var copies = 0; copies < MostCopies; copies++)
        {
            switch (_body.WritesOf(through).Only)
            {
                case Assign { Value: Borrow { Place: var borrowed } } when _body.Locals[through].IsTransient:
                    return borrowed.IsIndirect ? borrowed.Local : -1;
                case Assign { Value: Read { Operand: { Kind: OperandKind.Copy, IsMoveType: false, Place: { IsLocal: true, Local: var copied } } } }:
                    isBorrow = false;
                    through = copied;
                    continue;
                case Assign { Value: Read { Operand.Kind: OperandKind.Move } } or Call { ResultMode: Mode.Owned or Mode.Plain or Mode.None } when _body.Locals[through].IsTransient:
                    return -1;
                default:
                    return through;
            }
        }

        return through;
    }
}
