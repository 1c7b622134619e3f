using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Loans;

/// <summary>
/// Where the loans that a local holds go when a statement runs: signatures decide for calls, everything else is copying
/// (rustc has subset constraints between regions for this).
/// </summary>
internal static class LoanFlow
{
    /// <summary>Pairs of locals: the loans of the first are held by the second afterwards; -1 as the first stands for the statement's own loan.</summary>
    public static LoanFlows Of(Statement statement) => statement switch
    {
        // A reborrow lives no longer than what it goes through; a borrow of a carrier sees what that carries.
        Assign { Value: Borrow borrow } assign => new LoanFlows((-1, assign.Target.Local), (borrow.Place.Local, assign.Target.Local)),
        Assign { Value: Read { Operand: var operand } } assign when CarriesLoans(operand) => new LoanFlows((operand.Place.Local, assign.Target.Local)),
        Call { Target: { } target } call => LoanFlows.OfSources(call, target.Local),
        _ => default,
    };

    /// <summary>Pairs: the loans of the first are stored in what the second one borrows.</summary>
    public static LoanFlows StoredThrough(Statement statement) => statement switch
    {
        Assign { Target.IsIndirect: true, Value: Borrow } assign => new LoanFlows((-1, assign.Target.Local)),
        Assign { Target.IsIndirect: true, Value: Read { Operand: var operand } } assign when CarriesLoans(operand) =>
            new LoanFlows((operand.Place.Local, assign.Target.Local)),
        Call call => LoanFlows.OfStores(call),
        _ => default,
    };

    /// <summary>Whether what <paramref name="statement"/> stores takes along a borrow of <paramref name="lent"/>.</summary>
    public static bool IsStored(Statement statement, LocalDecl lent) => statement is not (Call { Collects: true } or Escape { Collects: true }) || lent.IsMoveType;

    /// <summary>Whether the target of <paramref name="assign"/> holds anything of what its value was read from.</summary>
    public static bool IsPassedOn(Assign assign) => assign.Value is Borrow || (assign.Value is Read { Operand: var operand } && CarriesLoans(operand));

    // A plain value that is copied out of something borrowed carries no loan; the borrow itself, a container and a carrier do.
    private static bool CarriesLoans(Operand operand)
    {
        // What was taken out of a borrow, allowed or not, is owned from there.
        if (operand.Kind == OperandKind.Move && operand.Place.IsIndirect)
        {
            return false;
        }

        var steps = operand.Place.Projections;
        return steps.Length == 0
            || operand.IsMoveType
            || operand.IsCarrier
            || (steps[steps.Length - 1].Member is { } member && ContractModel.BorrowedMember(member) is not null);
    }
}
