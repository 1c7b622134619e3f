using System.Collections.Generic;
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
                return LowerClosure(creation, function.Symbol, _nested.CapturesOf(function, creation.Type as INamedTypeSymbol, IsForOnce(creation)), function.Syntax);
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } reference:
                return LowerClosure(creation, local, _nested.CapturesOf(local), reference.Syntax);
            case IMethodReferenceOperation { Instance: { } instance, Method: var method }:
                // An instance method group borrows its receiver for as long as the delegate lives.
                var call = BeginCall(method, creation);
                var receiver = LowerOperation(instance);
                if (receiver.HasPlace && Types.IsMoveType(receiver.Type))
                {
                    var kind = call.Contract.Receiver is ReceiverKind.Mutates or ReceiverKind.Consumes ? BorrowKind.Exclusive : BorrowKind.Shared;
                    return MakeDelegate(creation, method, ImmutableArray.Create(Captured(receiver, kind, isCapture: true)).ToBuilder(), captured: 1, ImmutableArray<(int, int)>.Empty, ImmutableArray<CapturedMove>.Empty, lent: Mode.None);
                }

                ReadPlain(receiver);
                return Value.Plain(creation);
            default:
                return LowerUnknown(creation);
        }
    }

    /// <summary>
    /// Whether a delegate is made each time. The compiler keeps that of a lambda which captures nothing, and, since C# 11, that of a static method which is converted; that of
    /// <c>new Callback(Method)</c> it does not keep.
    /// </summary>
    private bool IsMadeAnew(IDelegateCreationOperation creation) => creation.Target switch
    {
        IFlowAnonymousFunctionOperation function => _nested.NamesWhatIsAround(function),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => !_nested.CapturesOf(local).IsEmpty || IsWrittenNew(creation),
        IMethodReferenceOperation { Instance: null } => IsWrittenNew(creation),
        _ => true,
    };

    // A conversion begins with what is converted, which is no new object where the method is static.
    private static bool IsWrittenNew(IDelegateCreationOperation creation) => creation.Syntax.GetFirstToken().ValueText == "new";

    private bool IsForOnce(IDelegateCreationOperation creation) =>
        creation.Parent is IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }
        && _contracts.Method(method).Parameters is var parameters && parameter.Ordinal < parameters.Length && parameters[parameter.Ordinal].IsOnce;

    private Value LowerClosure(IFlowAnonymousFunctionOperation function, IMethodSymbol symbol) =>
        LowerClosure(function, symbol, _nested.CapturesOf(function, function.Type as INamedTypeSymbol, isOnce: false), function.Syntax);

    private Value LowerClosure(IOperation creation, IMethodSymbol function, ImmutableArray<CapturedPlace> captures, SyntaxNode syntax)
    {
        var arguments = ImmutableArray.CreateBuilder<int>();
        var stored = StoredCaptures(captures, creation, syntax);
        arguments.AddRange(CaptureAll(captures, creation, function, syntax));
        if (arguments.Count == 0)
        {
            return Value.Plain(creation);
        }

        var stores = ImmutableArray.CreateBuilder<(int From, int To)>(stored.Count);
        foreach (var (from, content, to) in stored)
        {
            stores.Add((content < 0 ? from : arguments.Count, to));
            if (content >= 0)
            {
                arguments.Add(content);
            }
        }

        return MakeDelegate(creation, function, arguments, captures.Length, stores.MoveToImmutable(), MovedCaptures(captures), LentOf(captures));
    }

    // What the body may store of one capture in another, each with a copy of the first where it is what that holds.
    private List<(int From, int Content, int To)> StoredCaptures(ImmutableArray<CapturedPlace> captures, IOperation creation, SyntaxNode syntax)
    {
        var stored = new List<(int, int, int)>();
        for (var to = 0; to < captures.Length; to++)
        {
            foreach (var flow in captures[to].Keeps)
            {
                if (flow.From == to && flow.IsContent)
                {
                    continue;
                }

                _body.HasEscapes = true;
                var isCopied = flow.IsContent && captures[flow.From].Kind != CaptureKind.Value;
                stored.Add((flow.From, isCopied ? CopyLoans(CapturedValue(captures[flow.From], creation, syntax)) : -1, to));
            }
        }

        return stored;
    }

    private ImmutableArray<int> CaptureAll(ImmutableArray<CapturedPlace> captures, IOperation creation, IMethodSymbol function, SyntaxNode syntax)
    {
        var cause = function.MethodKind == MethodKind.LocalFunction ? new MoveCause(MoveCauseKind.Captured, function) : MoveCause.Captured;
        var locals = ImmutableArray.CreateBuilder<int>();
        var escapes = _inference.Escapes(syntax);
        foreach (var capture in captures)
        {
            if (IsTaken(capture, escapes))
            {
                var whole = Taken(capture, captures, escapes);
                var value = CapturedValue(whole, creation, syntax);
                var temporary = NewTransient(capture.Type);
                Emit(new Assign(
                    Origin(syntax),
                    new Place(temporary.Index),
                    new Read(new Operand(OperandKind.Value, value.Place, Gives: false, cause, IsMoveType: IsMoved(whole)) { IsCaptured = true }))
                {
                    Named = value.Named,
                    Takes = true,
                    CapturedUse = Origin(capture.Use),
                });
                locals.Add(temporary.Index);
            }
            else
            {
                var value = CapturedValue(capture, creation, syntax);
                locals.Add(Captured(value, capture.Kind == CaptureKind.Exclusive ? BorrowKind.Exclusive : BorrowKind.Shared, isCapture: true, capture));
            }
        }

        return locals.ToImmutable();
    }

    private static bool IsTaken(CapturedPlace capture, bool escapes) => capture.Kind == CaptureKind.Value || (escapes && !IsUsing(capture.Root));

    // What the function takes of the place, or with it: where it takes what the place is a part of, it takes that once.
    private CapturedPlace Taken(CapturedPlace capture, ImmutableArray<CapturedPlace> captures, bool escapes)
    {
        var length = TakenLength(capture);
        foreach (var other in captures)
        {
            if (IsTaken(other, escapes) && SymbolEqualityComparer.Default.Equals(other.Root, capture.Root) && other.Inner.Local == capture.Inner.Local
                && TakenLength(other) is var shorter && shorter < length && StartsWith(capture.Projections, other.Projections, shorter))
            {
                length = shorter;
            }
        }

        return capture with { Projections = capture.Projections.RemoveRange(length, capture.Projections.Length - length) };
    }

    private int TakenLength(CapturedPlace capture)
    {
        var length = ClosureCaptures.TakenLength(Types, capture.Type, isThis: capture.Root is null, capture.Projections);
        return capture.Kind == CaptureKind.Value ? length : ClosureCaptures.OwnerLength(Types, capture.Type, capture.Projections, length);
    }

    private static bool StartsWith(ImmutableArray<Projection> steps, ImmutableArray<Projection> others, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!steps[i].Equals(others[i]))
            {
                return false;
            }
        }

        return true;
    }

    private Value CapturedValue(CapturedPlace capture, IOperation creation, SyntaxNode syntax)
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

        return value.With(CapturedType(capture), syntax);
    }

    private int Captured(Value value, BorrowKind kind, bool isCapture, CapturedPlace? capture = null)
    {
        var temporary = NewTransient(value.Type);
        Emit(new Assign(Origin(value.Syntax), new Place(temporary.Index), new Borrow(kind, value.Place, TwoPhase: false, Direct: capture is { IsAssigned: true } or { IsCopied: true }) { IsCapture = isCapture, IsReturned = capture is { IsReturned: true }, IsContentReturned = capture is { IsContentReturned: true } })
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
            local.EntryMode = local.Kind == LocalKind.Upvar && capture.Type is { } type ? UpvarMode(capture.Root, type) : Mode.None;
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

    private static Mode LentOf(ImmutableArray<CapturedPlace> captures)
    {
        var lent = Mode.None;
        foreach (var capture in captures)
        {
            lent |= capture.Lent;
        }

        return lent;
    }

    private Value MakeDelegate(IOperation creation, IMethodSymbol function, ImmutableArray<int>.Builder arguments, int captured, ImmutableArray<(int From, int To)> stores, ImmutableArray<CapturedMove> moves, Mode lent)
    {
        var target = NewTransient(creation.Type);
        var sources = ImmutableArray.CreateBuilder<int>(captured);
        for (var i = 0; i < captured; i++)
        {
            sources.Add(i);
        }

        var mode = (moves.IsEmpty ? Mode.None : Mode.Once) | lent.OfLender();
        Emit(new Call(Origin(creation.Syntax), new Place(target.Index), arguments.ToImmutable(), sources.MoveToImmutable(), stores, mode == Mode.None ? Mode.Plain : mode, function)
        {
            CapturedMoves = moves,
        });
        return Value.At(new Place(target.Index), creation);
    }

    private Value LowerLocalFunctionCall(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var call = BeginCall(method, invocation);
        foreach (var argument in invocation.Arguments)
        {
            LowerArgument(call, argument, isDiscarded: false);
        }

        var captures = _nested.CapturesOf(method.OriginalDefinition);
        var stored = StoredCaptures(captures, invocation, invocation.Syntax);
        var locals = CaptureAll(captures, invocation, method, invocation.Syntax);
        foreach (var captured in locals)
        {
            call.Add(ReturnContract.Receiver, captured);
        }

        foreach (var (from, content, to) in stored)
        {
            call.Add(PendingCall.NoSource, content);
            call.Store(content < 0 ? locals[from] : content, locals[to]);
        }

        return Finish(call);
    }
}
