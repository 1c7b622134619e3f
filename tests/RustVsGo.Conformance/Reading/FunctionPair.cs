using System.Collections.Immutable;

namespace RustVsGo.Conformance.Reading;

/// <summary>A function in both languages, with the errors expected of each.</summary>
/// <param name="InRust">The function in Rust.</param>
/// <param name="InCSharp">The function in C#.</param>
/// <param name="RustMarks">The errors expected of rustc.</param>
/// <param name="CSharpMarks">The errors expected of the analyzer.</param>
/// <param name="IsCase">Whether it is there to be judged, and not to be called: nothing else in its section mentions it.</param>
internal sealed record FunctionPair(
    Function InRust, Function InCSharp, ImmutableArray<Mark> RustMarks, ImmutableArray<Mark> CSharpMarks, bool IsCase)
{
    // rustc tells closures' conflicts by codes of their own; we by the kind of the conflict.
    private static readonly ILookup<string, string> s_otherCodes = new[]
    {
        ("E0500", "RVG0499"), ("E0500", "RVG0502"), ("E0501", "RVG0499"), ("E0501", "RVG0502"), ("E0524", "RVG0499"),
    }.ToLookup(pair => pair.Item1, pair => pair.Item2);

    /// <summary>Whether both languages get the same codes in the same order.</summary>
    public bool Agrees => RustMarks.Length == CSharpMarks.Length && RustMarks.Zip(CSharpMarks).All(pair => IsCounterpart(pair.First.Code, pair.Second.Code));

    private static bool IsCounterpart(string rust, string csharp) =>
        s_otherCodes.Contains(rust) ? s_otherCodes[rust].Contains(csharp) : csharp.AsSpan(3).SequenceEqual(rust.AsSpan(1));
}
