using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Lowering;

namespace RustVsGo.Borrowck;

/// <summary>The nested functions of one body: each is checked when the body around it first needs to know what it captures.</summary>
internal sealed class NestedBodies : INestedBodies
{
    private readonly ControlFlowGraph _graph;
    private readonly NestedBodies? _parent;
    private readonly BodyBorrowChecker _checker;
    private readonly List<BorrowError> _errors;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<ISymbol, ImmutableArray<CapturedPlace>> _captures = new(SymbolEqualityComparer.Default);

    public NestedBodies(ControlFlowGraph graph, NestedBodies? parent, BodyBorrowChecker checker, List<BorrowError> errors, CancellationToken cancellation)
    {
        _graph = graph;
        _parent = parent;
        _checker = checker;
        _errors = errors;
        _cancellation = cancellation;
    }

    public ImmutableArray<CapturedPlace> CapturesOf(IFlowAnonymousFunctionOperation function)
    {
        if (_captures.TryGetValue(function.Symbol, out var known))
        {
            return known;
        }

        var graph = _graph.GetAnonymousFunctionControlFlowGraph(function, _cancellation);
        return Check(graph, function.Symbol);
    }

    public ImmutableArray<CapturedPlace> CapturesOf(IMethodSymbol localFunction)
    {
        for (var scope = this; scope is not null; scope = scope._parent)
        {
            if (scope._captures.TryGetValue(localFunction, out var known))
            {
                return known;
            }

            if (scope._graph.LocalFunctions.Contains(localFunction))
            {
                return scope.Check(scope._graph.GetLocalFunctionControlFlowGraph(localFunction, _cancellation), localFunction);
            }
        }

        return ImmutableArray<CapturedPlace>.Empty;
    }

    /// <summary>Checks the local functions that nobody called.</summary>
    public void CheckRemaining()
    {
        foreach (var function in _graph.LocalFunctions)
        {
            CapturesOf(function);
        }
    }

    private ImmutableArray<CapturedPlace> Check(ControlFlowGraph graph, IMethodSymbol function)
    {
        // A function that reaches itself adds nothing to what it captures.
        _captures[function] = ImmutableArray<CapturedPlace>.Empty;
        var captures = _checker.CheckNested(graph, function, this, _errors, _cancellation);
        _captures[function] = captures;
        return captures;
    }
}
