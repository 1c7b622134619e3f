using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>That a result may not be dropped silently (Rust: <c>#[must_use]</c>).</summary>
/// <param name="Reason">What the caller misses without it, as a phrase; null where nobody says.</param>
/// <param name="StatedBy">The method or the type that it is said of.</param>
/// <param name="Authority">Who says it.</param>
public sealed record MustUse(string? Reason, ISymbol StatedBy, Authority Authority)
{
    /// <summary>Whether the method changes its receiver and returns it, so that its result matters only where nothing else names the receiver.</summary>
    public bool ReturnsReceiver { get; init; }
}
