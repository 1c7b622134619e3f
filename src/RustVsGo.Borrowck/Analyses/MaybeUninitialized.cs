using RustVsGo.Borrowck.Dataflow;
using RustVsGo.Borrowck.Ir;
using RustVsGo.Borrowck.MovePaths;

namespace RustVsGo.Borrowck.Analyses;

/// <summary>
/// Which move paths may have lost their value (rustc's <c>MaybeUninitializedPlaces</c>, <c>rustc_mir_dataflow/src/impls/initialized.rs</c>).
/// </summary>
/// <remarks>
/// <code>
/// var a = Make();      // {}
/// if (c) {
///     Consume(a);      // {a}
///     a = Make();      // {}
///     Consume(a.Part); // {a.Part}
/// }
///                      // {a.Part}
/// </code>
/// </remarks>
internal sealed class MaybeUninitialized : IAnalysis
{
    private readonly MoveData _moves;

    public MaybeUninitialized(MoveData moves) => _moves = moves;

    public bool IsBackward => false;

    public int DomainSize => _moves.Paths.Count;

    /// <summary>Nothing is moved yet; that a variable is assigned before it is read is C#'s own rule.</summary>
    public void InitializeBoundary(BitSet state, int block)
    {
    }

    public void Apply(BitSet state, int block, int statement)
    {
        var point = new Point(block, statement);
        foreach (var moveOut in _moves.MoveOutsAt(point))
        {
            _moves.Set(state, _moves.MoveOuts[moveOut].Path, value: true);
        }

        foreach (var path in _moves.InitsAt(point))
        {
            _moves.Set(state, path, value: false);
        }
    }
}
