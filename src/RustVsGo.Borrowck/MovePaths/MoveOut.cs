using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.MovePaths;

/// <summary>A point where the value of a path leaves it (rustc's <c>MoveOut</c>).</summary>
/// <param name="Index">Its number in <see cref="MoveData.MoveOuts"/>.</param>
/// <param name="Path">Which path.</param>
/// <param name="Point">Where.</param>
/// <param name="Origin">The expression that was moved.</param>
/// <param name="Cause">What took it.</param>
internal sealed record MoveOut(int Index, int Path, Point Point, int Origin, MoveCause Cause);
