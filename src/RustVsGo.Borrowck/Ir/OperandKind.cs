namespace RustVsGo.Borrowck.Ir;

/// <summary>How an operand reads its place.</summary>
public enum OperandKind : byte
{
    /// <summary>By value; whether that moves, copies or reborrows depends on the mode of its local and is settled by <c>ModeResolution</c>.</summary>
    Value,

    /// <summary>Takes the value; the place is uninitialized afterwards.</summary>
    Move,

    /// <summary>Copies plain data or a shared borrow.</summary>
    Copy,
}
