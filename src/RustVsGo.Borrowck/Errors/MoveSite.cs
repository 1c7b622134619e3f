using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>One of the moves behind a use after move.</summary>
/// <param name="Syntax">The expression that was moved.</param>
/// <param name="Cause">What took it.</param>
/// <param name="IsInPreviousIteration">Whether it happens in an earlier turn of a loop around the use.</param>
/// <param name="IsTheUse">Whether the use itself is the move, in the turn before.</param>
public sealed record MoveSite(SyntaxNode Syntax, MoveCause Cause, bool IsInPreviousIteration, bool IsTheUse)
{
    /// <summary>Where a nested function took it: the expression in its body that moves it.</summary>
    public SyntaxNode? UseInClosure { get; init; }
}
