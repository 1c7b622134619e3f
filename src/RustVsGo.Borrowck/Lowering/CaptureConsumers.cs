using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// How the values that Roslyn keeps in flow captures are consumed: whether <c>c ? a : b</c> moves or borrows its sides is decided by
/// what stands around it, which the graph shows only where the capture is referred to, after the sides were evaluated.
/// </summary>
internal sealed class CaptureConsumers
{
    private readonly ContractModel _contracts;
    private readonly CaptureConsumer _returned;
    private readonly Dictionary<CaptureId, int> _captures = new();
    private readonly HashSet<CaptureId> _variables = new();
    private readonly Dictionary<CaptureId, int> _defaults = new();
    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _reassigned = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, CaptureConsumer> _consumers = new();
    private readonly List<(CaptureId From, CaptureId To)> _passedOn = new();

    /// <param name="graph">The graph of the body.</param>
    /// <param name="contracts">What the members it uses say.</param>
    /// <param name="returns">What the body's own signature says of its result.</param>
    /// <param name="isLambda">Whether it is a lambda, which says nothing about its result where its delegate does not.</param>
    public CaptureConsumers(ControlFlowGraph graph, ContractModel contracts, ReturnKind returns, bool isLambda)
    {
        _returned = returns switch
        {
            ReturnKind.Borrowed => CaptureConsumer.Borrow(BorrowKind.Shared),
            ReturnKind.BorrowedMut => CaptureConsumer.Borrow(BorrowKind.Exclusive),
            ReturnKind.Shared => CaptureConsumer.Look,
            // An owned value leaves a lambda that says nothing, a borrowed one is lent on.
            _ => CaptureConsumer.Take(gives: !isLambda || returns == ReturnKind.Owned, MoveCause.Returned),
        };
        _contracts = contracts;
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                Visit(operation);
            }

