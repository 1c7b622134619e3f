using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Ir;

/// <summary>Why a value left its owner, for the explanation of an error.</summary>
/// <param name="Kind">The construct.</param>
/// <param name="Symbol">The parameter that took it, the member that consumed or dropped it, the variable of its keeper, or null.</param>
public sealed record MoveCause(MoveCauseKind Kind, ISymbol? Symbol)
{
    /// <summary>The parameter that took it, or the method that consumed it as its receiver; null where nobody did by a contract.</summary>
    public ISymbol? Taker => Kind is MoveCauseKind.Argument or MoveCauseKind.Receiver ? Symbol : null;

    /// <summary>Whether the value was destroyed, and not given to somebody else.</summary>
    public bool IsDrop => Kind is MoveCauseKind.Dropped or MoveCauseKind.DroppedByKeeper or MoveCauseKind.UsingEnded;

    public static MoveCause Assigned { get; } = new(MoveCauseKind.Assigned, null);

    public static MoveCause Returned { get; } = new(MoveCauseKind.Returned, null);

    public static MoveCause Stored { get; } = new(MoveCauseKind.Stored, null);

    public static MoveCause Captured { get; } = new(MoveCauseKind.Captured, null);

    public static MoveCause Called { get; } = new(MoveCauseKind.Called, null);

    public static MoveCause UsingEnded { get; } = new(MoveCauseKind.UsingEnded, null);
}
