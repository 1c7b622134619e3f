using System.Diagnostics.CodeAnalysis;

namespace RustVsGo;

/// <summary>A handle of a shared value that does not own it, so that values that know each other can be dropped (Rust: <c>std::sync::Weak</c>).</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>It may be copied freely and used from several threads at once; it needs no drop. Its memory, though not the value's resources, stays as long as it does.</remarks>
public readonly struct Weak<T>
{
    private readonly ArcInner<T>? _inner;

    internal Weak(ArcInner<T> inner) => _inner = inner;

    /// <summary>Becomes one more owner, if there still is one.</summary>
    /// <param name="handle">A handle that has to be dropped like every other.</param>
    /// <returns>Whether the value was still there.</returns>
    public bool TryUpgrade([Owned] out Arc<T> handle)
    {
        if (_inner is { } inner && inner.TryAddOwner())
        {
            handle = new Arc<T>(inner);
            return true;
        }

        handle = default;
        return false;
    }
}
