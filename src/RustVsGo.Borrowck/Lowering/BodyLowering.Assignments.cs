using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>Assignments and compound assignments.</content>
internal sealed partial class BodyLowering
{
    private void LowerDiscarded(IOperation expression)
    {
        switch (expression)
        {
            case IInvocationOperation invocation:
                var result = LowerInvocation(invocation, isDiscarded: true);
                LetGo(result, invocation);
                ForgetDuty(result, invocation, isMeant: false);
                break;
            default:
                ForgetDuty(LowerOperation(expression), expression, isMeant: false);
                break;
        }
    }

    // Nobody waits for a task that is discarded: it goes on by itself.
    private void LetGo(Value discarded, IOperation operation)
    {
        if (!discarded.HasPlace || !IsTransient(discarded.Place) || discarded.Type is not { } type || !SequenceTypes.IsTask(type))
        {
            return;
        }

        var outer = _authority;
        _authority = operation is IInvocationOperation { TargetMethod: var method } ? _contracts.Method(method).Authority : _authority;
        StoreOutside(discarded);
        _authority = outer;
    }

    private Value LowerAssignment(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef)
        {
            return LowerRefAssignment(assignment);
        }

        if (assignment.Target is IDiscardOperation)
        {
            // `_ = x` moves nothing; evaluating it is all that happens.
            var discarded = LowerOperation(assignment.Value);
            LetGo(discarded, assignment.Value);
            ForgetDuty(discarded, assignment.Value, isMeant: true);
            return discarded;
        }