            if (block.BranchValue is { } value)
            {
                if (Unwrap(value) is IFlowCaptureReferenceOperation reference
                    && block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return
                    && block.ConditionKind == ControlFlowConditionKind.None)
                {
                    Add(reference.Id, _returned);
                }
                else
                {
                    Visit(value);
                }
            }
        }

        // A capture that only fills another one is consumed as that one is. Chains are as deep as expressions nest.
        for (var i = _passedOn.Count - 1; i >= 0; i--)
        {
            if (_consumers.TryGetValue(_passedOn[i].To, out var consumer))
            {
                Add(_passedOn[i].From, consumer);
            }
        }
    }

    /// <summary>Whether <paramref name="variable"/> gets another value than its first somewhere: then no other name can stand for it.</summary>
    public bool IsReassigned(ISymbol? variable) => variable is not null && _reassigned.Contains(variable);

    /// <summary>Whether <paramref name="variable"/> is written anywhere but where it is declared, whatever with.</summary>
    public bool IsAssigned(ISymbol variable) => _assigned.Contains(variable);

    /// <summary>Whether one operation fills the capture, and <c>default</c> where that is passed by: <c>d?.Next</c>.</summary>
    public bool IsFilledOrDefault(CaptureId id) =>
        _defaults.TryGetValue(id, out var defaults) && _captures.TryGetValue(id, out var count) && count == defaults + 1;

    /// <summary>Whether more than one operation fills the capture: then it is a variable of its own.</summary>
    public bool IsFilledTwice(CaptureId id) => _captures.TryGetValue(id, out var count) && count > 1;

    public CaptureConsumer Of(CaptureId id) => _consumers.TryGetValue(id, out var consumer) ? consumer : CaptureConsumer.Look;

    /// <summary>The borrow as which the body returns its result; null where its signature does not call that borrowed.</summary>
    public BorrowKind? Lent => _returned.Borrowed;

    /// <summary>Whether what the body returns by value is its caller's for good.</summary>
    public bool GivesResult => _returned.Gives;

    /// <summary>The borrow as which the value is returned; null where it is not, or the signature does not call the result borrowed.</summary>
    public BorrowKind? ReturnedAs(CaptureId id) => ReferenceEquals(Of(id), _returned) ? Lent : null;

    private static IOperation Unwrap(IOperation operation) =>
        operation is IConversionOperation { OperatorMethod: null } conversion ? Unwrap(conversion.Operand) : operation;

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                _captures.TryGetValue(capture.Id, out var count);
                _captures[capture.Id] = count + 1;
                if (capture.Value is IDefaultValueOperation)
                {
                    _defaults.TryGetValue(capture.Id, out var defaults);
                    _defaults[capture.Id] = defaults + 1;
                }

                if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation)
                {
                    _variables.Add(capture.Id);
                }

                break;
            case IFlowCaptureReferenceOperation reference:
                Classify(reference);
                break;
            case ISimpleAssignmentOperation { IsImplicit: false, IsRef: false, Target: ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } } assignment when !IsBorrow(assignment.Value):
                _reassigned.Add(local);
                break;
            case ISimpleAssignmentOperation { IsImplicit: false, IsRef: false, Target: IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } } assignment
                when !IsBorrow(assignment.Value):
                _reassigned.Add(parameter);
                break;
        }

        if (WrittenBy(operation) is ILocalReferenceOperation { Local: var written })
        {
            _assigned.Add(written);
        }

        foreach (var child in operation.ChildOperations)
        {
            Visit(child);
        }
    }

    private static IOperation? WrittenBy(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsImplicit: false, IsRef: false } assignment => assignment.Target,
        ICompoundAssignmentOperation compound => compound.Target,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var argument } => argument,
        _ => null,
    };

    // A cursor that moves on stays a borrow, and so does what was found through it.
    private bool IsBorrow(IOperation value) => Unwrap(value) is IInvocationOperation { TargetMethod: var method }
        && _contracts.Method(method).Return.Kind is ReturnKind.Borrowed or ReturnKind.BorrowedMut;

    private void Classify(IFlowCaptureReferenceOperation reference)
    {
        IOperation child = reference;
        var parent = reference.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            child = parent;
            parent = parent.Parent;
        }

        switch (parent)
        {
            case IFlowCaptureOperation outer:
                _passedOn.Add((reference.Id, outer.Id));
                break;
            case IArgumentOperation { Parameter: { } parameter } argument:
                Add(reference.Id, OfArgument(parameter, argument));
                break;
            case IInvocationOperation invocation when ReferenceEquals(invocation.Instance, child):
                Add(reference.Id, OfReceiver(_contracts.Method(invocation.TargetMethod).Receiver, invocation.TargetMethod));
                break;
            case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Value, child):
                Add(reference.Id, assignment.IsRef
                    ? CaptureConsumer.Borrow(BorrowKind.Exclusive)
                    : assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation
                        || assignment.Target is IFlowCaptureReferenceOperation { Id: var target } && _variables.Contains(target)
                        ? CaptureConsumer.Take(gives: false, MoveCause.Assigned)
                        : CaptureConsumer.Take(gives: true, MoveCause.Stored));
                break;
            case IReturnOperation:
                Add(reference.Id, _returned);
                break;
            case ITupleOperation or IArrayInitializerOperation or IAnonymousObjectCreationOperation:
                Add(reference.Id, CaptureConsumer.Take(gives: true, MoveCause.Stored));
                break;
        }
    }

    private CaptureConsumer OfArgument(IParameterSymbol parameter, IArgumentOperation argument)
    {
        var method = argument.Parent switch
        {
            IInvocationOperation invocation => _contracts.Method(invocation.TargetMethod),
            IObjectCreationOperation { Constructor: { } constructor } => _contracts.Method(constructor),
            _ => null,
        };
        if (method is null || ContractAtCall.Of(method, parameter.Ordinal, argument.Parent) is not { } contract)
        {
            return CaptureConsumer.Look;
        }

        return contract.Kind switch
        {
            ParameterKind.Owned => CaptureConsumer.Take(gives: true, new MoveCause(MoveCauseKind.Argument, parameter)),
            ParameterKind.TakesWhatItIsGiven => CaptureConsumer.Take(gives: false, new MoveCause(MoveCauseKind.Argument, parameter)),
            ParameterKind.BorrowedMut or ParameterKind.Ref => CaptureConsumer.Borrow(BorrowKind.Exclusive),
            _ => CaptureConsumer.Borrow(BorrowKind.Shared),
        };
    }

    private static CaptureConsumer OfReceiver(ReceiverKind receiver, IMethodSymbol method) => receiver switch
    {
        ReceiverKind.Consumes => CaptureConsumer.Take(gives: true, new MoveCause(MoveCauseKind.Receiver, method)),
        ReceiverKind.Mutates or ReceiverKind.Drops => CaptureConsumer.Borrow(BorrowKind.Exclusive),
        _ => CaptureConsumer.Borrow(BorrowKind.Shared),
    };

    // Of several consumers the strongest counts: what is moved by one of them must be there to be moved.
    private void Add(CaptureId id, CaptureConsumer consumer)
    {
        if (!_consumers.TryGetValue(id, out var known) || known.Strength < consumer.Strength)
        {
            _consumers[id] = consumer;
        }
    }
}
