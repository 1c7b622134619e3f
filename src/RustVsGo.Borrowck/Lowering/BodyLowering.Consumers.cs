using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>What consumers do with a value: read it, take it, borrow it, keep it in a flow capture, return it.</content>
internal sealed partial class BodyLowering
{
    /// <summary>A read that keeps nothing: the operand of an arithmetic, a condition, an argument that nobody describes.</summary>
    private void ReadPlain(Value value, bool isPassedOn = false, bool mayEndDuty = false)
    {
        if (value.HasPlace)
        {
            Emit(new Use(Origin(value.Syntax), value.Place, Types.IsMoveType(value.Type) ? UseKind.Borrow : UseKind.Copy) { IsPassedOn = isPassedOn, MayEndDuty = mayEndDuty });
        }
    }

    /// <summary>Reads <paramref name="value"/> by value into <paramref name="target"/>.</summary>
    private void AssignTo(Place target, Value value, bool gives, MoveCause cause, SyntaxNode syntax)
    {
        if (value.IsUpcast && !gives)
        {
            // A plain name for what stays with its owner.
            ReadPlain(value);
            var name = new Operand(OperandKind.Value, value.Place, Gives: false, cause, IsMoveType: false) { IsPlainName = true };
            Emit(new Assign(Origin(value.Syntax), target, new Read(name)) { WriteOrigin = Origin(syntax) });
            return;
        }

        Rvalue read = value.HasPlace && !TypeOwnership.IsScalar(value.Type)
            ? new Read(new Operand(OperandKind.Value, value.Place, gives, cause, Types.IsMoveType(value.Type)) { IsCarrier = Types.IsBorrowCarrying(value.Type), IsSwapped = value.IsSwapped })
            : new Fresh(Mode.None);
        if (read is Fresh)
        {
            ReadPlain(value);
            Emit(new Assign(Origin(syntax), target, read));
        }
        else
        {
            var takes = value.Named is not null && _inference.IsTaken(value.Syntax);
            Emit(new Assign(Origin(value.Syntax), target, read) { WriteOrigin = Origin(syntax), Named = value.Named, Takes = takes });
        }
    }

    /// <summary>Reads <paramref name="value"/> by value into a new temporary; -1 when it is plain.</summary>
    private int Take(Value value, bool gives, MoveCause cause)
    {
        if (!value.HasPlace || TypeOwnership.IsScalar(value.Type))
        {
            ReadPlain(value);
            return -1;
        }

        var temporary = NewTransient(value.Type);
        AssignTo(new Place(temporary.Index), value, gives, cause, value.Syntax);
        return temporary.Index;
    }

    /// <summary>Reserves a borrow of <paramref name="value"/> for the call that follows; -1 when it is plain.</summary>
    private int Reserve(Value value, BorrowKind kind, bool direct = false, LoanStrength strength = LoanStrength.Full, bool isReceiver = false, bool isLent = false)
    {
        if (!value.HasPlace)
        {
            return -1;
        }

        var temporary = NewTransient(value.Type);
        Emit(new Assign(Origin(value.Syntax), new Place(temporary.Index), new Borrow(kind, value.Place, TwoPhase: true, direct) { Strength = strength, IsReceiver = isReceiver, IsLent = isLent }));
        return temporary.Index;
    }

