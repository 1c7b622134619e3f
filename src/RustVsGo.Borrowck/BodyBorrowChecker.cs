using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using RustVsGo.Borrowck.Analyses;
using RustVsGo.Borrowck.Checking;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;
using RustVsGo.Borrowck.Lowering;
using RustVsGo.Borrowck.Modes;
using RustVsGo.Borrowck.MovePaths;

namespace RustVsGo.Borrowck;

/// <summary>
/// Checks one body and the functions nested in it: lower, resolve, gather, solve, check. The only type that wires the stages
/// (rustc's <c>do_mir_borrowck</c>). Without state of its own beyond the contracts; safe under concurrency.
/// </summary>
public sealed class BodyBorrowChecker
{
    private readonly ContractModel _contracts;
    private readonly bool _checksDrops;
    private readonly bool _followsThrown;

    /// <param name="contracts">What is known of what bodies call.</param>
    /// <param name="checksDrops">Whether to look for what is not dropped, or dropped although somebody else has it, and for nothing else.</param>
    /// <param name="followsThrown">Whether what is not dropped on the way out of an exception counts.</param>
    public BodyBorrowChecker(ContractModel contracts, bool checksDrops = false, bool followsThrown = false)
    {
        _followsThrown = followsThrown;
        _contracts = contracts;
        _checksDrops = checksDrops;
    }

    /// <summary>Checks the body of <paramref name="owner"/>: a method, or the field or property that an initializer belongs to.</summary>
    /// <returns>What was found, in the order of the source; one mistake once.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public ImmutableArray<BorrowError> Check(ControlFlowGraph graph, ISymbol owner, CancellationToken cancellation) =>
        CheckAll(ImmutableArray.Create(graph), owner, ImmutableArray<IParameterSymbol>.Empty, cancellation);

    /// <summary>Checks what runs when a type with a primary constructor is made: its initializers and its base call, one behind the other.</summary>
    /// <param name="graphs">Their graphs, in the order in which they run.</param>
    /// <param name="constructor">The primary constructor.</param>
    /// <param name="fields">Its parameters that members use: fields of <c>this</c>.</param>
    /// <param name="cancellation">Whether the host asked to stop.</param>
    /// <returns>What was found, in the order of the source; one mistake once.</returns>
    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public ImmutableArray<BorrowError> CheckConstruction(
        ImmutableArray<ControlFlowGraph> graphs, IMethodSymbol constructor, ImmutableArray<IParameterSymbol> fields, CancellationToken cancellation) =>
        graphs.IsEmpty ? ImmutableArray<BorrowError>.Empty : CheckAll(graphs, constructor, fields, cancellation);

    private ImmutableArray<BorrowError> CheckAll(
        ImmutableArray<ControlFlowGraph> graphs, ISymbol owner, ImmutableArray<IParameterSymbol> fields, CancellationToken cancellation)
    {
        var errors = new List<BorrowError>();
        CheckBody(graphs, owner, fields, invoke: null, parent: null, errors, cancellation);
        errors.Sort(static (x, y) => x.Syntax.SpanStart.CompareTo(y.Syntax.SpanStart));
        return errors.ToImmutableArray();
    }

    internal ImmutableArray<CapturedPlace> CheckNested(ControlFlowGraph graph, IMethodSymbol function, IMethodSymbol? invoke, bool isOnce, NestedBodies parent, List<BorrowError> errors, CancellationToken cancellation)
    {
        var body = CheckBody(ImmutableArray.Create(graph), function, ImmutableArray<IParameterSymbol>.Empty, invoke, parent, errors, cancellation);
        return WithFlows(body, ClosureCaptures.Of(body, _contracts.Types), function, isOnce, errors);
    }

