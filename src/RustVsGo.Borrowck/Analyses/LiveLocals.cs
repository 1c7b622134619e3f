using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.Loans;

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
    private readonly Body _body;
    private readonly Holders _holders;

    public LiveLocals(Body body, Holders holders)
    {
        _body = body;
        _holders = holders;
    }

    public bool IsBackward => true;

    public int DomainSize => _holders.Count;

    /// <summary>
    /// The caller reads the result of a body that returns; nobody that of one that throws. The body around a nested function reads its own variables, however that one is left.
    /// </summary>
    public void InitializeBoundary(BitSet state, int block)
    {
        for (var i = 0; _body.IsNested && i < _holders.Count; i++)
        {
            if (_body.HoldsToTheEnd(_holders[i]))
            {
                state.Add(i);
            }
        }

        if (_body.Blocks[block].IsReturn && _body.Result >= 0 && _holders.IndexOf(_body.Result) is >= 0 and var result)
        {
            state.Add(result);
        }
    }

    public void Apply(BitSet state, int block, int statement)
    {
        var current = _body.Blocks[block].Statements[statement];
        var defined = LocalAccess.Defined(current);
        if (defined >= 0 && !_body.HoldsToTheEnd(defined) && _holders.IndexOf(defined) is >= 0 and var written)
        {
            state.Remove(written);
        }

        foreach (var read in LocalAccess.Read(current))
        {
            if (_holders.IndexOf(read) is >= 0 and var index)
            {
                state.Add(index);
            }
        }
    }
}
