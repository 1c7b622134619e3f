namespace RustVsGo.Borrowck.Ir;

/// <summary>A body may store something of one capture in another one (rustc has a region constraint between upvars for it).</summary>
/// <param name="From">The number of the capture that it comes from.</param>
/// <param name="IsContent">Whether it is what the capture holds, not a borrow of the captured variable.</param>
internal readonly record struct CaptureFlow(int From, bool IsContent);
