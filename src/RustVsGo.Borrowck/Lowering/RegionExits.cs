using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RustVsGo.Borrowck.Collections;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

internal sealed partial class BodyLowering
{
    /// <summary>
    /// What happens on the way out of Roslyn's regions: scopes end, finally blocks run, exceptions look for a handler.
    /// Roslyn draws none of these edges; they are built backwards from where control goes, and shared between ways out that go the same way.
    /// </summary>
    /// <remarks>rustc: <c>rustc_mir_build/src/builder/scope.rs</c>.</remarks>
    private sealed partial class RegionExits
    {
        private readonly BodyLowering _lowering;
        private readonly SegmentedDictionary<(ControlFlowRegion Region, LoweringFrame Frame, int Continuation), int> _leaving = new();
        private readonly SegmentedDictionary<(ControlFlowRegion Region, LoweringFrame Frame), int> _landings = new();
        private readonly SegmentedDictionary<(ControlFlowRegion Region, LoweringFrame Frame), int> _joined = new();
        private readonly Dictionary<ControlFlowRegion, List<int>> _temporaries = new();
        private readonly List<(SyntaxNode Statement, int Local)> _statements = new();
        private RegionScopes? _scopes;

        public RegionExits(BodyLowering lowering) => _lowering = lowering;

        private RegionScopes Scopes => _scopes ??= new RegionScopes(_lowering._graph);

        /// <summary>Leads from <paramref name="end"/> along <paramref name="branch"/>, through everything that it leaves.</summary>
        public void Connect(ControlFlowBranch? branch, Block end, LoweringFrame frame)
        {
            if (branch is null)
            {
                return;
            }

            if (_statements.Count > 0)
            {
                end = EndStatements(branch, end);
            }

            int target;
            if (branch.Destination is { } destination)
            {
                if (!TryFind(frame, destination.Ordinal, out target))
                {
                    return;
                }
            }
            else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            {
                if (FilterOf(branch.Source.EnclosingRegion) is { } filter)
                {
                    AddHandlersBehind(filter, end, frame);
                    return;
                }

                // The end of a finally block goes on where its frame says.
                target = branch.Source.EnclosingRegion is { } region && frame.Region is not null && IsInside(region, frame.Region)
                    ? frame.Continuation
                    : Landing(branch.Source.EnclosingRegion, frame);
                if (target < 0)
                {
                    return;
                }

                end.Successors.Add(target);
                return;
            }
            else
            {
                return;
            }

            for (var i = branch.LeavingRegions.Length - 1; i >= 0; i--)
            {
                target = Leave(branch.LeavingRegions[i], frame, target, end);
            }

            end.Successors.Add(target);
        }

        /// <summary>Whether an exception thrown in <paramref name="region"/> meets a handler or finally block of this body.</summary>
        public bool HasHandler(ControlFlowRegion region, LoweringFrame frame) => Landing(region, frame) >= 0;

        /// <summary>Leads from <paramref name="block"/> to where an exception thrown in <paramref name="region"/> goes.</summary>
        public void UnwindFrom(Block block, ControlFlowRegion region, LoweringFrame frame)
        {
            var landing = Landing(region, frame);
            if (landing >= 0)
            {
                block.Successors.Add(landing);
            }
        }

        private ControlFlowRegion? FilterOf(ControlFlowRegion? region)
        {
            for (; region is not null && region.Kind != ControlFlowRegionKind.Finally && !ReferenceEquals(region, _lowering._graph.Root); region = region.EnclosingRegion)
            {
                if (region.Kind == ControlFlowRegionKind.Filter)
                {
                    return region.EnclosingRegion;
                }
            }

            return null;
        }

