using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Where a borrow is needed again, which is why it is still there (rustc's <c>BorrowExplanation</c>).</summary>
/// <param name="Syntax">The expression; of a drop, the variable that is dropped.</param>
/// <param name="Kind">What it does with the borrow.</param>
public sealed record LaterUse(SyntaxNode Syntax, LaterUseKind Kind);
