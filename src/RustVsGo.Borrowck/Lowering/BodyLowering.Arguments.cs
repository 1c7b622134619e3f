using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>What a call does with its arguments.</content>
internal sealed partial class BodyLowering
{
    private void LowerArgument(PendingCall call, IArgumentOperation argument, bool isDiscarded)
    {
        if (argument.Parameter is not { } parameter)
        {
            ReadPlain(LowerOperation(argument.Value));
            return;
        }

        if (call.Contract.Parameters[parameter.Ordinal].Kind == ParameterKind.Lent && ParamsElements(argument) is { } elements)
        {
            // The collection is the compiler's: what stands in it is lent as if each had a parameter of its own.
            foreach (var element in elements)
            {
                call.Add(parameter.Ordinal, Lend(LowerOperation(element), call.NeedsLoansOf(parameter.Ordinal), LentStrength(call, parameter.Ordinal), isPassedOn: true));
            }

            return;
        }

        var value = LowerOperation(argument.Value);
        if (!value.HasPlace && TypeOwnership.IsNativeInteger(call.ResultType) && WithoutConversions(argument.Value) is IDelegateCreationOperation made && IsMadeAnew(made))
        {
            value = Result(made, Mode.Plain);
        }

        if (IsFinalized(call, parameter.Ordinal, value, argument.Value))
        {
            var outer = _authority;
            _authority = call.Contract.Authority;
            call.Add(parameter.Ordinal, ReserveTemporary(value));
            _authority = outer;
            return;
        }

        PassArgument(call, parameter, value, isDiscarded);
    }