        // A filter that says no leaves the exception to the handlers behind it, and then to those further out.
        private void AddHandlersBehind(ControlFlowRegion filterAndHandler, Block end, LoweringFrame frame)
        {
            var tryAndCatch = filterAndHandler.EnclosingRegion!;
            var isBehind = false;
            foreach (var handler in tryAndCatch.NestedRegions)
            {
                if (isBehind && TryFind(frame, handler.FirstBlockOrdinal, out var target))
                {
                    end.Successors.Add(target);
                }

                isBehind |= ReferenceEquals(handler, filterAndHandler);
            }

            UnwindFrom(end, tryAndCatch.EnclosingRegion ?? tryAndCatch, frame);
        }

        private static bool IsInside(ControlFlowRegion region, ControlFlowRegion outer)
        {
            for (var current = region; current is not null; current = current.EnclosingRegion)
            {
                if (ReferenceEquals(current, outer))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool TryFind(LoweringFrame? frame, int ordinal, out int block)
        {
            for (; frame is not null; frame = frame.Parent)
            {
                if (frame.TryGetStart(ordinal, out block))
                {
                    return true;
                }
            }

            block = -1;
            return false;
        }

        private int Leave(ControlFlowRegion region, LoweringFrame frame, int continuation, Block from)
        {
            // Where a `try` has one block, Roslyn gives the block's variables to the region of the `try`: they end before the `finally` runs.
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndFinally } both)
            {
                continuation = EndLaterLocals(both, frame, RunFinally(both, frame, continuation));
            }

            _temporaries.TryGetValue(region, out var temporaries);
            if (region.Locals.IsEmpty && temporaries is null)
            {
                return continuation;
            }

            var key = (region, frame, continuation);
            if (_leaving.TryGetValue(key, out var known))
            {
                return known;
            }

            var block = _lowering.NewBlock();
            for (var i = (temporaries?.Count ?? 0) - 1; i >= 0; i--)
            {
                block.Statements.Add(new StorageDead(ScopeOrigin(region), temporaries![i]));
            }

            for (var i = region.Locals.Length - 1; i >= 0; i--)
            {
                if (_lowering._locals.TryGetValue(region.Locals[i], out var local) && _lowering._body.Locals[local].Kind == LocalKind.Variable)
                {
                    block.Statements.Add(new StorageDead(ScopeOrigin(region), local));
                }
            }

            block.Successors.Add(continuation);
            _leaving.Set(key, block.Index);
            return block.Index;
        }

        // The variables behind a `using var` end before it does, although one scope holds them all.
        private int EndLaterLocals(ControlFlowRegion tryAndFinally, LoweringFrame frame, int continuation)
        {
            if (UsingVariable(tryAndFinally.NestedRegions[1]) is not { } variable)
            {
                return continuation;
            }

            var key = (tryAndFinally, frame, continuation);
            if (_leaving.TryGetValue(key, out var known))
            {
                return known;
            }

            // Those behind a later `using var` ended before that one did.
            var block = _lowering.NewBlock();
            foreach (var local in Scopes.UpToNextUsing(variable))
            {
                if (_lowering._locals.TryGetValue(local, out var index) && _lowering._body.Locals[index].Kind == LocalKind.Variable)
                {
                    block.Statements.Add(new StorageDead(DeclarationOrigin(local), index));
                }
            }

            block.Statements.Reverse();
            block.Successors.Add(continuation);
            _leaving.Set(key, block.Index);
            return block.Index;
        }

        private ILocalSymbol? UsingVariable(ControlFlowRegion finallyRegion)
        {
            for (var ordinal = finallyRegion.FirstBlockOrdinal; ordinal <= finallyRegion.LastBlockOrdinal; ordinal++)
            {
                foreach (var operation in _lowering._graph.Blocks[ordinal].Operations)
                {
                    if (operation.IsImplicit && UsingResource(operation) is ILocalReferenceOperation { Local: { IsUsing: true } variable })
                    {
                        return variable;
                    }
                }
            }

            return null;
        }

        // The scope has no operation of its own; what encloses the declaration stands for it.
        private int ScopeOrigin(ControlFlowRegion region)
        {
            foreach (var local in region.Locals)
            {
                if (DeclarationOrigin(local) is >= 0 and var origin)
                {
                    return origin;
                }
            }

            return _lowering.Origin(_lowering._graph.OriginalOperation.Syntax);
        }

