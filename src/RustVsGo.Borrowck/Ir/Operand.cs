namespace RustVsGo.Borrowck.Ir;

/// <summary>A read of a place by value.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Place">What is read.</param>
/// <param name="Gives">Whether the target keeps the value for good (an owning parameter, a return, a field) rather than giving it another name.</param>
/// <param name="Cause">What takes the value if reading it moves.</param>
/// <param name="IsMoveType">Whether the place's type is a move type.</param>
public sealed record Operand(OperandKind Kind, Place Place, bool Gives, MoveCause Cause, bool IsMoveType)
{
    /// <summary>Whether the value gets a name of a plain type: another name for what stays with its owner.</summary>
    public bool IsPlainName { get; init; }
}
