using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Lowering;

internal sealed partial class BodyLowering
{
    /// <content>How long temporaries live that outlive the operation they are made in.</content>
    private sealed partial class RegionExits
    {
        /// <summary>Lets the temporary <paramref name="local"/> live as long as the capture <paramref name="id"/>; else as long as <paramref name="region"/>.</summary>
        public void DieWith(CaptureId id, int local, ControlFlowRegion region) =>
            DieWith(local, Scopes.Of(id) ?? region);

        /// <summary>As <see cref="DieWith(CaptureId, int, ControlFlowRegion)"/>, for the scope of a variable.</summary>
        public void DieWith(ILocalSymbol variable, int local, ControlFlowRegion region) =>
            DieWith(local, Scopes.Of(variable) ?? region);

        /// <summary>Lets the temporary <paramref name="local"/> live until control leaves <paramref name="statement"/>, which has no region of its own.</summary>
        public void DieBehind(SyntaxNode statement, int local) => _statements.Add((statement, local));

        /// <summary>Ends what does not outlive the statements that control leaves between two operations of one block.</summary>
        public void EndStatements(SyntaxNode? from, SyntaxNode to)
        {
            foreach (var (statement, local) in _statements)
            {
                if (from is not null && statement.Span.Contains(from.Span) && !statement.Span.Contains(to.Span))
                {
                    _lowering.Emit(new StorageDead(_lowering.Origin(statement), local));
                }
            }
        }

        private Block EndStatements(ControlFlowBranch branch, Block end)
        {
            if (LastSyntax(branch.Source) is not { } from)
            {
                return end;
            }

            var block = end;
            var to = FirstSyntax(branch.Destination);
            foreach (var (statement, local) in _statements)
            {
                if (statement.Span.Contains(from.Span) && (to is null || !statement.Span.Contains(to.Span)))
                {
                    if (block == end)
                    {
                        block = _lowering.NewBlock();
                        end.Successors.Add(block.Index);
                    }

                    block.Statements.Add(new StorageDead(_lowering.Origin(statement), local));
                }
            }

            return block;
        }

        private static SyntaxNode? LastSyntax(BasicBlock block) =>
            block.BranchValue?.Syntax ?? (block.Operations.IsEmpty ? null : block.Operations[block.Operations.Length - 1].Syntax);

        private static SyntaxNode? FirstSyntax(BasicBlock? block)
        {
            while (block is { Operations.IsEmpty: true, BranchValue: null })
            {
                block = block.FallThroughSuccessor?.Destination;
            }

            return block is null ? null : block.Operations.IsEmpty ? block.BranchValue!.Syntax : block.Operations[0].Syntax;
        }

        private void DieWith(int local, ControlFlowRegion region)
        {
            if (!_temporaries.TryGetValue(region, out var list))
            {
                _temporaries.Add(region, list = new List<int>());
            }

            list.Add(local);
        }
    }
}