        // Asking a symbol for its syntax makes an array each time.
        private int DeclarationOrigin(ILocalSymbol symbol)
        {
            var local = _lowering._locals.TryGetValue(symbol, out var index) ? _lowering._body.Locals[index] : null;
            if (local is { DeclarationOrigin: >= 0 and var known })
            {
                return known;
            }

            var references = symbol.DeclaringSyntaxReferences;
            var origin = references.IsEmpty ? -1 : _lowering.Origin(references[0].GetSyntax(_lowering._cancellation));
            if (local is not null)
            {
                local.DeclarationOrigin = origin;
            }

            return origin;
        }

        // Each copy of a finally block copies those inside it: from some depth on there is one, and control goes on from it to wherever any
        // of its users goes on. That joins paths that do not meet, in code that nobody writes, and keeps the body linear in its source.
        private const int MaxSeparateDepth = 3;

        private int RunFinally(ControlFlowRegion tryAndFinally, LoweringFrame frame, int continuation)
        {
            var region = tryAndFinally.NestedRegions[1];
            if (frame.Depth >= MaxSeparateDepth)
            {
                if (!_joined.TryGetValue((region, frame), out var joined))
                {
                    joined = _lowering.NewBlock().Index;
                    _joined.Set((region, frame), joined);
                }

                var after = _lowering._body.Blocks[joined].Successors;
                if (!after.Contains(continuation))
                {
                    after.Add(continuation);
                }

                continuation = joined;
            }

            var key = (region, frame, continuation);
            if (_leaving.TryGetValue(key, out var known))
            {
                return known;
            }

            var inner = new LoweringFrame(frame, region, continuation);
            _lowering.LowerFrame(inner);
            var start = inner.TryGetStart(region.FirstBlockOrdinal, out var block) ? block : continuation;
            _leaving.Set(key, start);
            return start;
        }

        // The block that an exception thrown in the region goes to: it leads to the handlers of the nearest try and, since none need match, further out.
        private int Landing(ControlFlowRegion? region, LoweringFrame frame)
        {
            // Around the root of a nested function's graph are the regions of the body that it stands in: nothing is thrown into those.
            for (var current = region; current is not null && !ReferenceEquals(current, _lowering._graph.Root); current = current.EnclosingRegion)
            {
                if (frame.Region is not null && ReferenceEquals(current, frame.Region))
                {
                    // Out of a finally block: on from the try that it belongs to.
                    return frame.Parent is null ? -1 : Landing(current.EnclosingRegion?.EnclosingRegion, frame.Parent);
                }

                if (current.Kind != ControlFlowRegionKind.Try || current.EnclosingRegion is not { } both)
                {
                    continue;
                }

                var key = (current, frame);
                if (_landings.TryGetValue(key, out var known))
                {
                    return known;
                }

                var outer = Landing(both.EnclosingRegion, frame);
                if (both.Kind == ControlFlowRegionKind.TryAndFinally)
                {
                    // Nobody catches it further out: the finally block still runs, and the body is left behind it.
                    var resume = outer >= 0 ? outer : _lowering.NewUnwindBlock().Index;
                    var landing = _lowering.NewUnwindBlock();
                    _landings.Set(key, landing.Index);
                    landing.Successors.Add(RunFinally(both, frame, resume));
                    return landing.Index;
                }

                var dispatch = _lowering.NewUnwindBlock();
                _landings.Set(key, dispatch.Index);
                for (var i = 1; i < both.NestedRegions.Length; i++)
                {
                    if (TryFind(frame, both.NestedRegions[i].FirstBlockOrdinal, out var handler))
                    {
                        dispatch.Successors.Add(handler);
                    }
                }

                if (outer >= 0)
                {
                    dispatch.Successors.Add(outer);
                }

                return dispatch.Index;
            }

            return -1;
        }
    }
}