    private static IEnumerable<IOperation>? ParamsElements(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } initializer } } => initializer.ElementValues,
        { ArgumentKind: Lightup.ParamCollection, Value: { Kind: Lightup.CollectionExpression } collection } => collection.ChildOperations,
        _ => null,
    };

    private void PassArgument(PendingCall call, IParameterSymbol parameter, Value value, bool isDiscarded)
    {
        var ordinal = parameter.Ordinal;
        if (ContractAtCall.Of(call.Contract, ordinal, call.Operation) is not { } contract)
        {
            ReadPlain(value);
            return;
        }

        var outer = _authority;
        _authority = call.Contract.Authority;
        PassArgumentAs(call, parameter, contract, value, isDiscarded);
        _authority = outer;
    }

    private void PassArgumentAs(PendingCall call, IParameterSymbol parameter, ParameterContract contract, Value value, bool isDiscarded)
    {
        var ordinal = parameter.Ordinal;
        if (call.Method.ContainingType.Name == AttributeNames.Own)
        {
            _borrowedByOwn = value.HasPlace ? value.Place.Local : -1;
        }

        if (value.HasPlace && contract.MayRepeat)
        {
            Emit(new Use(Origin(value.Syntax), value.Place, UseKind.Repeat) { PassedFor = parameter });
        }

        switch (contract.Kind)
        {
            case ParameterKind.Owned:
                var cause = new MoveCause(MoveCauseKind.Argument, parameter);
                var owned = TakeFor(call, value, gives: true, cause);
                call.Add(ordinal, owned);
                if (owned >= 0 && value.Type is { } type && (type.TypeKind == TypeKind.Delegate || SequenceTypes.IsTask(type)))
                {
                    // A delegate or task that the callee keeps outlives this body.
                    Emit(new Escape(Origin(value.Syntax), owned) { Cause = cause });
                    _body.HasEscapes = true;
                }

                break;
            case ParameterKind.Keeps:
                call.Add(ordinal, Reserve(value, BorrowKind.Shared, strength: LoanStrength.Keeps));
                call.Keep(ordinal);
                call.KeepsOwed |= value is { HasPlace: true, Place.IsLocal: true } && _body.Locals[value.Place.Local] is { IsTransient: true } kept && (kept.OwesDrop || kept.KeepsOwed);
                break;
            case ParameterKind.TakesWhatItIsGiven:
                call.Add(ordinal, isDiscarded && call.Contract.Return.Kind == ReturnKind.WhatItWasGiven
                    ? Lend(value, keepLoans: false)
                    : TakeFor(call, value, gives: false, new MoveCause(MoveCauseKind.Argument, parameter)));
                break;
            case ParameterKind.Borrowed:
                call.Add(ordinal, Reserve(value, BorrowKind.Shared, strength: call.StrengthOf(ordinal)));
                break;
            case ParameterKind.BorrowedMut:
                call.Add(ordinal, Reserve(value, BorrowKind.Exclusive, isReceiver: IsExtensionReceiver(call, parameter)));
                break;
            case ParameterKind.In:
                call.Add(ordinal, Reserve(value, BorrowKind.Shared, direct: true));
                break;
            case ParameterKind.Ref when IsInteriorMutability(call.Method.ContainingType):
                ReadPlain(value);
                break;
            case ParameterKind.Ref when value.HasPlace && _body.Locals[value.Place.Local].Kind == LocalKind.Referent:
                // Another object may be there afterwards.
                ReadPlain(value);
                call.Written.Add(value);
                break;
            case ParameterKind.Ref:
                call.Add(ordinal, Reserve(value, BorrowKind.Exclusive, direct: true, isReceiver: IsExtensionReceiver(call, parameter)));
                break;
            case ParameterKind.Out:
                call.Written.Add(value);
                break;
            default:
                call.Add(ordinal, Lend(value, call.NeedsLoansOf(ordinal) || contract.KeptByReceiver || contract.IsCollected, LentStrength(call, ordinal), isPassedOn: true));
                break;
        }

        if (contract.KeptByReceiver)
        {
            call.KeepInReceiver(ordinal);
        }
        else if (contract.IsCollected)
        {
            call.Collect(ordinal);
        }

        if (value.HasPlace && contract.Kind != ParameterKind.Owned && contract.IsOnce)
        {
            call.CalledOnce.Add((value, parameter));
        }
    }

    // `d.Edit(x)`, and not `Extensions.Edit(d, x)`: what stands before the dot has no argument of its own in the syntax.
    private static bool IsExtensionReceiver(PendingCall call, IParameterSymbol parameter) =>
        parameter.Ordinal == 0
        && call is { Method.IsExtensionMethod: true, Operation: IInvocationOperation { Arguments: [{ IsImplicit: true }, ..] } };

    // What Rust's atomics and cells do: changing the place needs no exclusive borrow of it.
    private static bool IsInteriorMutability(INamedTypeSymbol type) =>
        type is { Name: "Interlocked" or "Volatile" or "LazyInitializer", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    private int TakeFor(PendingCall call, Value value, bool gives, MoveCause cause)
    {
        if (value.HasPlace && !IsTransient(value.Place))
        {
            call.Taken.Add(value);
        }

        return Take(value, gives, cause);
    }

    /// <summary>Uses <paramref name="value"/> for the time of the call; a temporary holds its loans where the result needs them.</summary>
    private int Lend(Value value, bool keepLoans, LoanStrength strength = LoanStrength.Full, bool isPassedOn = false, bool mayEndDuty = false)
    {
        if (!value.HasPlace)
        {
            return -1;
        }

        if (keepLoans && IsCarrier(value))
        {
            // By value: what it carries goes on, the variable is free.
            ReadPlain(value);
            return CopyLoans(value);
        }

        if (keepLoans || Types.IsMoveType(value.Type))
        {
            return Reserve(value, BorrowKind.Shared, strength: strength, isLent: isPassedOn || mayEndDuty);
        }

        ReadPlain(value, isPassedOn, mayEndDuty);
        return !MayHoldLoans(value) ? -1 : IsTransient(value.Place) ? value.Place.Local : CopyLoans(value);
    }

    // What has no owner of its own, and may borrow from what the same call is given.
    private bool MayHoldLoans(Value value) =>
        value.Place.IsLocal && value.Type is { } type
        && (IsCarrier(value) || type.TypeKind == TypeKind.Delegate || SequenceTypes.IsSequence(type) || SequenceTypes.IsTask(type));

    // A task that was merely lent something only keeps it from being dropped; what a contract calls borrowed is borrowed.
    private static LoanStrength LentStrength(PendingCall call, int ordinal) =>
        !call.Contract.Return.IsBorrowedWhenAwaited && call.ResultType is { } type && SequenceTypes.IsTask(type) ? LoanStrength.Loose : call.StrengthOf(ordinal);
}
