using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>The dispatch over kinds of operations, and those that need no file of their own.</content>
internal sealed partial class BodyLowering
{
    private Value LowerOperation(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local:
                return LowerLocal(local);
            case IParameterReferenceOperation parameter:
                return LowerParameter(parameter);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } instance:
                return Value.At(ThisPlace(instance), instance);
            case IFieldReferenceOperation field:
                return LowerField(field);
            case IPropertyReferenceOperation property:
                return LowerProperty(property);
            case IImplicitIndexerReferenceOperation indexer:
                return LowerImplicitIndexer(indexer);
            case IArrayElementReferenceOperation element:
                return LowerArrayElement(element);
            case IFlowCaptureReferenceOperation capture:
                return LowerCaptureReference(capture);
            case IInvocationOperation invocation:
                return LowerInvocation(invocation);
            case IObjectCreationOperation creation:
                return LowerCreation(creation);
            case ISimpleAssignmentOperation assignment:
                return LowerAssignment(assignment);
            case ICompoundAssignmentOperation compound:
                return LowerCompoundAssignment(compound);
            case IIncrementOrDecrementOperation increment:
                return LowerIncrement(increment);
            case IDeconstructionAssignmentOperation deconstruction:
                return LowerDeconstruction(deconstruction);
            case IDeclarationExpressionOperation declaration:
                return LowerOperation(declaration.Expression);
            case IConversionOperation conversion:
                return LowerConversion(conversion);
            case ITranslatedQueryOperation query:
                return LowerOperation(query.Operation);
            case IParenthesizedOperation parenthesized:
                return LowerOperation(parenthesized.Operand);
            case ITupleOperation tuple:
                return LowerTuple(tuple);
            case IAnonymousObjectCreationOperation anonymous:
                return LowerAnonymousObject(anonymous);
            case IArrayCreationOperation array:
                return LowerArrayCreation(array);
            case IDelegateCreationOperation creation:
                return LowerDelegateCreation(creation);
            case IFlowAnonymousFunctionOperation function:
                return LowerClosure(function, function.Symbol);
            case IIsNullOperation test:
                return LowerNullTest(test);
            case IBinaryOperation binary:
                return LowerBinary(binary);
            case ITupleBinaryOperation comparison:
                ReadElements(comparison.LeftOperand);
                ReadElements(comparison.RightOperand);
                return Value.Plain(comparison);
            case IUnaryOperation { OperatorMethod: { } method } unary:
                return LowerOperator(method, unary, unary.Operand);
            case IIsPatternOperation pattern:
                return LowerPattern(pattern);
            case IAwaitOperation await:
                return LowerAwait(await);
            case IEventAssignmentOperation { Adds: true, HandlerValue: var handler, EventReference: IEventReferenceOperation @event }:
                return LowerSubscription(@event, handler);
            case IExpressionStatementOperation statement:
                return LowerOperation(statement.Operation);
            case ILiteralOperation or IDefaultValueOperation or ITypeOfOperation or INameOfOperation or ISizeOfOperation or IMethodReferenceOperation { Instance: null }:
                return Value.Plain(operation);
            case { Kind: Lightup.CollectionExpression }:
                return LowerCollectionExpression(operation);
            default:
                return LowerUnknown(operation);
        }
    }

    // An event keeps its handler; one of this very object lives no longer than what its handlers capture of it.
    private Value LowerSubscription(IEventReferenceOperation @event, IOperation handler)
    {
        if (@event.Instance is { } instance)
        {
            ReadPlain(LowerOperation(instance));
        }

        var value = LowerOperation(handler);
        if (@event.Instance is IInstanceReferenceOperation)
        {
            ReadPlain(value);
        }
        else
        {
            StoreOutside(value);
        }

        return Value.Plain(handler);
    }

    /// <summary>An operation that the model does not describe: its operands are read, its result is plain.</summary>
    private Value LowerUnknown(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
        {
            ReadPlain(LowerOperation(child));
        }

        return OutsideOfTracking(operation);
    }

    private Place ThisPlace(IOperation operation) => new(This(operation.Type));

    private Value LowerConversion(IConversionOperation conversion)
    {
        var value = LowerOperation(conversion.Operand);
        if (SpanBorrow(conversion.Type) is { } kind && value.HasPlace && IsBorrowedByItsSpan(value.Type))
        {
            var span = NewTransient(conversion.Type);
            Emit(new Assign(Origin(value.Syntax), new Place(span.Index), new Borrow(kind, value.Place, TwoPhase: false, Direct: value.Type is { IsValueType: true })));
            return Value.At(new Place(span.Index), conversion);
        }

        if (conversion.OperatorMethod is { } method)
        {
            return LowerOperator(method, conversion, value);
        }

        if (!value.HasPlace || TypeOwnership.IsScalar(conversion.Type))
        {
            ReadPlain(value);
            return Value.Plain(conversion);
        }

        // The value stays what it was: an upcast is another name for the same object.
        return Types.IsMoveType(value.Type) && !Types.IsMoveType(conversion.Type) ? value.Upcast() : value;
    }

    private static BorrowKind? SpanBorrow(ITypeSymbol? type) => type switch
    {
        { Name: "Span" or "Memory", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => BorrowKind.Exclusive,
        { Name: "ReadOnlySpan" or "ReadOnlyMemory", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => BorrowKind.Shared,
        _ => null,
    };

    // An array that owns its elements, and an inline array, which is its variable. A plain array is a plain reference.
    private bool IsBorrowedByItsSpan(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol)
        {
            return Types.IsMoveType(type);
        }

        if (type is not INamedTypeSymbol { IsValueType: true } || Types.IsBorrowCarrying(type))
        {
            return false;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "InlineArrayAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private Value LowerNullTest(IIsNullOperation test)
    {
        var value = LowerOperation(test.Operand);
        if (value.HasPlace)
        {
            _tested = value;
            if (!IsUsingCleanup(test))
            {
                Emit(new Use(Origin(value.Syntax), value.Place, UseKind.NullTest));
            }
        }

        return Value.Plain(test);
    }

    private Value LowerBinary(IBinaryOperation binary)
    {
        if (binary.OperatorMethod is { } method)
        {
            return LowerOperator(method, binary, binary.LeftOperand, binary.RightOperand);
        }

        var left = LowerOperation(binary.LeftOperand);
        if (TypeOwnership.IsScalar(binary.LeftOperand.Type))
        {
            // Plain data is copied where it is evaluated, before the other operand.
            ReadPlain(left);
            left = Value.Plain(binary.LeftOperand);
        }

        var right = LowerOperation(binary.RightOperand);
        ReadComparand(left, binary.RightOperand);
        ReadComparand(right, binary.LeftOperand);
        return Value.Plain(binary);
    }

    // Tuples that are only compared are not built.
    private void ReadElements(IOperation operand)
    {
        if (operand is ITupleOperation tuple)
        {
            foreach (var element in tuple.Elements)
            {
                ReadElements(element);
            }
        }
        else if (operand is IConversionOperation { OperatorMethod: null } conversion)
        {
            ReadElements(conversion.Operand);
        }
        else
        {
            ReadPlain(LowerOperation(operand));
        }
    }

    // Comparing with null looks at the reference alone.
    private void ReadComparand(Value value, IOperation other)
    {
        if (value.HasPlace && other.ConstantValue is { HasValue: true, Value: null })
        {
            _tested = value;
            Emit(new Use(Origin(value.Syntax), value.Place, UseKind.NullTest));
        }
        else
        {
            ReadPlain(value);
        }
    }

    private Value LowerAwait(IAwaitOperation await)
    {
        var task = LowerOperation(await.Operation);
        if (Awaiter(await.Operation.Type) is { } awaiter && _contracts.Method(awaiter) is { Receiver: ReceiverKind.Consumes } contract && !MayBeShared(task))
        {
            // What may be awaited only once is gone, whether or not the await throws.
            var outer = _authority;
            _authority = contract.Authority;
            var taken = Take(task, gives: true, new MoveCause(MoveCauseKind.Receiver, awaiter));
            _authority = outer;
            task = taken < 0 ? Value.Plain(await.Operation) : Value.At(new Place(taken), await.Operation);
            MayThrow();
        }
        else
        {
            MayThrow();
            ReadPlain(task);
        }

        var awaited = await.Operation;
        while (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve", Instance: { } inner })
        {
            awaited = inner;
        }

        if (!Types.IsMoveType(await.Type))
        {
            var called = awaited is IInvocationOperation { TargetMethod: var method } && !TypeOwnership.IsScalar(await.Type) ? _contracts.Method(method).Return : ReturnContract.Plain;
            return called.IsBorrowedWhenAwaited && task.HasPlace ? WithLoansOf(task, await)
                : called.Kind == ReturnKind.Owned ? Result(await, Mode.Owned, DutyOf(awaited), Called(awaited))
                : OutsideOfTracking(await);
        }

        var isKnown = awaited is IInvocationOperation { TargetMethod: var target } && _contracts.IsOptedIn(target.ContainingAssembly);
        return Result(await, isKnown ? Mode.Owned : Mode.Plain, isKnown ? Types.AuthorityOf(await.Type) : Authority.Default, Called(awaited));
    }

    private static IMethodSymbol? Called(IOperation called) => (called as IInvocationOperation)?.TargetMethod;

    private Authority DutyOf(IOperation called) => Called(called) is { } method ? _contracts.Method(method).DropDuty : Authority.Default;

    // The method of the type itself that `await` calls; extensions have no contracts.
    private static IMethodSymbol? Awaiter(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { IsValueType: true })
        {
            foreach (var member in type.GetMembers("GetAwaiter"))
            {
                if (member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false } awaiter)
                {
                    return awaiter;
                }
            }
        }

        return null;
    }

    // A contract that calls the result of a task borrowed speaks of what is awaited.
    private Value WithLoansOf(Value task, IAwaitOperation await)
    {
        var source = CopyLoans(task);
        var target = NewTransient(await.Type);
        var outer = _authority;
        _authority = Authority.Catalog;
        Emit(new Call(
            Origin(await.Syntax), new Place(target.Index), ImmutableArray.Create(source), ImmutableArray.Create(0), ImmutableArray<(int, int)>.Empty, Mode.Plain, Callee: null));
        _authority = outer;
        return Value.At(new Place(target.Index), await);
    }

    /// <summary>A new temporary of the type of <paramref name="operation"/> that starts out in <paramref name="mode"/>.</summary>
    private Value Result(IOperation operation, Mode mode, Authority duty = Authority.Default, IMethodSymbol? madeBy = null)
    {
        var temporary = NewTransient(operation.Type);
        NoteDuty(temporary, mode, duty, madeBy);
        Emit(new Assign(Origin(operation.Syntax), new Place(temporary.Index), new Fresh(mode)));
        if (mode == Mode.Owned && (temporary.IsMoveType || temporary.OwesDrop))
        {
            _statementTemporaries.Add(temporary.Index);
        }

        return Value.At(new Place(temporary.Index), operation);
    }

    // Roslyn writes the end of a using as `if (x != null) x.Dispose()` in a finally block; neither is an expression of the program.
    private bool IsUsingCleanup(IOperation operation) =>
        _frame.Region is not null && operation.IsImplicit && operation.ChildOperations.Count == 1 && UsingResource(operation) is not null;

    private static IOperation? UsingResource(IOperation operation)
    {
        var resource = operation switch
        {
            IIsNullOperation test => test.Operand,
            IInvocationOperation { TargetMethod.Name: "Dispose" or "DisposeAsync", Arguments.IsEmpty: true } invocation => invocation.Instance,
            _ => null,
        };
        while (resource is IConversionOperation conversion)
        {
            resource = conversion.Operand;
        }

        return resource is { IsImplicit: true } and (ILocalReferenceOperation or IFlowCaptureReferenceOperation) ? resource : null;
    }
}
