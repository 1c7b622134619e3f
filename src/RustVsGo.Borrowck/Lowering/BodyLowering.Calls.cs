using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>Calls of methods, accessors, operators, constructors, delegates and local functions.</content>
internal sealed partial class BodyLowering
{
    private Value LowerInvocation(IInvocationOperation invocation, bool isDiscarded = false)
    {
        if (invocation.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            return LowerLocalFunctionCall(invocation);
        }

        if (invocation.TargetMethod.Name == "<Clone>$" && LowerWith(invocation) is { } copy)
        {
            return copy;
        }

        if (invocation.IsImplicit && UsingResource(invocation) is { } resource)
        {
            return LowerEndOfUsing(invocation, resource);
        }

        if (IsGetEnumerator(invocation) && LowerGetEnumerator(invocation) is { } enumerator)
        {
            return enumerator;
        }

        if (invocation is { TargetMethod: { Name: "GetValueOrDefault", Parameters.IsEmpty: true, ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } nullable })
        {
            return NullableValue(nullable, invocation);
        }

        if (Configured(invocation) is { } configured)
        {
            // The disposable or sequence under another name.
            var value = LowerOperation(configured);
            return value.HasPlace ? value.Upcast() : value;
        }

        return LowerCall(invocation.TargetMethod, invocation.Instance, invocation.Arguments, invocation, isDiscarded);
    }