    private static ImmutableArray<CapturedPlace> WithFlows(Body body, ImmutableArray<CapturedPlace> captures, IMethodSymbol function, bool isOnce, List<BorrowError> errors)
    {
        if (captures.Length == 0 || (captures.Length == 1 && body.Result < 0 && !captures[0].IsAssigned))
        {
            return captures;
        }

        var places = new Place[captures.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = captures[i].Inner;
        }

        if (CaptureFlows.Find(body, places) is not { } flows)
        {
            return captures;
        }

        var result = ImmutableArray.CreateBuilder<CapturedPlace>(captures.Length);
        foreach (var capture in captures)
        {
            var isReturned = flows.IsReturned(result.Count, isContent: false);
            var isContentReturned = flows.IsReturned(result.Count, isContent: true);
            result.Add(capture with
            {
                Keeps = flows.KeptBy(result.Count),
                IsReturned = isReturned,
                IsContentReturned = isContentReturned,
                Lent = isReturned || isContentReturned ? body.ResultMode : Mode.None,
            });
        }

        // What gives away something of its own runs once, whoever gets it (rustc's closure kind).
        foreach (var capture in captures)
        {
            isOnce |= capture is { Kind: CaptureKind.Value, Move: not null };
        }

        // A local function captures anew at each call.
        if (function.MethodKind != MethodKind.LocalFunction)
        {
            CheckStores(body, result, flows, isOnce, errors);
        }

        return result.MoveToImmutable();
    }

    // A function that can run again borrows for each run what it captured exclusively; what it took, it owns. Neither outlives the run
    // (rustc's `report_fnmut_error` and `report_escaping_data_error`).
    private static void CheckStores(Body body, ImmutableArray<CapturedPlace>.Builder captures, CaptureFlows flows, bool isOnce, List<BorrowError> errors)
    {
        for (var to = 0; to < captures.Count; to++)
        {
            foreach (var flow in captures[to].Keeps)
            {
                var from = captures[flow.From];
                if (!flow.IsContent && (from.Kind == CaptureKind.Value || (from.Kind == CaptureKind.Exclusive && !isOnce)))
                {
                    // All of them are one mistake: that it is kept longer than a run (rustc's one error for the region of the run).
                    Add(flows.StoreOf(flow.From, to), from, isReturned: false);
                    return;
                }
            }
        }

        for (var index = 0; index < captures.Count; index++)
        {
            // Where the result names its sources, what is captured is told as none of them.
            if (captures[index] is { IsReturned: true, Kind: CaptureKind.Exclusive } from && !isOnce && !body.IsResultNamed)
            {
                Add(flows.ReturnOf(index), from, isReturned: true);
                return;
            }
        }

        void Add(Statement escape, CapturedPlace from, bool isReturned)
        {
            var syntax = body.Origins[escape.Origin];
            errors.Add(new BorrowEscapes(syntax, syntax.ToString(), from.Root, isReturned, NamesOthers: false) { IsInCapture = true });
        }
    }

    private Body CheckBody(
        ImmutableArray<ControlFlowGraph> graphs,
        ISymbol owner,
        ImmutableArray<IParameterSymbol> fields,
        IMethodSymbol? invoke,
        NestedBodies? parent,
        List<BorrowError> errors,
        CancellationToken cancellation)
    {
        var inference = new BodyInference();
        var inNested = new List<BorrowError>();
        var nested = new NestedBodies[graphs.Length];
        var parts = new BodyPart[graphs.Length];
        MakeParts();
        while (true)
        {
            inference.StartRound();
            var body = BodyLowering.Lower(parts, owner, fields, invoke, _contracts, inference, cancellation, marksThrows: _followsThrown);
            foreach (var functions in nested)
            {
                functions.CheckRemaining();
            }

            StraightLines.Join(body);
            var flow = FlowOf(body);
            var modes = ModeResolution.Resolve(body, flow, cancellation);
            var hasLearned = false;
            foreach (var functions in nested)
            {
                hasLearned |= functions.LearnBorrows(body, modes);
            }

            if (hasLearned)
            {
                inNested.Clear();
                MakeParts();
                continue;
            }

            var buffer = CheckOnce(body, flow, inference, cancellation);
            if (inference.HasGrown)
            {
                continue;
            }

            var found = buffer.IsEmpty ? ImmutableArray<BorrowError>.Empty : buffer.ToSorted();
            RemoveToldAround(inNested, found);
            errors.AddRange(inNested);
            errors.AddRange(found);

            return body;
        }

        void MakeParts()
        {
            for (var i = 0; i < parts.Length; i++)
            {
                nested[i] = new NestedBodies(graphs[i], parent, this, inference, inNested, cancellation);
                parts[i] = new BodyPart(graphs[i], nested[i]);
            }
        }
    }

