namespace RustVsGo.Borrowck.Errors;

/// <summary>What a use after a move does (rustc's <c>InitializationRequiringAction</c>).</summary>
public enum UseAfterMoveKind : byte
{
    Use,
    Borrow,
    Move,
    PartialAssignment,
    Drop,
    EndOfUsing,
}
