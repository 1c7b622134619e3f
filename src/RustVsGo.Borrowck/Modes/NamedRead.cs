using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Modes;

/// <summary>Reads of what a pattern named: they borrow on until the value is given away, and then it is that of the place which the pattern matched.</summary>
internal static class NamedRead
{
    /// <param name="assign">A read of a name or of a part of it.</param>
    /// <param name="operand">What it reads.</param>
    /// <param name="mode">What the name holds.</param>
    public static bool Takes(Assign assign, Operand operand, Mode mode) =>
        mode.IsBorrowed()
        && operand.Kind == OperandKind.Value
        && (assign.Takes || !operand.Place.IsLocal || (operand.Gives && (operand.IsMoveType || operand.Cause.Kind == MoveCauseKind.Argument)));
}
