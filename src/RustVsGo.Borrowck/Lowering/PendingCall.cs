using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>A call whose receiver and arguments are being evaluated.</summary>
internal sealed class PendingCall
{
    /// <summary>The ordinal of an argument whose loans no result holds.</summary>
    public const int NoSource = -2;

    // Most results hold the loans of one argument.
    private static readonly ImmutableArray<int>[] s_single = [ImmutableArray.Create(0), ImmutableArray.Create(1), ImmutableArray.Create(2)];

    private Few<(int Ordinal, int Local)> _arguments;
    private Few<int> _kept;
    private Few<int> _keptByResult;
    private Few<(int From, int To)> _stored;
    private Few<Value> _taken;
    private Few<(Value Delegate, IParameterSymbol Parameter)> _calledOnce;
    private Few<Value> _written;

    // Few calls have one, and each takes more room than all the others together.
    private StrongBox<Value>? _dropped;
    private StrongBox<Value>? _invoked;

    public PendingCall(MethodContract contract, IMethodSymbol method, IOperation operation)
    {
        Contract = contract;
        Method = method;
        Operation = operation;
    }

    public MethodContract Contract { get; private set; }

    public IMethodSymbol Method { get; private set; }

    public IOperation Operation { get; private set; }

    /// <summary>Makes another call of this one, which is finished: nearly every statement has one, so that they are used again.</summary>
    public void Restart(MethodContract contract, IMethodSymbol method, IOperation operation)
    {
        (Contract, Method, Operation) = (contract, method, operation);
        (_dropped, _invoked, NeverReturns, IsReceiverOutside, ReceiverOwner, Collects, KeepsOwed) = (null, null, false, false, null, false, false);
        _arguments.Clear();
        _kept.Clear();
        _keptByResult.Clear();
        _stored.Clear();
        _taken.Clear();
        _calledOnce.Clear();
        _written.Clear();
    }

    /// <summary>The receiver that the call destroys.</summary>
    public Value? Dropped
    {
        get => _dropped?.Value;
        set => _dropped = value is { } dropped ? new StrongBox<Value>(dropped) : null;
    }

    /// <summary>The delegate that is called.</summary>
    public Value? Invoked
    {
        get => _invoked?.Value;
        set => _invoked = value is { } invoked ? new StrongBox<Value>(invoked) : null;
    }

    /// <summary>What the call takes by value.</summary>
    public ref Few<Value> Taken => ref _taken;

    /// <summary>The delegates that the callee calls at most once, each with the parameter that says so.</summary>
    public ref Few<(Value Delegate, IParameterSymbol Parameter)> CalledOnce => ref _calledOnce;

    /// <summary>What the callee has written when it returns: its <c>out</c> arguments.</summary>
    public ref Few<Value> Written => ref _written;

    /// <summary>Whether an argument keeps the callee from returning.</summary>
    public bool NeverReturns { get; set; }

    public bool HasArguments => _arguments.Count > 0;

    /// <summary>The type of the value that the call leaves: of a constructor, the new object's.</summary>
    public ITypeSymbol? ResultType => Method.MethodKind == MethodKind.Constructor || Operation is IObjectCreationOperation ? Operation.Type : Method.ReturnType;

    /// <summary>Notes that the argument for the parameter <paramref name="ordinal"/> is in <paramref name="local"/>; a plain argument (-1) is none.</summary>
    public void Add(int ordinal, int local)
    {
        if (local >= 0)
        {
            _arguments.Add((ordinal, local));
        }
    }

    /// <summary>Whether the new object keeps a value that has to be dropped and that nothing else refers to.</summary>
    public bool KeepsOwed { get; set; }

    /// <summary>Whether the receiver keeps something that it is given.</summary>
    public bool Keeps => _kept.Count > 0;

    /// <summary>Of a receiver that is a plain object which others have as well: the local that leads to it, -1 for a static; else null.</summary>
    public int? ReceiverOwner { get; set; }

    /// <summary>Whether what the receiver keeps becomes an element of it.</summary>
    public bool Collects { get; private set; }

    /// <summary>Whether the receiver comes out of a static or a plain object, so that it lives on.</summary>
    public bool IsReceiverOutside { get; set; }

