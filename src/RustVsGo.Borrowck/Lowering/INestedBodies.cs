using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>Answers what a nested function does with the variables around it. Nested bodies are checked before the body that contains them.</summary>
internal interface INestedBodies
{
    /// <summary>The captures of a lambda or anonymous method that becomes a delegate of the type <paramref name="delegateType"/>, whose contracts hold for it.</summary>
    ImmutableArray<CapturedPlace> CapturesOf(IFlowAnonymousFunctionOperation function, INamedTypeSymbol? delegateType);

    /// <summary>The captures of a local function; empty while it is being looked at itself (recursion).</summary>
    ImmutableArray<CapturedPlace> CapturesOf(IMethodSymbol localFunction);
}
