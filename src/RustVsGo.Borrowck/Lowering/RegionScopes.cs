using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>Which of Roslyn's regions a variable and a capture live as long as.</summary>
internal sealed class RegionScopes
{
    private readonly SymbolMap<(ControlFlowRegion Region, int Position)> _locals = new();
    private readonly Dictionary<CaptureId, ControlFlowRegion> _captures = new();

    public RegionScopes(ControlFlowGraph graph)
    {
        var regions = new Stack<ControlFlowRegion>();
        regions.Push(graph.Root);
        while (regions.Count > 0)
        {
            var region = regions.Pop();
            for (var i = 0; i < region.Locals.Length; i++)
            {
                _locals.AddNew(region.Locals[i], (region, i));
            }

            foreach (var capture in region.CaptureIds)
            {
                _captures[capture] = region;
            }

            foreach (var nested in region.NestedRegions)
            {
                regions.Push(nested);
            }
        }
    }

    /// <summary>The region of <paramref name="capture"/>, or null.</summary>
    public ControlFlowRegion? Of(CaptureId capture) => _captures.TryGetValue(capture, out var region) ? region : null;

    /// <summary>The region of <paramref name="local"/>, or null.</summary>
    public ControlFlowRegion? Of(ILocalSymbol local) => _locals.TryGetValue(local, out var scope) ? scope.Region : null;

    /// <summary>The variables declared in the scope of <paramref name="local"/> behind it, up to and with the next one of a <c>using</c>.</summary>
    public IEnumerable<ILocalSymbol> UpToNextUsing(ILocalSymbol local)
    {
        if (!_locals.TryGetValue(local, out var scope))
        {
            yield break;
        }

        var variables = scope.Region.Locals;
        for (var i = scope.Position + 1; i < variables.Length; i++)
        {
            yield return variables[i];
            if (variables[i].IsUsing)
            {
                yield break;
            }
        }
    }
}