    /// <summary>The arguments that the receiver keeps.</summary>
    public IEnumerable<int> Kept()
    {
        foreach (var (ordinal, local) in _arguments)
        {
            if (_kept.Contains(ordinal))
            {
                yield return local;
            }
        }
    }

    public void KeepInReceiver(int ordinal) => _kept.Add(ordinal);

    /// <summary>The argument for the parameter <paramref name="ordinal"/> becomes an element of the receiver.</summary>
    public void Collect(int ordinal)
    {
        _kept.Add(ordinal);
        Collects = true;
    }

    /// <summary>Whether the receiver may become the keeper of an argument.</summary>
    public bool MayKeepInReceiver
    {
        get
        {
            foreach (var parameter in Contract.Parameters)
            {
                if (parameter.Kind == ParameterKind.Keeps || parameter.IsCollected)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The loans of the argument in <paramref name="from"/> are stored in what the one in <paramref name="to"/> borrows.</summary>
    public void Store(int from, int to) => _stored.Add((from, to));

    /// <summary>The new object, or the receiver, keeps the argument for the parameter <paramref name="ordinal"/>.</summary>
    public void Keep(int ordinal)
    {
        if (Operation is IObjectCreationOperation)
        {
            _keptByResult.Add(ordinal);
        }
        else
        {
            _kept.Add(ordinal);
        }
    }

    /// <summary>How the result holds on to that argument.</summary>
    public LoanStrength StrengthOf(int ordinal) => Contract.Return.IsDeferred && NeedsLoansOf(ordinal) ? LoanStrength.Deferred : LoanStrength.Full;

    /// <summary>Whether the result holds the loans of that argument.</summary>
    public bool NeedsLoansOf(int ordinal) => Contract.Return.Sources.Contains(ordinal);

    public ImmutableArray<int> Arguments()
    {
        if (_arguments.Count == 0)
        {
            return ImmutableArray<int>.Empty;
        }

        if (_arguments.Count == 1)
        {
            return ImmutableArray.Create(_arguments[0].Local);
        }

        var locals = ImmutableArray.CreateBuilder<int>(_arguments.Count);
        foreach (var (_, local) in _arguments)
        {
            locals.Add(local);
        }

        return locals.MoveToImmutable();
    }

    /// <summary>The positions of the arguments whose loans the result holds: those that its contract names and, of a new object, those that it keeps.</summary>
    public ImmutableArray<int> Sources()
    {
        var ordinals = Contract.Return.Sources;
        if ((ordinals.IsEmpty && _keptByResult.Count == 0) || _arguments.Count == 0)
        {
            return ImmutableArray<int>.Empty;
        }

        var count = 0;
        for (var i = 0; i < _arguments.Count; i++)
        {
            count += IsSource(_arguments[i].Ordinal) ? 1 : 0;
        }

        var positions = ImmutableArray.CreateBuilder<int>(count);
        for (var i = 0; i < _arguments.Count; i++)
        {
            if (IsSource(_arguments[i].Ordinal))
            {
                positions.Add(i);
            }
        }

        return count == 1 && positions[0] < s_single.Length ? s_single[positions[0]] : positions.MoveToImmutable();
    }

    /// <summary>What is stored in arguments: what the receiver keeps and what a nested function stores in its captures. A constructor's result keeps them by its return contract.</summary>
    public ImmutableArray<(int From, int To)> Stores()
    {
        if (_kept.Count == 0 && _stored.Count == 0)
        {
            return ImmutableArray<(int, int)>.Empty;
        }

        var stores = ImmutableArray.CreateBuilder<(int, int)>();
        for (var to = 0; to < _arguments.Count; to++)
        {
            for (var from = 0; from < _arguments.Count && _arguments[to].Ordinal == ReturnContract.Receiver; from++)
            {
                if (_kept.Contains(_arguments[from].Ordinal))
                {
                    stores.Add((from, to));
                }
            }
        }

        foreach (var (from, to) in _stored)
        {
            stores.Add((PositionOf(from), PositionOf(to)));
        }

        return stores.ToImmutable();
    }

    private bool IsSource(int ordinal) => Contract.Return.Sources.Contains(ordinal) || _keptByResult.Contains(ordinal);

    private int PositionOf(int local)
    {
        for (var i = 0; i < _arguments.Count; i++)
        {
            if (_arguments[i].Local == local)
            {
                return i;
            }
        }

        return -1;
    }
}