        if (assignment.Target is IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol { SetMethod: { } set } } indexed)
        {
            return LowerElementSetter(indexed, set, assignment);
        }

        if (assignment.Target is IPropertyReferenceOperation property && !FieldLike.IsAutoProperty(property.Property))
        {
            return LowerSetter(property, assignment);
        }

        // The value first, as rustc has it: `d.ViewMut().N = d.Peek() + 1` borrows `d` for the target only then.
        var value = LowerOperation(assignment.Value);
        if (value.HasPlace && TypeOwnership.IsScalar(value.Type))
        {
            ReadPlain(value);
            value = Value.Plain(assignment.Value);
        }

        if (value.HasPlace && IsElement(assignment.Value) && assignment.Target is ILocalReferenceOperation { Local: var element })
        {
            if (!value.Place.IsLocal)
            {
                BindVariable(element, value, assignment);
                return value;
            }

            _body.Locals[Variable(element)].IsElement = true;
        }

        var target = LowerTarget(assignment.Target);
        if (target.HasPlace)
        {
            ForgetReferents(target.Place, assignment.Syntax);
        }

        if (assignment is { IsImplicit: true, Target: ILocalReferenceOperation { Local: var declared } })
        {
            ExtendTemporary(assignment.Value, declared);
        }
        else if (_graph.OriginalOperation is ISymbolInitializerOperation && ExtendTemporary(assignment.Value, declared: null))
        {
            // The initializer of a field: what it borrows of its own lives as long as the field.
            return value;
        }

        if (!target.HasPlace)
        {
            // A static, an element of a plain array, a field behind a plain reference: what is written there is given away.
            if (TypeOwnership.IsScalar(assignment.Target.Type))
            {
                ReadPlain(value);
            }
            else if (BorrowedMember(assignment.Target) is { } borrow && value.HasPlace)
            {
                var held = Captured(value, borrow, isCapture: false);
                Emit(new Escape(Origin(value.Syntax), held) { MayHoldBorrows = true });
                _body.HasEscapes = true;
            }
            else
            {
                StoreOutside(value, StoredIn(assignment.Target));
            }

            return value;
        }

        var isInLock = _isInLock;
        _isInLock |= assignment.Target is IFieldReferenceOperation { Field.IsVolatile: true };
        Store(target, value, assignment, StoredIn(assignment.Target));
        _isInLock = isInLock;
        return target.With(assignment.Target.Syntax);
    }

    /// <summary>
    /// <c>var r = Own.Borrow(Make());</c> is <c>let r = &amp;make();</c>: the temporary lives as long as the variable that it initializes
    /// (Rust reference, "Temporary lifetime extension"). The operand of an assignment is not extended.
    /// </summary>
    private bool ExtendTemporary(IOperation initializer, ILocalSymbol? declared)
    {
        while (initializer is IConversionOperation conversion)
        {
            initializer = conversion.Operand;
        }

        if (initializer is IInvocationOperation { TargetMethod: { Name: "Borrow" or "BorrowMut", ContainingType: { Name: AttributeNames.Own } own }, Arguments: { Length: 1 } }
            && AttributeReader.IsVocabulary(own)
            && _borrowedByOwn >= 0
            && _statementTemporaries.Remove(_borrowedByOwn))
        {
            if (declared is not null)
            {
                _exits.DieWith(declared, _borrowedByOwn, _region);
            }

            return true;
        }

        return false;
    }

    private void Store(Value target, Value value, IOperation assignment, MoveCause? cause = null)
    {
        var steps = target.Place.Projections;
        var member = steps.Length > 1 && steps[steps.Length - 1].Kind == ProjectionKind.Deref ? steps[steps.Length - 2].Member : null;
        if (member is not null && ContractModel.BorrowedMember(member) is { } kind)
        {
            // The field holds a borrow: what is written to it is lent, not given.
            var borrow = kind == ReturnKind.Borrowed ? BorrowKind.Shared : BorrowKind.Exclusive;
            var field = target.Place.Prefix(target.Place.Projections.Length - 1);
            if (!value.HasPlace)
            {
                Emit(new Assign(Origin(value.Syntax), field, new Fresh(Mode.None)));
                return;
            }

            // A span or memory is itself the borrow: it is copied with what it carries.
            Rvalue held = value.Type is { IsValueType: true } && IsCarrier(value)
                ? new Read(new Operand(OperandKind.Copy, value.Place, Gives: false, MoveCause.Assigned, IsMoveType: false) { IsCarrier = true })
                : new Borrow(borrow, value.Place, TwoPhase: false, Direct: false);
            Emit(new Assign(Origin(value.Syntax), field, held));
            _body.HasEscapes = true;
            return;
        }

        if (target.Place.IsLocal)
        {
            TakeBefore(target, assignment);
            _body.Locals[target.Place.Local].MayBeShared |= MayBeShared(value);
            _body.Locals[target.Place.Local].HoldsBorrows |= value.HasPlace && value.Place.IsLocal && _body.Locals[value.Place.Local].HoldsBorrows;
            AssignTo(target.Place, value, gives: false, MoveCause.Assigned, assignment.Syntax);
        }
        else
        {
            // Through a temporary: the field is written after its new value was taken.
            _body.HasEscapes = true;
            var temporary = Take(value, gives: true, cause ?? MoveCause.Stored);
            TakeBefore(target, assignment);
            Emit(temporary < 0
                ? new Assign(Origin(assignment.Syntax), target.Place, new Fresh(Mode.None))
                : new Assign(Origin(assignment.Syntax), target.Place, new Read(new Operand(OperandKind.Value, new Place(temporary), true, MoveCause.Stored, Types.IsMoveType(value.Type)))));
        }
    }

    // `if (d.Next is { } n) { d.Next = null; … Take(n); }`: `n` has the value from here.
    private void TakeBefore(Value target, IOperation assignment)
    {
        if (_inference.TakenBefore(assignment.Syntax) is { } name && _locals.TryGetValue(name, out var taker))
        {
            var value = new Operand(OperandKind.Value, target.Named ?? target.Place, Gives: false, MoveCause.Assigned, IsMoveType: true);
            Emit(new Assign(Origin(assignment.Syntax), new Place(taker), new Read(value)) { Through = new Place(taker) });
        }
    }

    /// <summary>What an assignment writes to: a place, without reading it.</summary>
    private Value LowerTarget(IOperation target) => target switch
    {
        IFieldReferenceOperation { Instance: null } field => StaticTarget(FieldLike.Canonical(field.Field), target),
        IPropertyReferenceOperation { Instance: null } property => StaticTarget(property.Property, target),
        IFieldReferenceOperation { Instance: { } instance } field => MemberTarget(LowerOperation(instance), instance.Type, FieldLike.Canonical(field.Field), target),
        IPropertyReferenceOperation { Instance: { } instance } property => MemberTarget(LowerOperation(instance), instance.Type, property.Property, target),
        IArrayElementReferenceOperation element when !Types.IsMoveType(element.ArrayReference.Type) => DiscardTarget(element),
        IParameterReferenceOperation parameter => StorageOf(LowerParameter(parameter), target),
        ILocalReferenceOperation or IArrayElementReferenceOperation or IFlowCaptureReferenceOperation => LowerOperation(target),
        IDeclarationExpressionOperation declaration => LowerTarget(declaration.Expression),
        _ => DiscardTarget(target),
    };

    private Value DiscardTarget(IOperation target)
    {
        foreach (var child in target.ChildOperations)
        {
            ReadPlain(LowerOperation(child));
        }

        return Value.Plain(target);
    }

    private Value StaticTarget(ISymbol member, IOperation target)
    {
        ForgetReferents(MemberPlace(instance: null, member), target.Syntax);
        return Value.Plain(target);
    }

    private Value MemberTarget(Value instance, ITypeSymbol? instanceType, ISymbol member, IOperation target)
    {
        if (instance.HasPlace)
        {
            ForgetReferents(MemberPlace(instance, member), target.Syntax);
        }

        return StorageOf(Member(instance, instanceType, member, target), target);
    }

    private Value StorageOf(Value value, IOperation target) => value.HasPlace && IsTransient(value.Place) ? Value.Plain(target) : value;

    private Value LowerSetter(IPropertyReferenceOperation property, ISimpleAssignmentOperation assignment)
    {
        if (property.Property.SetMethod is not { } setter)
        {
            // A property that returns a reference is written through its getter; a get-only auto-property has a place and is not here.
            var target = LowerOperation(property);
            var written = LowerOperation(assignment.Value);
            if (target.HasPlace)
            {
                Store(target, written, assignment);
            }

            return written;
        }

        var call = BeginCall(setter, property);
        if (property.Instance is { } instance)
        {
            PassReceiver(call, LowerOperation(instance));
        }

        foreach (var argument in property.Arguments)
        {
            LowerArgument(call, argument, isDiscarded: false);
        }

        var value = LowerOperation(assignment.Value);
        PassArgument(call, setter.Parameters[setter.Parameters.Length - 1], value, isDiscarded: false);
        Finish(call);
        return value;
    }

    // `list[^1] = x`: the compiler turns the index into a number and calls the indexer.
    private Value LowerElementSetter(IImplicitIndexerReferenceOperation element, IMethodSymbol setter, ISimpleAssignmentOperation assignment)
    {
        var call = BeginCall(setter, element);
        PassReceiver(call, LowerOperation(element.Instance));
        ReadPlain(LowerOperation(element.Argument));
        var value = LowerOperation(assignment.Value);
        PassArgument(call, setter.Parameters[setter.Parameters.Length - 1], value, isDiscarded: false);
        Finish(call);
        return value;
    }

    private Value LowerRefAssignment(ISimpleAssignmentOperation assignment)
    {
        var value = LowerOperation(assignment.Value);
        if (assignment.Target is not ILocalReferenceOperation { Local: var symbol })
        {
            ReadPlain(value);
            return value;
        }

        var target = LowerOperation(assignment.Target);
        var kind = symbol.RefKind == RefKind.Ref ? BorrowKind.Exclusive : BorrowKind.Shared;
        if (target.HasPlace && value.HasPlace)
        {
            Emit(new Assign(Origin(value.Syntax), new Place(target.Place.Local), new Borrow(kind, value.Place, TwoPhase: false, Direct: !IsCapturedReference(value.Place))));
        }
        else if (target.HasPlace)
        {
            Emit(new Assign(Origin(value.Syntax), new Place(target.Place.Local), new Fresh(kind == BorrowKind.Shared ? Mode.Shared : Mode.Exclusive)));
        }

        return target;
    }

    // `ref (c ? ref a : ref b)`: the capture holds the reference already.
    private bool IsCapturedReference(Place place) =>
        place.IsLocal && _body.Locals[place.Local] is { Kind: LocalKind.Temporary, IsRef: false };

    private Value LowerCompoundAssignment(ICompoundAssignmentOperation compound)
    {
        if (compound.OperatorMethod is { } method && method.Parameters.Length == 2)
        {
            var result = LowerOperator(method, compound, compound.Target, compound.Value);
            var written = LowerTarget(compound.Target);
            if (written.HasPlace)
            {
                Store(written, result, compound);
            }

            return result;
        }

        if (compound.OperatorMethod is { IsStatic: false } instance)
        {
            return LowerInstanceOperator(instance, compound, compound.Target, compound.Value);
        }

        var target = LowerOperation(compound.Target);
        ReadPlain(LowerOperation(compound.Value));
        Rewrite(target, compound);
        return target;
    }

    // C# 14: an operator of the object itself changes it in place.
    private Value LowerInstanceOperator(IMethodSymbol method, IOperation operation, IOperation target, IOperation? value)
    {
        var call = BeginCall(method, operation);
        var receiver = LowerOperation(target);
        PassReceiver(call, receiver);
        if (value is not null && !method.Parameters.IsEmpty)
        {
            PassArgument(call, method.Parameters[0], LowerOperation(value), isDiscarded: false);
        }

        Finish(call);
        return receiver;
    }

    private Value LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        if (increment.OperatorMethod is { IsStatic: false } instance)
        {
            return LowerInstanceOperator(instance, increment, increment.Target, value: null);
        }

        if (increment.OperatorMethod is { } method)
        {
            var result = LowerOperator(method, increment, increment.Target);
            var written = LowerTarget(increment.Target);
            if (written.HasPlace)
            {
                Store(written, result, increment);
            }

            return result;
        }

        var target = LowerOperation(increment.Target);
        Rewrite(target, increment);
        return target;
    }

    private void Rewrite(Value target, IOperation operation)
    {
        // One expression reads and writes the place: one access of one span, as in rustc.
        ReadPlain(target.With(operation.Syntax));
        if (target.HasPlace && !IsTransient(target.Place))
        {
            Emit(new Assign(Origin(operation.Syntax), target.Place, new Fresh(Mode.Plain)));
        }
    }
}