    // A move out of a captured variable that the body around tells is no move in the nested function, and not illegal there for another reason; and
    // a captured borrow that it tells to be a shared one is not told again where the nested function goes through it.
    private static void RemoveToldAround(List<BorrowError> inNested, ImmutableArray<BorrowError> found)
    {
        if (inNested.Count == 0)
        {
            return;
        }

        HashSet<SyntaxNode>? moves = null;
        List<WriteThroughShared>? writes = null;
        foreach (var error in found)
        {
            if (error is IllegalMove { Kind: IllegalMoveKind.OutOfCapture, Syntax: var move })
            {
                (moves ??= new HashSet<SyntaxNode>()).Add(move);
            }
            else if (error is WriteThroughShared { UseInClosure: not null } write)
            {
                (writes ??= new List<WriteThroughShared>()).Add(write);
            }
        }

        if (moves is not null || writes is not null)
        {
            inNested.RemoveAll(error => error switch
            {
                IllegalMove { Syntax: var move } => moves?.Contains(move) == true,
                UseAfterMove { Moves: var before } => moves is not null && before.All(move => moves.Contains(move.Syntax)),
                WriteThroughShared inside => writes?.Exists(around => SymbolEqualityComparer.Default.Equals(around.Root, inside.Root) && around.Syntax.Span.Contains(inside.Syntax.Span)) == true,
                _ => false,
            });
        }
    }

    private ErrorBuffer CheckOnce(Body body, FlowGraph flow, BodyInference inference, CancellationToken cancellation)
    {
        if (_checksDrops && !body.OwesDrops)
        {
            return new ErrorBuffer();
        }

        var legality = new MoveLegality(body, _contracts.Types);
        var loans = LoanSet.Build(body);
        if (_checksDrops && !loans.HasKeepers)
        {
            // What the borrow checker settles, which patterns take their value for one, only gives more away: nearly all bodies are done here.
            var first = new ErrorBuffer();
            DropChecker.Check(body, flow, _contracts.Types.MayNeedOthers, _followsThrown, told: first, first, cancellation);
            if (first.IsEmpty)
            {
                return first;
            }
        }

        var held = loans.Loans.Count == 0 ? null : HeldLoans.Solve(body, loans, flow, cancellation);
        if (loans.HasKeepers && KeptValues.TryFollow(body, loans, held!, cancellation))
        {
            loans = LoanSet.Build(body);
            flow = FlowOf(body);
            held = HeldLoans.Solve(body, loans, flow, cancellation);
        }

        var moves = MoveDataBuilder.Build(body, legality);
        var uninitialized = moves is null ? null : Worklist.Solve(new MaybeUninitialized(moves), flow, cancellation);
        var buffer = new ErrorBuffer();
        new BorrowChecker(body, legality, moves, uninitialized, loans, held, inference, buffer).Check(cancellation);
        if (_checksDrops)
        {
            // The walk before has settled what is exclusive; what it tells is another's to report.
            var drops = new ErrorBuffer();
            DropChecker.Check(body, flow, _contracts.Types.MayNeedOthers, _followsThrown, told: buffer, drops, cancellation);
            return drops;
        }

        return buffer;
    }

    private static FlowGraph FlowOf(Body body)
    {
        var counts = new int[body.Blocks.Count];
        foreach (var block in body.Blocks)
        {
            counts[block.Index] = block.Statements.Count;
        }

        return new FlowGraph(body.ReversePostorder, body.Successors, body.Predecessors, counts);
    }
}
