namespace RustVsGo.Benchmarks.Bodies;

/// <summary>How the generated body is built. All of them are correct programs: nothing is reported in them.</summary>
public enum BodyShape
{
    /// <summary>Many small scopes, each with a few statements: branches, loops, moves, borrows, calls, <c>using</c>, <c>try</c>, closures.</summary>
    ManyScopes,

    /// <summary>One scope with a quarter as many owners as statements, each borrowed from the beginning of the body to its end.</summary>
    LongScope,

    /// <summary>One owner that all statements borrow, change and look at, and one borrow that is pointed elsewhere all the time.</summary>
    OneOwner,

    /// <summary>One owner with a quarter as many shared borrows as statements, all of them in use until the end.</summary>
    ManyBorrowsOfOne,

    /// <summary>A quarter as many variables as statements, each of which holds now a value of its own, now a borrow.</summary>
    MixedModes,

    /// <summary>Reads through getters that no attribute speaks about, whose borrows turn out to be exclusive.</summary>
    InferredBorrows,
}
