using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>
/// Which regions stand inside a <c>lock</c>. Roslyn writes one as a try whose finally block leaves the monitor or ends the lock's scope.
/// </summary>
internal sealed class LockRegions
{
    private readonly HashSet<ControlFlowRegion> _locked = new();

    public LockRegions(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IInvocationOperation { IsImplicit: true, TargetMethod: { Name: "Exit", ContainingType.Name: "Monitor" } or { Name: "Dispose", ContainingType: { Name: "Scope", ContainingType.Name: "Lock" } } }
                    && Finally(block.EnclosingRegion) is { EnclosingRegion: { } both })
                {
                    _locked.Add(both.NestedRegions[0]);
                }
            }
        }
    }

    public bool Contains(ControlFlowRegion? region)
    {
        for (; _locked.Count > 0 && region is not null; region = region.EnclosingRegion)
        {
            if (_locked.Contains(region))
            {
                return true;
            }
        }

        return false;
    }

    private static ControlFlowRegion? Finally(ControlFlowRegion? region)
    {
        while (region is not null && region.Kind != ControlFlowRegionKind.Finally)
        {
            region = region.EnclosingRegion;
        }

        return region;
    }
}
