using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// Numbers the statements of a body, so that what is known of each stands in an array (rustc's <c>DenseLocationMap</c>,
/// <c>rustc_mir_dataflow/src/points.rs</c>). Good as long as no statement is added.
/// </summary>
public sealed class PointNumbers
{
    // The end of a block has a number as well, behind those of its statements.
    private readonly Segmented<int> _firstStatement = new();

    public PointNumbers(Body body)
    {
        foreach (var block in body.Blocks)
        {
            _firstStatement.Add(Count);
            Count += block.Statements.Count + 1;
        }
    }

    /// <summary>How many numbers there are.</summary>
    public int Count { get; }

    public int Of(Point point) => _firstStatement[point.Block] + point.Statement;
}
