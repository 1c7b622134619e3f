using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>Answers what a nested function does with the variables around it. Nested bodies are checked before the body that contains them.</summary>
internal interface INestedBodies
{
    /// <summary>The captures of a lambda or anonymous method that becomes a delegate of the type <paramref name="delegateType"/>, whose contracts hold for it.</summary>
    /// <param name="function">The lambda.</param>
    /// <param name="delegateType">The type of the delegate.</param>
    /// <param name="isOnce">Whether whoever gets the delegate calls it once at most.</param>
    ImmutableArray<CapturedPlace> CapturesOf(IFlowAnonymousFunctionOperation function, INamedTypeSymbol? delegateType, bool isOnce);

    /// <summary>The captures of a local function; empty while it is being looked at itself (recursion).</summary>
    ImmutableArray<CapturedPlace> CapturesOf(IMethodSymbol localFunction);

    /// <summary>Whether a lambda names a variable of the body around it, of whatever type, or the object: what <see cref="CapturesOf(IFlowAnonymousFunctionOperation, INamedTypeSymbol?, bool)"/> lists are those that matter to ownership.</summary>
    bool NamesWhatIsAround(IFlowAnonymousFunctionOperation function);

    /// <summary>Whether <paramref name="variable"/> of a body around this one (the type, for <c>this</c>) is known to hold a borrow wherever it is assigned, and which; otherwise null.</summary>
    Mode? BorrowAround(ISymbol variable);
}
