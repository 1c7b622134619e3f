using System;
using System.Threading;

namespace RustVsGo;

/// <summary>Makes and compares handles of shared values (Rust: the associated functions of <c>std::sync::Arc</c>).</summary>
public static class Arc
{
    /// <summary>Takes ownership of <paramref name="value"/>; the handle is its only owner until it is cloned.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">What is shared from now on. The last handle that is dropped disposes it, if it is disposable.</param>
    /// <returns>The first handle.</returns>
    [return: Owned]
    public static Arc<T> New<T>([Owned] T value) => new(new ArcInner<T>(value));

    /// <summary>Makes one more owner of the value: counts it, and copies nothing.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="handle">Any handle of the value.</param>
    /// <returns>A handle that has to be dropped like every other.</returns>
    /// <exception cref="ObjectDisposedException"><paramref name="handle"/> was dropped, or never made by <see cref="New{T}"/>.</exception>
    /// <exception cref="OverflowException">There are more than two billion handles.</exception>
    /// <remarks>Written out, <c>Arc.Clone(x)</c> says that the handle is cloned and not what it holds; <c>x.Clone()</c> leaves that open.</remarks>
    [return: Owned]
    public static Arc<T> Clone<T>(in Arc<T> handle)
    {
        var inner = handle.Inner;
        inner.AddOwner();
        return new Arc<T>(inner);
    }

    /// <summary>Makes a handle that does not keep the value alive.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="handle">Any handle of the value.</param>
    /// <returns>A handle to ask with, later, whether the value is still there. It needs no drop.</returns>
    /// <exception cref="ObjectDisposedException"><paramref name="handle"/> was dropped, or never made by <see cref="New{T}"/>.</exception>
    public static Weak<T> Downgrade<T>(in Arc<T> handle) => new(handle.Inner);

    /// <summary>How many handles own the value at this moment; another thread may change it at once.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="handle">Any handle of the value.</param>
    /// <returns>The number of handles that were made and not yet dropped.</returns>
    /// <exception cref="ObjectDisposedException"><paramref name="handle"/> was dropped, or never made by <see cref="New{T}"/>.</exception>
    public static int StrongCount<T>(in Arc<T> handle) => Math.Max(0, Volatile.Read(ref handle.Inner.Owners));

    /// <summary>Whether both handles own the same value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="x">One handle.</param>
    /// <param name="y">The other.</param>
    /// <returns>Whether a change through one would be seen through the other.</returns>
    /// <exception cref="ObjectDisposedException">One of them was dropped, or never made by <see cref="New{T}"/>.</exception>
    public static bool PointerEquals<T>(in Arc<T> x, in Arc<T> y) => ReferenceEquals(x.Inner, y.Inner);
}
