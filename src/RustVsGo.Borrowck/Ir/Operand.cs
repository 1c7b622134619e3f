namespace RustVsGo.Borrowck.Ir;

/// <summary>A read of a place by value. A value itself, inside of the <see cref="Read"/> that has it: each variable is read more than once.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Place">What is read.</param>
/// <param name="Gives">Whether the target keeps the value for good (an owning parameter, a return, a field) rather than giving it another name.</param>
/// <param name="Cause">What takes the value if reading it moves.</param>
/// <param name="IsMoveType">Whether the place's type is a move type.</param>
public readonly record struct Operand(OperandKind Kind, Place Place, bool Gives, MoveCause Cause, bool IsMoveType)
{
    /// <summary>Whether the value gets a name of a plain type: another name for what stays with its owner.</summary>
    public bool IsPlainName { get; init; }

    /// <summary>Whether the value is of a type that carries borrows, so that they go with it.</summary>
    public bool IsCarrier { get; init; }

    /// <summary>Whether a nested function takes it with what it captures: what is reached through a borrow it takes with that borrow.</summary>
    public bool IsCaptured { get; init; }

    /// <summary>Whether the same statement puts another value into the place (<c>(a, b) = (b, a)</c>), so that nothing is left without one.</summary>
    public bool IsSwapped { get; init; }
}
