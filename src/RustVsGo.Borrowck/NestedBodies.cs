using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Lowering;
using RustVsGo.Borrowck.Modes;

namespace RustVsGo.Borrowck;

/// <summary>The nested functions of one body: each is checked when the body around it first needs to know what it captures.</summary>
internal sealed class NestedBodies : INestedBodies
{
    private readonly ControlFlowGraph _graph;
    private readonly NestedBodies? _parent;
    private readonly BodyBorrowChecker _checker;
    private readonly BodyInference _inference;
    private readonly List<BorrowError> _errors;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<ISymbol> _inProgress = new(SymbolEqualityComparer.Default);
    private bool _metItself;
    private readonly Dictionary<ISymbol, ImmutableArray<CapturedPlace>> _captures = new(SymbolEqualityComparer.Default);

    public NestedBodies(ControlFlowGraph graph, NestedBodies? parent, BodyBorrowChecker checker, BodyInference inference, List<BorrowError> errors, CancellationToken cancellation)
    {
        _graph = graph;
        _parent = parent;
        _checker = checker;
        _inference = inference;
        _errors = errors;
        _cancellation = cancellation;
    }

    public ImmutableArray<CapturedPlace> CapturesOf(IFlowAnonymousFunctionOperation function, INamedTypeSymbol? delegateType, bool isOnce)
    {
        if (_captures.TryGetValue(function.Symbol, out var known))
        {
            return known;
        }

        var graph = _graph.GetAnonymousFunctionControlFlowGraph(function, _cancellation);
        return Check(graph, function.Symbol, delegateType?.DelegateInvokeMethod, isOnce);
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
                return scope.Check(scope._graph.GetLocalFunctionControlFlowGraph(localFunction, _cancellation), localFunction, invoke: null, isOnce: false);
            }
        }

        return ImmutableArray<CapturedPlace>.Empty;
    }

    public bool NamesWhatIsAround(IFlowAnonymousFunctionOperation function) => NamesAround.Any(_graph, function, _cancellation);

    public Mode? BorrowAround(ISymbol variable)
    {
        for (var scope = _parent; scope is not null; scope = scope._parent)
        {
            if (scope._inference.BorrowIn(variable) is { } mode)
            {
                return mode;
            }
        }

        return null;
    }

    /// <summary>
    /// Tells the nested functions which of the variables that they take by value, assign or keep a borrow of hold a borrow in <paramref name="body"/>: of those they only copy or reborrow what they hold.
    /// </summary>
    /// <returns>Whether one was not known yet, so that what was found in them does not hold.</returns>
    public bool LearnBorrows(Body body, LocalModes modes)
    {
        var learned = false;
        Dictionary<ISymbol, int>? named = null;
        foreach (var captures in _captures.Values)
        {
            foreach (var capture in captures)
            {
                if ((capture.Kind == CaptureKind.Value || capture.IsAssigned || IsStored(captures, capture)) && (capture.Root ?? capture.Type) is { } variable
                    && LocalOf(body, capture.Root, ref named) is >= 0 and var local
                    && modes.Everywhere(local) is Mode.Shared or Mode.Exclusive or Mode.Unowned)
                {
                    learned |= _inference.AddBorrow(variable, modes.Everywhere(local));
                }
            }
        }

        return learned;
    }

    private static bool IsStored(ImmutableArray<CapturedPlace> captures, CapturedPlace stored)
    {
        foreach (var capture in captures)
        {
            foreach (var flow in capture.Keeps)
            {
                if (!flow.IsContent && ReferenceEquals(captures[flow.From], stored))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Without a name it is `this`.
    private static int LocalOf(Body body, ISymbol? symbol, ref Dictionary<ISymbol, int>? named)
    {
        if (symbol is null)
        {
            foreach (var local in body.Locals)
            {
                if (local.Kind == LocalKind.This)
                {
                    return local.Index;
                }
            }

            return -1;
        }

        if (named is null)
        {
            named = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
            for (var i = body.Locals.Count - 1; i >= 0; i--)
            {
                if (body.Locals[i].Symbol is { } name)
                {
                    named[name] = i;
                }
            }
        }

        return named.TryGetValue(symbol, out var index) ? index : -1;
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
    private ImmutableArray<CapturedPlace> Check(ControlFlowGraph graph, IMethodSymbol function, IMethodSymbol? invoke, bool isOnce)
    {
        _captures[function] = ImmutableArray<CapturedPlace>.Empty;
        _inProgress.Add(function);
        var isOutermost = _inProgress.Count == 1;
        while (true)
        {
            var before = _captures[function];
            var found = new List<BorrowError>();
            var captures = _checker.CheckNested(graph, function, invoke, isOnce, this, found, _cancellation);
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
