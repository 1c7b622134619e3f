using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <content>Lambdas, method groups and local functions: what they capture is borrowed or taken where they are made or called.</content>
internal sealed partial class BodyLowering
{
    private Value LowerDelegateCreation(IDelegateCreationOperation creation)
    {
        switch (creation.Target)
        {
            case IFlowAnonymousFunctionOperation function:
                return LowerClosure(creation, function.Symbol, _nested.CapturesOf(function, creation.Type as INamedTypeSymbol), function.Syntax);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } reference:
                return LowerClosure(creation, local, _nested.CapturesOf(local), reference.Syntax);
            case IMethodReferenceOperation { Instance: { } instance, Method: var method }:
                // An instance method group borrows its receiver for as long as the delegate lives.
                var call = new PendingCall(_contracts.Method(method), method, creation);
                var receiver = LowerOperation(instance);
                if (receiver.HasPlace && Types.IsMoveType(receiver.Type))
                {
                    var kind = call.Contract.Receiver is ReceiverKind.Mutates or ReceiverKind.Consumes ? BorrowKind.Exclusive : BorrowKind.Shared;
                    return MakeDelegate(creation, method, ImmutableArray.Create(Captured(receiver, kind, isCapture: true)));
                }

                ReadPlain(receiver);
                return Value.Plain(creation);
            default:
                return LowerUnknown(creation);
        }
    }

    private Value LowerClosure(IFlowAnonymousFunctionOperation function, IMethodSymbol symbol) =>
        LowerClosure(function, symbol, _nested.CapturesOf(function, function.Type as INamedTypeSymbol), function.Syntax);

    private Value LowerClosure(IOperation creation, IMethodSymbol function, ImmutableArray<CapturedPlace> captures, SyntaxNode syntax)
    {
        var locals = CaptureAll(captures, creation, function, syntax);
        return locals.IsEmpty ? Value.Plain(creation) : MakeDelegate(creation, function, locals, MovedCaptures(captures));
    }

    private ImmutableArray<int> CaptureAll(ImmutableArray<CapturedPlace> captures, IOperation creation, IMethodSymbol function, SyntaxNode syntax)
    {
        var cause = function.MethodKind == MethodKind.LocalFunction ? new MoveCause(MoveCauseKind.Captured, function) : MoveCause.Captured;
        var locals = ImmutableArray.CreateBuilder<int>();
        foreach (var capture in captures)
        {
            var value = Value.At(CapturePlace(capture, creation), creation);
            if (capture.Root is not null && _names.TryGetValue(capture.Root, out var name))
            {
                value = Naming(value, name);
            }

            foreach (var projection in capture.Projections)
            {
                value = value.Project(projection, value.Type, syntax);
            }

            value = value.With(syntax);
            if (capture.Kind == CaptureKind.Value || (_inference.Escapes(syntax) && !IsUsing(capture.Root)))
            {
                var temporary = NewTransient(capture.Type);
                Emit(new Assign(
                    Origin(syntax),
                    new Place(temporary.Index),
                    new Read(new Operand(OperandKind.Value, value.Place, Gives: false, cause, IsMoveType: IsMoved(capture))))
                {
                    Named = value.Named,
                    Takes = true,
                    CapturedUse = Origin(capture.Use),
                });
                locals.Add(temporary.Index);
            }
            else
            {
                locals.Add(Captured(value, capture.Kind == CaptureKind.Exclusive ? BorrowKind.Exclusive : BorrowKind.Shared, isCapture: true, capture));
            }
        }

        return locals.ToImmutable();
    }

    private int Captured(Value value, BorrowKind kind, bool isCapture, CapturedPlace? capture = null)
    {
        var temporary = NewTransient(value.Type);
        Emit(new Assign(Origin(value.Syntax), new Place(temporary.Index), new Borrow(kind, value.Place, TwoPhase: false, Direct: capture is { IsAssigned: true }) { IsCapture = isCapture })
        {
            CapturedUse = capture is null ? -1 : Origin(capture.Use),
        });
        return temporary.Index;
    }

    // A using still needs its variable where it ends.
    private static bool IsUsing(ISymbol? root) => root is ILocalSymbol { IsUsing: true };

    private bool IsMoved(CapturedPlace capture) => capture.Kind == CaptureKind.Value || Types.IsMoveType(CapturedType(capture));

    private static ITypeSymbol? CapturedType(CapturedPlace capture) =>
        capture.Projections.IsEmpty ? capture.Type : capture.Projections[capture.Projections.Length - 1].Member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };

    private Place CapturePlace(CapturedPlace capture, IOperation operation)
    {
        if (capture.Root is null)
        {
            return new Place(This(capture.Type));
        }

        if (_aliases.TryGetValue(capture.Root, out var alias))
        {
            return alias;
        }

        if (!_locals.TryGetValue(capture.Root, out var index))
        {
            var local = NewLocal(IsOwn(capture.Root) && capture.Root is ILocalSymbol ? LocalKind.Variable : LocalKind.Upvar, capture.Root, capture.Type);
            local.RefBorrow = RefBorrow(capture.Root switch
            {
                ILocalSymbol variable => variable.RefKind,
                IParameterSymbol parameter => parameter.RefKind,
                _ => RefKind.None,
            });
            local.EntryMode = local.Kind == LocalKind.Upvar && capture.Type is { } type ? UpvarMode(type) : Mode.None;
            index = local.Index;
        }

        return PlaceOf(index);
    }

    // What escapes takes its captures too, but its body only borrows them and may run again.
    private ImmutableArray<CapturedMove> MovedCaptures(ImmutableArray<CapturedPlace> captures)
    {
        var moves = ImmutableArray.CreateBuilder<CapturedMove>();
        foreach (var capture in captures)
        {
            if (capture is { Kind: CaptureKind.Value, Move: { } move } && Types.IsMoveType(CapturedType(capture)))
            {
                moves.Add(move);
            }
        }

        return moves.ToImmutable();
    }

    private Value MakeDelegate(IOperation creation, IMethodSymbol function, ImmutableArray<int> captured, ImmutableArray<CapturedMove> moves = default)
    {
        var target = NewTransient(creation.Type);
        var sources = ImmutableArray.CreateBuilder<int>(captured.Length);
        for (var i = 0; i < captured.Length; i++)
        {
            sources.Add(i);
        }

        moves = moves.IsDefault ? ImmutableArray<CapturedMove>.Empty : moves;
        var mode = moves.IsEmpty ? Mode.Plain : Mode.Once;
        Emit(new Call(Origin(creation.Syntax), new Place(target.Index), captured, sources.MoveToImmutable(), ImmutableArray<(int, int)>.Empty, mode, function)
        {
            CapturedMoves = moves,
        });
        return Value.At(new Place(target.Index), creation);
    }

    private Value LowerLocalFunctionCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var call = new PendingCall(_contracts.Method(method), method, invocation);
        foreach (var argument in invocation.Arguments)
        {
            LowerArgument(call, argument, isDiscarded: false);
        }

        foreach (var captured in CaptureAll(_nested.CapturesOf(method.OriginalDefinition), invocation, method, invocation.Syntax))
        {
            call.Add(ReturnContract.Receiver, captured);
        }

        return Finish(call);
    }
}
