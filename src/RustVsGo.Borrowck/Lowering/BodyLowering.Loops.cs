using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>
/// <c>foreach</c>: what it borrows and what its elements are. The enumerator holds what the collection lends, in the mode in which it lends it,
/// and each element holds what the enumerator holds.
/// </content>
/// <remarks>
/// <c>foreach (var p in parts)</c> over an owned array is <c>for p in &amp;parts</c>, or <c>for p in &amp;mut parts</c> where <c>p</c> is changed;
/// over a temporary array, of which nobody else knows, <c>for p in make_parts()</c>.
/// </remarks>
internal sealed partial class BodyLowering
{
    private readonly Dictionary<CaptureId, Enumeration> _enumerations = new();

    /// <summary>What a <c>foreach</c> runs over.</summary>
    /// <param name="ElementType">The type of the elements of an array, whose enumerator knows only <c>object</c>; else null.</param>
    /// <param name="GivesElements">Whether each element is the loop's own, so that it holds nothing of what the sequence borrows.</param>
    private sealed record Enumeration(ITypeSymbol? ElementType, bool GivesElements);

    private static bool IsGetEnumerator(IInvocationOperation invocation) =>
        invocation is { IsImplicit: true, TargetMethod.Name: "GetEnumerator" or "GetAsyncEnumerator", Instance: not null };

    // The enumerator of a foreach, also as the disposable that it may be.
    private Enumeration? EnumerationBy(IOperation value) => value switch
    {
        IConversionOperation conversion => EnumerationBy(conversion.Operand),
        IFlowCaptureReferenceOperation { Id: var id } => _enumerations.TryGetValue(id, out var known) ? known : null,
        IInvocationOperation { IsImplicit: true, TargetMethod.Name: "GetEnumerator" or "GetAsyncEnumerator" } invocation =>
            EnumerationOf(invocation.Instance is { } collection ? WithoutConversions(collection) : null),
        _ => null,
    };

    private Enumeration EnumerationOf(IOperation? collection) =>
        new((collection?.Type as IArrayTypeSymbol)?.ElementType, collection is not null && GivesElements(collection));

    private Enumeration? EnumerationOf(IPropertyReferenceOperation property) =>
        property is { IsImplicit: true, Property.Name: "Current", Instance: IFlowCaptureReferenceOperation { Id: var id } }
            && _enumerations.TryGetValue(id, out var enumeration) ? enumeration : null;

    /// <summary>The enumerator of a collection or sequence whose <c>GetEnumerator</c> says nothing of what it lends; null where a signature says it all.</summary>
    private Value? LowerGetEnumerator(IInvocationOperation invocation)
    {
        var contract = _contracts.Method(invocation.TargetMethod);
        var source = WithoutConversions(invocation.Instance!);
        var isCollection = Types.IsMoveType(source.Type);
        if (contract.Return.Kind is ReturnKind.Borrowed or ReturnKind.BorrowedMut or ReturnKind.Owned or ReturnKind.Shared
            || contract.Receiver is not (ReceiverKind.Borrows or ReceiverKind.Lent or ReceiverKind.Mutates)
            || IsDescribed(contract, source.Type)
            || !(isCollection || (SequenceTypes.IsSequence(invocation.TargetMethod.ReturnType) && source.Type is { IsReferenceType: true })))
        {
            return null;
        }

        var collection = LowerOperation(invocation.Instance!);
        if (!collection.HasPlace)
        {
            return Value.Plain(invocation);
        }

        foreach (var argument in invocation.Arguments)
        {
            ReadPlain(LowerOperation(argument.Value));
        }

        var mode = Mode.None;
        int lent;
        if (collection.Place.IsLocal && (isCollection ? IsConsumable(collection) : true))
        {
            // A sequence, or what only this loop knows: the enumerator is in its place.
            ReadPlain(collection);
            lent = collection.Place.Local;
        }
        else if (isCollection)
        {
            var kind = contract is { Receiver: ReceiverKind.Mutates, KeepsBorrows: false } || _inference.IsExclusive(collection.Syntax) ? BorrowKind.Exclusive : BorrowKind.Shared;
            lent = NewTransient(collection.Type).Index;
            Emit(new Assign(Origin(collection.Syntax), new Place(lent), new Borrow(kind, collection.Place, TwoPhase: true, Direct: false) { IsInferred = true }));
        }
        else
        {
            lent = Reserve(collection, BorrowKind.Shared);
            mode = Mode.Plain;
        }

        MayThrow();
        var enumerator = NewTransient(invocation.Type);
        Emit(new Call(Origin(invocation.Syntax), new Place(enumerator.Index), ImmutableArray.Create(lent), s_first, ImmutableArray<(int, int)>.Empty, mode, invocation.TargetMethod));
        return Value.At(new Place(enumerator.Index), invocation);
    }

    // What a contract file says of the enumerators of plain elements is all there is to say.
    private bool IsDescribed(MethodContract contract, ITypeSymbol? source) =>
        contract.Authority != Authority.Default && contract.Return.Sources.Contains(ReturnContract.Receiver) && !Types.MentionsMoveType(source);

    private static readonly ImmutableArray<int> s_first = ImmutableArray.Create(0);

    // Nobody else knows a new collection: its elements can go one by one, unless its type has a say in that.
    private bool IsConsumable(Value collection) =>
        IsTransient(collection.Place) && (collection.Type is IArrayTypeSymbol || !_contracts.IsOptedIn(collection.Type?.ContainingAssembly));

    // A method that returns a sequence and says nothing of its elements gives them, as one that returns a single value does.
    private bool GivesElements(IOperation source) =>
        source is IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method }
        && SequenceTypes.IsSequence(method.ReturnType)
        && _contracts.IsOptedIn(method.ContainingAssembly)
        && _contracts.Method(method).Return.Kind == ReturnKind.Plain;

    private Value LowerCurrent(IPropertyReferenceOperation current, Enumeration enumeration)
    {
        var getter = current.Property.GetMethod!;
        var contract = _contracts.Method(getter);
        var isStated = contract.Return is { Kind: ReturnKind.Borrowed or ReturnKind.BorrowedMut, IsInferred: false };
        var enumerator = isStated ? default : LowerOperation(current.Instance!);
        if (isStated || !enumerator.HasPlace || !enumerator.Place.IsLocal)
        {
            return LowerCall(getter, current.Instance, current.Arguments, current);
        }

        var type = enumeration.ElementType ?? current.Type;
        MayThrow();
        if (!Types.IsMoveType(type) && !Types.IsBorrowCarrying(type))
        {
            // What is plain is copied out.
            ReadPlain(enumerator);
            return OutsideOfTracking(current);
        }

        var element = NewTransient(type);
        var mode = !Types.IsMoveType(type) ? Mode.Plain : enumeration.GivesElements ? Mode.Owned : Mode.None;
        Emit(new Call(
            Origin(current.Syntax), new Place(element.Index), ImmutableArray.Create(enumerator.Place.Local), enumeration.GivesElements ? ImmutableArray<int>.Empty : s_first, ImmutableArray<(int, int)>.Empty, mode, getter));
        return Value.At(new Place(element.Index), type, current.Syntax);
    }

    private static bool IsElement(IOperation value) => WithoutConversions(value) is IPropertyReferenceOperation { IsImplicit: true, Property.Name: "Current" };

    private static IOperation WithoutConversions(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }
}
