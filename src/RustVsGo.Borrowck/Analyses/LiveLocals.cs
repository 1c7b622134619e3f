using RustVsGo.Borrowck.Dataflow;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Which holders are read later, before they are written again (rustc's <c>MaybeLiveLocals</c>, <c>rustc_mir_dataflow/src/impls/liveness.rs</c>).
/// Backward; the end of a scope is no read.
/// </summary>
/// <remarks>
/// <code>
/// var r = d.View();   //           live afterwards: {r}
/// See(r);             //           live afterwards: {}
/// r = e.View();       //           live afterwards: {r}
/// See(r);
/// </code>
/// </remarks>
internal sealed class LiveLocals : IAnalysis
{
    private readonly HolderEvents _events;

    public LiveLocals(HolderEvents events) => _events = events;

    public bool IsBackward => true;

    public int DomainSize => _events.Holders.Count;

    /// <summary>
    /// The caller reads the result of a body that returns; nobody that of one that throws. The body around a nested function reads its own variables, however that one is left.
    /// </summary>
    public void InitializeBoundary(BitSet state, int block)
    {
        var body = _events.Body;
        var holders = _events.Holders;
        for (var i = 0; body.IsNested && i < holders.Count; i++)
        {
            if (body.HoldsToTheEnd(holders[i]))
            {
                state.Add(i);
            }
        }

        if (body.Blocks[block].IsReturn && body.Result >= 0 && holders.IndexOf(body.Result) is >= 0 and var result)
        {
            state.Add(result);
        }
    }

    public void Apply(BitSet state, int block, int statement)
    {
        var (start, end) = _events.At(block, statement);
        for (var i = end - 1; i >= start; i--)
        {
            var (holder, isRead) = _events[i];
            if (isRead)
            {
                state.Add(holder);
            }
            else
            {
                state.Remove(holder);
            }
        }
    }
}
