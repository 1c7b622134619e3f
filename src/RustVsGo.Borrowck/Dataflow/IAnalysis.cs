namespace RustVsGo.Borrowck.Dataflow;

/// <summary>
/// A data-flow problem whose state is a <see cref="BitSet"/> that is joined by union (rustc's <c>Analysis</c> trait in
/// <c>rustc_mir_dataflow/src/framework/mod.rs</c>).
/// </summary>
internal interface IAnalysis
{
    /// <summary>Whether states flow against the edges.</summary>
    bool IsBackward { get; }

    /// <summary>One more than the largest member of a state.</summary>
    int DomainSize { get; }

    /// <summary>Fills the state at the start of the body (forward) or at each place where it is left (backward).</summary>
    void InitializeBoundary(BitSet state, int block);

    /// <summary>Applies one statement to the state, in the direction of the analysis.</summary>
    void Apply(BitSet state, int block, int statement);
}
