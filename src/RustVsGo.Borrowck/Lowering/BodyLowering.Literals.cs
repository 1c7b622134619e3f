using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>The literals that store values: tuples, anonymous objects, arrays.</content>
internal sealed partial class BodyLowering
{
    private static BorrowKind? BorrowedMember(IOperation target)
    {
        var member = target switch
        {
            IFieldReferenceOperation field => FieldLike.Canonical(field.Field),
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        return member is null ? null : ContractModel.BorrowedMember(member) switch
        {
            ReturnKind.Borrowed => BorrowKind.Shared,
            ReturnKind.BorrowedMut => BorrowKind.Exclusive,
            _ => null,
        };
    }

    private void StoreOutside(Value value, MoveCause? cause = null)
    {
        var temporary = Take(value, gives: true, cause ?? MoveCause.Stored);
        if (temporary >= 0)
        {
            Emit(new Escape(Origin(value.Syntax), temporary));
            _body.HasEscapes = true;
        }
    }

    private Value LowerTuple(ITupleOperation tuple)
    {
        if (tuple.Type is not INamedTypeSymbol { IsTupleType: true } type || type.TupleElements.Length != tuple.Elements.Length)
        {
            return LowerUnknown(tuple);
        }

        if (LendsOn(tuple, out var returned))
        {
            var lent = ImmutableArray.CreateBuilder<int>();
            foreach (var element in tuple.Elements)
            {
                TakeElement(element, lends: true, returned, lent);
            }

            return Collect(tuple, lent, Mode.None);
        }

        var values = new List<int>();
        foreach (var element in tuple.Elements)
        {
            values.Add(Take(LowerOperation(element), gives: true, MoveCause.Stored));
        }

        var result = Result(tuple, Types.IsMoveType(type) ? Mode.Owned : Mode.Plain);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] >= 0)
            {
                var field = result.Place.Project(Projection.Field(FieldLike.Canonical(type.TupleElements[i])));
                AssignTo(field, Value.At(new Place(values[i]), tuple.Elements[i]), gives: true, MoveCause.Stored, tuple.Syntax);
            }
        }

        return result;
    }

    private Value LowerAnonymousObject(IAnonymousObjectCreationOperation creation)
    {
        var values = new List<(ISymbol Property, IOperation Value, int Local)>();
        foreach (var initializer in creation.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value })
            {
                values.Add((property, value, Take(LowerOperation(value), gives: true, MoveCause.Stored)));
            }
            else
            {
                ReadPlain(LowerOperation(initializer));
            }
        }

        var result = Result(creation, Types.IsMoveType(creation.Type) ? Mode.Owned : Mode.Plain);
        foreach (var (property, value, local) in values)
        {
            if (local >= 0)
            {
                AssignTo(result.Place.Project(Projection.Field(property)), Value.At(new Place(local), value), gives: true, MoveCause.Stored, creation.Syntax);
            }
        }

        return result;
    }

    private Value LowerArrayCreation(IArrayCreationOperation array)
    {
        foreach (var size in array.DimensionSizes)
        {
            ReadPlain(LowerOperation(size));
        }

        var elements = ImmutableArray.CreateBuilder<int>();
        var lends = LendsAll(array, out var returned);
        if (array.Initializer is { } initializer)
        {
            StoreElements(initializer, lends, returned, elements);
        }

        return lends ? Collect(array, elements, Mode.None) : Collect(array, elements);
    }

    private Value LowerCollectionExpression(IOperation collection)
    {
        var elements = ImmutableArray.CreateBuilder<int>();
        BorrowKind? returned = null;
        var lends = collection.Type is IArrayTypeSymbol && LendsOn(collection, out returned) && !HasOwned(collection.ChildOperations);
        foreach (var element in collection.ChildOperations)
        {
            if (element.Kind == Lightup.Spread)
            {
                // What is copied out of another collection stays with that one.
                LowerUnknown(element);
                continue;
            }

            TakeElement(element, lends, returned, elements);
        }

        return lends ? Collect(collection, elements, Mode.None) : Collect(collection, elements);
    }

    /// <summary>The new collection that <paramref name="collection"/> makes of values that were taken.</summary>
    private Value Collect(IOperation collection, ImmutableArray<int>.Builder elements) =>
        Collect(collection, elements, Types.IsMoveType(collection.Type) ? Mode.Owned : Mode.Plain);

    /// <summary>The same, in the given mode; none is that of the elements.</summary>
    private Value Collect(IOperation collection, ImmutableArray<int>.Builder elements, Mode mode)
    {
        if (elements.Count == 0)
        {
            return Result(collection, mode == Mode.None && Types.IsMoveType(collection.Type) ? Mode.Owned : mode);
        }

        var target = NewTransient(collection.Type);
        var sources = ImmutableArray.CreateBuilder<int>(elements.Count);
        for (var i = 0; i < elements.Count; i++)
        {
            sources.Add(i);
        }

        Emit(new Call(Origin(collection.Syntax), new Place(target.Index), elements.ToImmutable(), sources.MoveToImmutable(), ImmutableArray<(int, int)>.Empty, mode, Callee: null));
        if (mode == Mode.Owned)
        {
            _statementTemporaries.Add(target.Index);
        }

        target.HoldsBorrows = mode == Mode.None;
        return Value.At(new Place(target.Index), collection);
    }

    private void StoreElements(IArrayInitializerOperation initializer, bool lends, BorrowKind? returned, ImmutableArray<int>.Builder elements)
    {
        foreach (var element in initializer.ElementValues)
        {
            if (element is IArrayInitializerOperation inner)
            {
                StoreElements(inner, lends, returned, elements);
                continue;
            }

            TakeElement(element, lends, returned, elements);
        }
    }

    private void TakeElement(IOperation element, bool lends, BorrowKind? returned, ImmutableArray<int>.Builder elements)
    {
        var value = LowerOperation(element);
        int temporary;
        if (lends && returned is { } kind && Types.IsMoveType(value.Type) && value is { HasPlace: true, IsUpcast: false } && !_body.Locals[value.Place.Local].HoldsBorrows)
        {
            temporary = NewTransient(value.Type).Index;
            Emit(new Assign(Origin(value.Syntax), new Place(temporary), new Borrow(kind, value.Place, TwoPhase: false, Direct: false)));
        }
        else
        {
            temporary = Take(value, gives: !lends || value.IsUpcast, MoveCause.Stored);
        }

        if (temporary >= 0)
        {
            elements.Add(temporary);
        }
    }

    // The elements of an array are of one kind: with a value of its own among them it owns them all.
    private bool LendsAll(IArrayCreationOperation array, out BorrowKind? returned) => LendsOn(array, out returned) && !(array.Initializer is { } initializer && HasOwned(initializer.ElementValues));

    private bool HasOwned(IEnumerable<IOperation> elements)
    {
        foreach (var element in elements)
        {
            var isOwned = WithoutConversions(element) switch
            {
                IArrayInitializerOperation inner => HasOwned(inner.ElementValues),
                IObjectCreationOperation => true,
                IInvocationOperation { TargetMethod: var method } => _contracts.Method(method).Return.Kind == ReturnKind.Owned,
                _ => false,
            };
            if (isOwned)
            {
                return true;
            }
        }

        return false;
    }

    // `var pair = (a.View(), b.View());` is Rust's tuple of references: as long as a local has it, it may hold borrows. What is returned
    // at once as borrowed (`returned`) borrows its elements, as a place that is returned so is borrowed.
    private bool LendsOn(IOperation literal, out BorrowKind? returned)
    {
        returned = null;
        for (var parent = literal.Parent; ; parent = parent.Parent)
        {
            switch (parent)
            {
                case ITupleOperation or IArrayInitializerOperation or IArrayCreationOperation:
                    continue;
                case IConversionOperation { OperatorMethod: null, IsImplicit: true }:
                    continue;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation, IsRef: false }:
                    return true;
                case null or IReturnOperation:
                    returned = _returnedAs;
                    return returned is not null;
                case IFlowCaptureOperation capture:
                    returned = _consumers.ReturnedAs(capture.Id);
                    return returned is not null;
                default:
                    return false;
            }
        }
    }
}
