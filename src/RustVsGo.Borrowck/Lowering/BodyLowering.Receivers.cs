using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>What a call does to its receiver.</content>
internal sealed partial class BodyLowering
{
    private bool IsInferredExclusive(PendingCall call) => call.Contract.Return.IsInferred && _inference.IsExclusive(call.Operation.Syntax);

    // Inside a destructor, a call of another part of the destruction neither drops nor uses `this`: it goes on with what is left.
    private bool IsDestruction(IMethodSymbol? method) =>
        method is not null && (method is { Name: "Dispose", Parameters.Length: <= 1 } or { Name: "DisposeAsync" or "DisposeAsyncCore" } or { MethodKind: MethodKind.Destructor }
            || _contracts.Method(method).Receiver == ReceiverKind.Drops);

    private void PassReceiver(PendingCall call, Value receiver)
    {
        var outer = _authority;
        _authority = call.Contract.Authority;
        PassReceiverAs(call, receiver);
        _authority = outer;
    }

    private void PassReceiverAs(PendingCall call, Value receiver)
    {
        if (IsInferredExclusive(call))
        {
            call.Add(ReturnContract.Receiver, Reserve(receiver, BorrowKind.Exclusive, isReceiver: true));
            return;
        }

        if (IsFinalized(call, ReturnContract.Receiver, receiver, (call.Operation as IInvocationOperation)?.Instance))
        {
            call.Add(ReturnContract.Receiver, ReserveTemporary(receiver));
            return;
        }

        switch (call.Contract.Receiver)
        {
            case ReceiverKind.Borrows or ReceiverKind.Lent when LendsFreely(receiver, call):
                // What a carrier gives away borrows from what the carrier borrows, not from the carrier.
                call.Add(PendingCall.NoSource, Reserve(receiver, BorrowKind.Shared));
                call.Add(ReturnContract.Receiver, CopyLoans(receiver));
                break;
            case ReceiverKind.Borrows:
            case ReceiverKind.Lent when IsCarrier(receiver):
                call.Add(ReturnContract.Receiver, Reserve(receiver, BorrowKind.Shared, strength: call.StrengthOf(ReturnContract.Receiver)));
                break;
            case ReceiverKind.NeedsNothing when receiver is { HasPlace: true, Place: { IsLocal: true, Local: var whole } } && MayEndDuty(call, receiver):
                Emit(new DutyEnds(Origin(receiver.Syntax), whole, IsCertain: false));
                break;
            case ReceiverKind.NeedsNothing:
                break;
            case ReceiverKind.Mutates:
                call.Add(ReturnContract.Receiver, Reserve(receiver, call.Contract.KeepsBorrows ? BorrowKind.Shared : BorrowKind.Exclusive, isReceiver: true));
                break;
            case ReceiverKind.Consumes when MayBeShared(receiver):
                ReadPlain(receiver);
                break;
            case ReceiverKind.Consumes:
                call.Add(ReturnContract.Receiver, TakeFor(call, receiver, gives: true, new MoveCause(MoveCauseKind.Receiver, call.Method)));
                break;
            case ReceiverKind.Drops:
                call.Dropped = receiver;
                break;
            default:
                call.Add(
                    ReturnContract.Receiver,
                    Lend(receiver, call.NeedsLoansOf(ReturnContract.Receiver) || call.MayKeepInReceiver, LentStrength(call, ReturnContract.Receiver), mayEndDuty: MayEndDuty(call, receiver)));
                break;
        }
    }

    // `new Process().With(x)` may give back what it was called on, `reader.BaseStream` what its receiver ends: where nobody describes the result, whoever has it
    // may end it.
    private bool MayEndDuty(PendingCall call, Value receiver) =>
        Disposal.MayBe(call.Method.Name)
        || (receiver.HasPlace && call.Contract.Return is { Kind: ReturnKind.Plain, Sources.IsEmpty: true } && call.ResultType is { } result && !SequenceTypes.IsTask(result) && Types.IsDroppable(result));

    /// <summary>
    /// Whether the result of <paramref name="call"/> is a raw handle or pointer into a new object that nothing else refers to: the object is
    /// finalized, or collected, as soon as the statement is over (docs/ownership-model.md, section 2, "Plain values").
    /// </summary>
    private bool IsFinalized(PendingCall call, int ordinal, Value value, IOperation? made) =>
        value.HasPlace
        && value.Place.IsLocal
        && TypeOwnership.IsNativeInteger(call.ResultType)
        && call.NeedsLoansOf(ordinal)
        && made is not null
        && (WithoutConversions(made) is IObjectCreationOperation || (WithoutConversions(made) is IDelegateCreationOperation creation && IsMadeAnew(creation)));

    // The temporary itself is borrowed, not the object, which another name could keep.
    private int ReserveTemporary(Value value)
    {
        if (IsTransient(value.Place))
        {
            _statementTemporaries.Add(value.Place.Local);
        }

        return Reserve(value, BorrowKind.Shared, direct: true);
    }

    // A plain value without an owner (`valueTask.Preserve()`) is not used up; a variable that held one may hold it still.
    private bool MayBeShared(Value value) => value.HasPlace && value.Place.IsLocal && _body.Locals[value.Place.Local].MayBeShared;

    private bool IsCarrier(Value value) => value.HasPlace && value.Place.IsLocal && Types.IsBorrowCarrying(value.Type) && !Types.IsMoveType(value.Type);

    private bool LendsFreely(Value receiver, PendingCall call) =>
        receiver.HasPlace && receiver.Place.IsLocal && Types.IsBorrowCarrying(receiver.Type) && Types.LendsWhatItBorrowed(receiver.Type!)
        && (!Types.IsMoveType(receiver.Type) || Types.IsMoveType(call.ResultType));

    private int CopyLoans(Value carrier)
    {
        var temporary = NewTransient(carrier.Type);
        var read = new Read(new Operand(OperandKind.Copy, carrier.Place, Gives: false, MoveCause.Assigned, IsMoveType: false));
        Emit(new Assign(Origin(carrier.Syntax), new Place(temporary.Index), read));
        return temporary.Index;
    }
}
