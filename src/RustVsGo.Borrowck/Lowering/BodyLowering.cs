using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// Turns Roslyn's control flow graph into a <see cref="Body"/>: places, moves-to-be, borrows, drops, scope ends, unwind edges.
/// In: one graph and the contracts. Out: a body whose reads are still neutral (<see cref="OperandKind.Value"/>); <c>ModeResolution</c> settles them.
/// An operation that it does not know is a shared use of its operands: never a crash, never silently skipped.
/// </summary>
/// <remarks>The counterpart of rustc's <c>rustc_mir_build</c>. The files of this class are the families of operations.</remarks>
internal sealed partial class BodyLowering
{
    private readonly ContractModel _contracts;
    private readonly ISymbol _owner;
    private readonly ImmutableArray<IParameterSymbol> _fields;
    private readonly BodyInference _inference;
    private readonly CancellationToken _cancellation;
    private readonly Body _body = new();
    private readonly SymbolMap<int> _locals = new();
    private readonly OriginNumbers _origins;
    private readonly MethodContract? _contract;
    private ControlFlowGraph _graph;
    private INestedBodies _nested;
    private RegionExits _exits;
    private CaptureConsumers _consumers;
    private LockRegions _locks;
    private readonly Stack<PendingCall> _finishedCalls = new();
    private List<int> _statementTemporaries = new();
    private int _this = -1;

    // The local that the last call of a member of Own was given.
    private int _borrowedByOwn = -1;

    // The borrow as which what is lowered is returned.
    private BorrowKind? _returnedAs;
    private Block _current;
    private ControlFlowRegion _region;
    private LoweringFrame _frame;
    private bool _isInLock;
    private bool _isLastPart;
    private bool _marksThrows;

    // The end of the part that was lowered last.
    private Block? _exit;

    // Who says what the statements do that are emitted now.
    private Authority _authority;

    private BodyLowering(
        BodyPart first, ISymbol owner, ImmutableArray<IParameterSymbol> fields, IMethodSymbol? invoke, ContractModel contracts, BodyInference inference, CancellationToken cancellation)
    {
        _inference = inference;
        _owner = owner;
        _fields = fields;
        _contracts = contracts;
        _cancellation = cancellation;
        _contract = owner is IMethodSymbol method ? contracts.Function(method, invoke) : null;
        _body.Owner = owner;
        _origins = new OriginNumbers(_body.Origins);
        Begin(first);
    }

    private TypeOwnership Types => _contracts.Types;