    // ConfigureAwait and WithCancellation of what is disposed or enumerated asynchronously.
    private static IOperation? Configured(IInvocationOperation invocation) =>
        invocation.TargetMethod.ContainingType is { Name: "TaskAsyncEnumerableExtensions", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } }
            && invocation.Arguments.Length > 0
            ? invocation.Arguments[0].Value
            : null;

    private Value LowerEndOfUsing(IInvocationOperation dispose, IOperation resource)
    {
        if (resource is IFlowCaptureReferenceOperation { Id: var id } && _enumerations.ContainsKey(id))
        {
            // What a foreach does with its enumerator at the end is no use of what it enumerates.
            return Value.Plain(dispose);
        }

        var value = LowerOperation(resource);
        MayThrow();
        if (value.HasPlace)
        {
            var destructor = value.Type?.FindImplementationForInterfaceMember(dispose.TargetMethod) as IMethodSymbol ?? dispose.TargetMethod;
            var isIdempotent = SymbolEqualityComparer.Default.Equals(destructor, dispose.TargetMethod) && !destructor.ContainingType.IsRefLikeType
                ? !Types.IsMoveType(value.Type)
                : _contracts.Method(destructor).DropIsIdempotent;
            var outer = _authority;
            _authority = DropAuthority(Authority.Default, value.Type);
            Emit(new Drop(Origin(value.Syntax), value.Place, MoveCause.UsingEnded, isIdempotent));
            _authority = outer;
        }

        return Value.Plain(dispose);
    }

    // Who knows that nothing is left of it: of a plain type the catalog, where it is one of its own.
    private Authority DropAuthority(Authority stated, ITypeSymbol? type) =>
        stated == Authority.Stated || Types.IsMoveType(type) ? stated
        : _contracts.KnowsEndOf(type) ? Authority.Catalog
        : Authority.Default;

    private Value LowerCreation(IObjectCreationOperation creation) =>
        creation.Constructor is { } constructor
            ? LowerCall(constructor, instance: null, creation.Arguments, creation)
            : LowerUnknown(creation);

    private Value LowerOperator(IMethodSymbol method, IOperation operation, params IOperation[] operands)
    {
        var call = BeginCall(method, operation);
        for (var i = 0; i < operands.Length && i < method.Parameters.Length; i++)
        {
            PassArgument(call, method.Parameters[i], LowerOperation(operands[i]), isDiscarded: false);
        }

        return Finish(call);
    }

    private Value LowerOperator(IMethodSymbol method, IOperation operation, params Value[] operands)
    {
        var call = BeginCall(method, operation);
        for (var i = 0; i < operands.Length && i < method.Parameters.Length; i++)
        {
            PassArgument(call, method.Parameters[i], operands[i], isDiscarded: false);
        }

        return Finish(call);
    }

    private Value LowerCall(IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IOperation operation, bool isDiscarded = false)
    {
        var call = BeginCall(method, operation);
        if (instance is not null && !(instance is IInstanceReferenceOperation && IsDestruction(_owner as IMethodSymbol) && IsDestruction(method)))
        {
            var receiver = LowerOperation(instance);
            if (method.MethodKind == MethodKind.DelegateInvoke && receiver.HasPlace)
            {
                call.Invoked = receiver;
                call.Add(ReturnContract.Receiver, receiver.Place.IsLocal ? receiver.Place.Local : -1);
            }
            else
            {
                call.IsReceiverOutside = receiver.HasPlace && IsTransient(receiver.Place);
                call.ReceiverOwner = receiver.HasPlace && receiver.Place.IsLocal ? OwnerOf(receiver.Place.Local) : null;
                PassReceiver(call, receiver);
            }
        }

        foreach (var argument in arguments)
        {
            LowerArgument(call, argument, isDiscarded);
            call.NeverReturns |= argument.Parameter is { } parameter && DoesNotReturnIf(parameter, argument.Value);
        }

        if (call.Keeps && (instance is IFieldReferenceOperation or IPropertyReferenceOperation && call.IsReceiverOutside || (call.Collects && call.ReceiverOwner is not null)))
        {
            // What an object that outlives this body keeps, it keeps beyond its end.
            foreach (var kept in call.Kept())
            {
                Emit(new Escape(Origin(operation.Syntax), kept) { MayHoldBorrows = !call.Collects, Collects = call.Collects, Keeper = call.Collects ? call.ReceiverOwner ?? -1 : -1 });
            }
        }

        return Finish(call);
    }

    // Of a plain object that somebody else has as well: the parameter, or what a parameter, `this` or a static (-1) leads to it.
    private int? OwnerOf(int local)
    {
        switch (_body.Locals[local].Kind)
        {
            case LocalKind.Parameter:
                return local;
            case LocalKind.Referent:
                var owner = _body.Locals[local].ReferredFrom;
                return owner < 0 || _body.Locals[owner].Kind is LocalKind.Parameter or LocalKind.This ? owner : null;
            default:
                return null;
        }
    }

    // Rust's `!`: nothing leads on behind the call.
    private static bool DoesNotReturn(IMethodSymbol method)
    {
        foreach (var attribute in method.OriginalDefinition.GetAttributes())
        {
            if (IsFlowAttribute(attribute, "DoesNotReturnAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    // As `assert!(false)`, where the condition is a constant; a condition of another kind leads both ways, as in rustc.
    private static bool DoesNotReturnIf(IParameterSymbol parameter, IOperation argument)
    {
        if (argument.ConstantValue is not { HasValue: true, Value: bool value })
        {
            return false;
        }

        foreach (var attribute in parameter.OriginalDefinition.GetAttributes())
        {
            if (IsFlowAttribute(attribute, "DoesNotReturnIfAttribute") && attribute.ConstructorArguments is [{ Value: bool stops }] && stops == value)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFlowAttribute(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "CodeAnalysis", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } } type && type.Name == name;

    private Value Finish(PendingCall call)
    {
        var outer = _authority;
        _authority = call.Contract.Authority;
        var result = FinishAs(call);
        _authority = outer;
        _finishedCalls.Push(call);
        return result;
    }

    private PendingCall BeginCall(IMethodSymbol method, IOperation operation)
    {
        if (_finishedCalls.Count == 0)
        {
            return new PendingCall(_contracts.Method(method), method, operation);
        }

        var call = _finishedCalls.Pop();
        call.Restart(_contracts.Method(method), method, operation);
        return call;
    }

    private Value FinishAs(PendingCall call)
    {
        if (call.Invoked is { } invoked)
        {
            Emit(new Use(Origin(invoked.Syntax), invoked.Place, UseKind.Invoke));
        }

        var contract = call.Contract.Return;
        var mode = contract.Kind switch
        {
            ReturnKind.Owned => Mode.Owned,
            ReturnKind.WhatItWasGiven => Mode.None,
            ReturnKind.Borrowed => IsInferredExclusive(call) ? Mode.Exclusive : Mode.Shared,
            ReturnKind.BorrowedMut => Mode.Exclusive,
            ReturnKind.Shared when Types.IsMoveType(call.ResultType) && !contract.IsContradictory => Mode.Unowned,
            _ => Mode.Plain,
        };

        var type = call.ResultType;
        var isReference = call.Method.ReturnsByRef || call.Method.ReturnsByRefReadonly;
        LocalDecl? target = null;
        if (type is { SpecialType: not SpecialType.System_Void } && (!TypeOwnership.IsScalar(type) || isReference))
        {
            target = NewTransient(type);
            NoteDuty(target, mode, call.Contract.DropDuty, call.Method);
            target.EndsReceiver = call.Contract.KeepsReceiver;
            target.KeepsOwed = call.KeepsOwed && mode == Mode.Owned;
            target.MayBeShared = contract.Kind == ReturnKind.Shared && !target.IsMoveType;
            target.RefBorrow = !isReference ? null : call.Method.ReturnsByRefReadonly ? BorrowKind.Shared : BorrowKind.Exclusive;
        }

        // What a delegate gives may borrow from what its body captured.
        var isOfDelegate = call.Invoked is { Place.IsLocal: true } && mode == Mode.Plain && target is not null && call.Sources().IsEmpty;
        _body.HasEscapes |= call.Keeps;
        if (target is not null || call.HasArguments)
        {
            Emit(new Call(
                Origin(call.Operation.Syntax),
                target is null ? null : new Place(target.Index),
                call.Arguments(),
                isOfDelegate ? s_first : call.Sources(),
                call.Stores(),
                mode,
                call.Method) { IsInferred = contract.IsInferred, IsOfDelegate = isOfDelegate, Collects = call.Collects });
        }

        // Behind the call: what a handler uses later is still needed while the call runs, as on the unwind edge of rustc's call terminator.
        MayThrow(call);
        foreach (var (passed, parameter) in call.CalledOnce)
        {
            Emit(new Use(Origin(passed.Syntax), passed.Place, UseKind.Invoke) { PassedFor = parameter });
        }

        if (call.NeverReturns || DoesNotReturn(call.Method))
        {
            _current = NewBlock();
        }

        if (call.Dropped is { HasPlace: true } dropped)
        {
            if (dropped.Place.IsLocal && _body.Locals[dropped.Place.Local].IsElement)
            {
                Captured(dropped, BorrowKind.Exclusive, isCapture: false);
            }

            _authority = DropAuthority(call.Contract.Authority, dropped.Type);
            Emit(new Drop(Origin(dropped.Syntax), dropped.Place, new MoveCause(MoveCauseKind.Dropped, call.Method), call.Contract.DropIsIdempotent) { Named = dropped.Named });
        }

        var isKnown = _contracts.IsOptedIn(call.Method.ContainingAssembly);
        foreach (var written in call.Written)
        {
            if (written.HasPlace)
            {
                Emit(new Assign(Origin(written.Syntax), written.Place, new Fresh(isKnown && Types.IsMoveType(written.Type) ? Mode.Owned : Mode.Plain)));
            }
        }

        if (target is null)
        {
            return Value.Plain(call.Operation);
        }

        if (mode == Mode.Owned && (target.IsMoveType || target.OwesDrop || target.KeepsOwed))
        {
            _statementTemporaries.Add(target.Index);
        }

        return Value.At(PlaceOf(target.Index), call.Operation);
    }
}
