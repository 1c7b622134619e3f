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
    private readonly HashSet<ISymbol> _inProgress = new(SymbolEqualityComparer.Default);
    private bool _metItself;
    private readonly Dictionary<ISymbol, ImmutableArray<CapturedPlace>> _captures = new(SymbolEqualityComparer.Default);

    public NestedBodies(ControlFlowGraph graph, NestedBodies? parent, BodyBorrowChecker checker, List<BorrowError> errors, CancellationToken cancellation)
    {
        _graph = graph;
        _parent = parent;
        _checker = checker;
        _errors = errors;
        _cancellation = cancellation;
    }

    public ImmutableArray<CapturedPlace> CapturesOf(IFlowAnonymousFunctionOperation function, INamedTypeSymbol? delegateType)
    {
        if (_captures.TryGetValue(function.Symbol, out var known))
        {
            return known;
        }

        var graph = _graph.GetAnonymousFunctionControlFlowGraph(function, _cancellation);
        return Check(graph, function.Symbol, delegateType?.DelegateInvokeMethod);
    }

    public ImmutableArray<CapturedPlace> CapturesOf(IMethodSymbol localFunction)
    {
        for (var scope = this; scope is not null; scope = scope._parent)
        {
            if (scope._captures.TryGetValue(localFunction, out var known))
            {
                scope._metItself |= scope._inProgress.Contains(localFunction);
                return known;
            }

            if (scope._graph.LocalFunctions.Contains(localFunction))
            {
                return scope.Check(scope._graph.GetLocalFunctionControlFlowGraph(localFunction, _cancellation), localFunction, invoke: null);
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

    // Functions that reach themselves, through others or not, are looked at until what they capture no longer grows; only then they report.
    private ImmutableArray<CapturedPlace> Check(ControlFlowGraph graph, IMethodSymbol function, IMethodSymbol? invoke)
    {
        _captures[function] = ImmutableArray<CapturedPlace>.Empty;
        _inProgress.Add(function);
        var isOutermost = _inProgress.Count == 1;
        while (true)
        {
            var before = _captures[function];
            var found = new List<BorrowError>();
            var captures = _checker.CheckNested(graph, function, invoke, this, found, _cancellation);
            _captures[function] = captures;
            if (!_metItself || !isOutermost || captures.Length == before.Length)
            {
                _errors.AddRange(found);
                break;
            }

            // What was learned on the way was learned from an unfinished answer.
            Forget(function);
        }

        _inProgress.Remove(function);
        _metItself &= !isOutermost;
        return _captures[function];
    }

    private void Forget(IMethodSymbol function)
    {
        _metItself = false;
        foreach (var other in _graph.LocalFunctions)
        {
            if (!SymbolEqualityComparer.Default.Equals(other, function))
            {
                _captures.Remove(other);
            }
        }
    }
}