    private void LowerFlowCapture(IFlowCaptureOperation capture)
    {
        var consumer = _consumers.Of(capture.Id);
        if (capture.Value is ITupleOperation && consumer.Strength == 0)
        {
            _captures[capture.Id] = LowerMatched(capture.Value);
            EndStatement(capture.Syntax, capture.Id);
            return;
        }

        if (consumer.Strength == 0 && _consumers.IsFilledOrDefault(capture.Id))
        {
            // `d?.Next`: where there is no `d`, nothing is matched.
            if (capture.Value is not IDefaultValueOperation)
            {
                _captures[capture.Id] = LowerOperation(capture.Value);
                EndStatement(capture.Syntax, capture.Id);
            }

            return;
        }

        if (EnumerationBy(capture.Value) is { } enumeration)
        {
            _enumerations[capture.Id] = enumeration;
        }

        var value = LowerStructWith(capture) ?? LowerOperation(capture.Value);
        if (value.HasPlace && _consumers.IsFilledTwice(capture.Id))
        {
            var local = CaptureLocal(capture);
            if (consumer.Borrowed is { } kind)
            {
                Emit(new Assign(Origin(value.Syntax), new Place(local), new Borrow(kind, value.Place, TwoPhase: false, Direct: false)));
            }
            else if (consumer.Cause is { } cause)
            {
                AssignTo(new Place(local), value, consumer.Gives, cause, value.Syntax);
            }
            else
            {
                ReadPlain(value, mayEndDuty: true);
                Emit(new Assign(Origin(value.Syntax), new Place(local), new Fresh(Mode.Plain)));
            }
        }
        else if (_consumers.IsFilledTwice(capture.Id))
        {
            if (!TypeOwnership.IsScalar(capture.Value.Type))
            {
                Emit(new Assign(Origin(value.Syntax), new Place(CaptureLocal(capture)), new Fresh(Mode.None)));
            }
        }
        else if (value.HasPlace && consumer is { Gives: true, Cause: { } taken } && !IsTransient(value.Place))
        {
            // An argument by value is taken where it is evaluated, before the operands behind it.
            var local = CaptureLocal(capture);
            AssignTo(new Place(local), value, gives: true, taken, value.Syntax);
        }
        else
        {
            _captures[capture.Id] = value;
        }

        EndStatement(capture.Syntax, capture.Id);
    }

    private bool IsTransient(Place place) => place.IsLocal && _body.Locals[place.Local].IsTransient;

    private int CaptureLocal(IFlowCaptureOperation capture)
    {
        if (!_captureLocals.TryGetValue(capture.Id, out var local))
        {
            local = NewLocal(LocalKind.Temporary, null, capture.Value.Type).Index;
            _captureLocals.Add(capture.Id, local);
        }

        return local;
    }

    private Value LowerCaptureReference(IFlowCaptureReferenceOperation reference)
    {
        if (_captureLocals.TryGetValue(reference.Id, out var local))
        {
            return Value.At(new Place(local), reference);
        }

        return _captures.TryGetValue(reference.Id, out var value) ? value : Value.Plain(reference);
    }

    private void LowerReturn(IOperation returned, bool isLast = true)
    {
        var kind = _contract?.Return.Kind ?? ReturnKind.Plain;
        _returnedAs = _consumers.Lent;
        var value = LowerOperation(returned);
        _returnedAs = null;
        if (!value.HasPlace || TypeOwnership.IsScalar(value.Type))
        {
            ReadPlain(value);
            return;
        }

        if (_body.Result < 0)
        {
            _body.Result = NewLocal(LocalKind.Temporary, null, value.Type).Index;
        }

        if (isLast && IsEndedByItsUsing(returned))
        {
            // The object goes back, and ends: what is returned is as good as a borrow of it.
            Emit(new Assign(Origin(value.Syntax), new Place(_body.Result), new Borrow(BorrowKind.Shared, value.Place, TwoPhase: false, Direct: false)));
        }
        else if (_consumers.Lent is { } borrow)
        {
            Emit(new Assign(Origin(value.Syntax), new Place(_body.Result), new Borrow(borrow, value.Place, TwoPhase: false, Direct: false)));
        }
        else if (kind == ReturnKind.Shared)
        {
            ReadPlain(value);
        }
        else
        {
            AssignTo(new Place(_body.Result), value, _consumers.GivesResult, MoveCause.Returned, value.Syntax);
        }
    }

    // A plain value in a variable whose `using` ends before the caller has it, where the catalog knows that nothing is left of it.
    private bool IsEndedByItsUsing(IOperation returned) =>
        WithoutConversions(returned) is ILocalReferenceOperation { Local: { IsUsing: true, Type: var type } } && !Types.IsMoveType(type) && _contracts.KnowsEndOf(type);
}