    /// <summary>
    /// Lowers <paramref name="parts"/>, one behind the other: the body of <paramref name="owner"/> (a method, or the field or property of an initializer).
    /// Functions among <paramref name="inference"/> take what they capture. <paramref name="invoke"/> is the delegate's method, for a lambda;
    /// <paramref name="fields"/> are the parameters of a primary constructor that live on in the object. <paramref name="marksThrows"/> asks for the places
    /// where the body may be left by what it does not handle.
    /// </summary>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static Body Lower(
        IReadOnlyList<BodyPart> parts,
        ISymbol owner,
        ImmutableArray<IParameterSymbol> fields,
        IMethodSymbol? invoke,
        ContractModel contracts,
        BodyInference inference,
        CancellationToken cancellation,
        bool marksThrows = false)
    {
        var lowering = new BodyLowering(parts[0], owner, fields, invoke, contracts, inference, cancellation) { _marksThrows = marksThrows };
        lowering._body.IsNested = owner is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };
        lowering.DeclareSignature();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                lowering.Begin(parts[i]);
            }

            lowering._isLastPart = i == parts.Count - 1;
            lowering.LowerFrame(lowering._frame);
        }

        lowering.NameReturnSources();
        return lowering._body;
    }

    // Behind the end of the part before, if there is one and control gets there.
    [MemberNotNull(nameof(_graph), nameof(_nested), nameof(_exits), nameof(_locks), nameof(_consumers), nameof(_region), nameof(_frame), nameof(_current))]
    private void Begin(BodyPart part)
    {
        var entry = NewBlock();
        _exit?.Successors.Add(entry.Index);
        (_exit, _current) = (null, entry);
        (_graph, _nested) = part;

        // Each graph numbers its captures anew.
        _captures.Clear();
        _nullTests.Clear();
        _captureLocals.Clear();
        _enumerations.Clear();
        _exits = new RegionExits(this);
        _locks = new LockRegions(_graph);
        _consumers = new CaptureConsumers(_graph, _contracts, _contract?.Return.Kind ?? ReturnKind.Plain, isLambda: _owner is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction });
        _region = _graph.Root;
        _frame = new LoweringFrame(parent: null, region: null, continuation: -1);
    }

    private void LowerFrame(LoweringFrame frame)
    {
        // A finally block may be lowered in the middle of a statement that can throw into it.
        var (saved, savedRegion, savedBlock, savedTemporaries, savedLock) = (_frame, _region, _current, _statementTemporaries, _isInLock);
        _statementTemporaries = new List<int>();
        _frame = frame;
        var entry = _current;
        var (first, last) = frame.Region is { } stretch ? (stretch.FirstBlockOrdinal, stretch.LastBlockOrdinal) : (0, _graph.Blocks.Length - 1);
        frame.Reserve(first, last);
        for (var ordinal = first; ordinal <= last; ordinal++)
        {
            var block = _graph.Blocks[ordinal];
            if (block.IsReachable && BelongsTo(block, frame))
            {
                var lowered = frame.Region is null && block.Kind == BasicBlockKind.Entry ? entry : NewBlock();
                frame.Blocks[ordinal - first] = (lowered.Index, -1);
            }
        }

        for (var ordinal = first; ordinal <= last; ordinal++)
        {
            if (frame.TryGetStart(ordinal, out var start))
            {
                var block = _graph.Blocks[ordinal];
                _cancellation.ThrowIfCancellationRequested();
                _current = _body.Blocks[start];
                _region = block.EnclosingRegion;
                _isInLock = _locks.Contains(_region);
                LowerBlock(block);
                frame.Blocks[ordinal - first] = (start, _current.Index);
            }
        }

        for (var i = 0; i < frame.Blocks.Count; i++)
        {
            if (frame.Blocks[i].End is >= 0 and var end)
            {
                Connect(_graph.Blocks[first + i], _body.Blocks[end], frame);
            }
        }

        (_frame, _region, _current, _statementTemporaries, _isInLock) = (saved, savedRegion, savedBlock, savedTemporaries, savedLock);
    }

    // A finally block is lowered once for each place that control goes on to behind it, so that it does not join paths that do not meet.
    private bool BelongsTo(BasicBlock block, LoweringFrame frame)
    {
        // A nested function may stand in a finally block of the body around it, whose regions lie around the root of its own graph.
        for (var region = block.EnclosingRegion; region is not null && !ReferenceEquals(region, _graph.Root); region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally)
            {
                return ReferenceEquals(region, frame.Region);
            }
        }

        return frame.Region is null;
    }

    private void LowerBlock(BasicBlock block)
    {
        SyntaxNode? previous = null;
        foreach (var operation in block.Operations)
        {
            _exits.EndStatements(previous, operation.Syntax);
            LowerStatement(operation);
            previous = operation.Syntax;
        }

        if (block.BranchValue is { } value)
        {
            _exits.EndStatements(previous, value.Syntax);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && block.ConditionKind == ControlFlowConditionKind.None)
            {
                LowerReturn(value);
            }
            else
            {
                LowerCondition(value);
            }

            EndStatement(value.Syntax, captured: null);
        }

        if (block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
        {
            _exits.UnwindFrom(_current, _region, _frame);
        }

        if (block.Kind == BasicBlockKind.Exit)
        {
            if (!_isLastPart)
            {
                _exit = _current;
                return;
            }

            EndParameters();
            _current.IsReturn = true;
        }
    }

    private void LowerStatement(IOperation operation)
    {
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                LowerFlowCapture(capture);
                return;
            case IExpressionStatementOperation { Operation: { } expression }:
                LowerDiscarded(expression);
                break;
            case IReturnOperation { ReturnedValue: { } yielded }:
                MayThrow();
                LowerReturn(yielded, isLast: false);
                break;
            default:
                LowerDiscarded(operation);
                break;
        }

        EndStatement(operation.Syntax, captured: null);
    }

    // Temporaries that own their value live to the end of the full statement; those that a capture refers to, as long as the capture.
    private void EndStatement(SyntaxNode syntax, CaptureId? captured)
    {
        for (var i = _statementTemporaries.Count - 1; i >= 0; i--)
        {
            if (captured is { } id)
            {
                _exits.DieWith(id, _statementTemporaries[i], _region);
            }
            else
            {
                Emit(new StorageDead(Origin(syntax), _statementTemporaries[i]));
            }
        }

        _statementTemporaries.Clear();
    }

    private Block NewBlock()
    {
        var block = new Block(_body.Blocks.Count);
        _body.Blocks.Add(block);
        return block;
    }

    private Block NewUnwindBlock()
    {
        var block = NewBlock();
        block.IsUnwind = true;
        return block;
    }

    private void Emit(Statement statement)
    {
        _body.OwesDrops |= statement is Drop { Idempotent: true, Place.IsLocal: true };
        (statement.IsInLock, statement.Authority) = (_isInLock, _authority == Authority.Default ? statement.Authority : _authority);
        if (_current.IsFull)
        {
            var next = NewBlock();
            _current.Successors.Add(next.Index);
            _current = next;
        }

        _current.Statements.Add(statement);
    }

    /// <summary>The state before what follows flows into the handlers and finally blocks around it.</summary>
    private void MayThrow(PendingCall? call = null)
    {
        if (!_exits.HasHandler(_region, _frame))
        {
            if (_marksThrows && call?.Dropped is null && _current.Statements is { Count: > 0 } before)
            {
                Emit(new Throws(call is null ? before[before.Count - 1].Origin : Origin(call.Operation.Syntax)));
            }

            return;
        }

        var next = NewBlock();
        _current.Successors.Add(next.Index);
        if (call is { Taken.Count: > 0 })
        {
            var unwind = NewUnwindBlock();
            _current.Successors.Add(unwind.Index);
            foreach (var taken in call.Taken)
            {
                unwind.Statements.Add(new Restore(Origin(taken.Syntax), taken.Place));
                if (taken.Named is { } named)
                {
                    unwind.Statements.Add(new Restore(Origin(taken.Syntax), named));
                }
            }

            _exits.UnwindFrom(unwind, _region, _frame);
        }
        else
        {
            _exits.UnwindFrom(_current, _region, _frame);
        }

        _current = next;
    }

    private int Origin(SyntaxNode syntax) => _origins.Of(syntax);

    private LocalDecl NewLocal(LocalKind kind, ISymbol? symbol, ITypeSymbol? type)
    {
        var local = new LocalDecl(_body.Locals.Count, kind, symbol, type, Types.IsMoveType(type));
        local.CarriesBorrows = Types.IsBorrowCarrying(type);
        local.Authority = Types.AuthorityOf(type);
        local.OutlivesName = !local.IsMoveType && type is { IsReferenceType: true } or { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None, IsRefLikeType: false } && (type.IsReferenceType || Types.HasDrop(type));
        local.IsLazy = type is not null && (type.TypeKind == TypeKind.Delegate || (SequenceTypes.IsSequence(type) && !SequenceTypes.IsEnumerator(type)));
        _body.Locals.Add(local);
        if (symbol is not null)
        {
            _locals.Set(symbol, local.Index);
        }

        return local;
    }

    /// <summary>A temporary that is written and read once, inside one statement.</summary>
    private LocalDecl NewTransient(ITypeSymbol? type)
    {
        var local = NewLocal(LocalKind.Temporary, null, type);
        local.IsTransient = true;
        return local;
    }
}
