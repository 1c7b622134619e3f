using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace RustVsGo;

/// <summary>
/// One of several owners of a value (Rust: <c>std::sync::Arc</c>). The last one that is dropped drops the value, exactly once, whichever thread
/// that happens on.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// <para>The garbage collector frees memory without it. What needs an <see cref="Arc{T}"/> is a resource that several parts of a program use and
/// that has to be closed when the last of them is done: a connection, a mapped file, a native handle.</para>
/// <para>A handle is a value of the size of a reference; making one more allocates nothing. It is a move type: assign and pass it on, or make
/// another with <see cref="Arc.Clone{T}"/>. A handle that is copied behind the analyzer's back is dropped once too often: the value may end while
/// others use it, and the last drop throws. A <c>readonly</c> field is such a copy whenever it is dropped; keep handles in fields that are not.</para>
/// <para>The value of a lock is dropped with the lock, <see cref="Mutex{T}"/> included.</para>
/// <para>Different handles may be used from different threads at once. One handle may not, like any variable.</para>
/// </remarks>
/// <example>
/// <code>
/// using var file = Arc.New(File.OpenRead(path));
/// var reader = Arc.Clone(file);
/// var work = Task.Run(() => { using (reader) Read(reader.Value); });
/// </code>
/// </example>
[Owned]
#if NET8_0_OR_GREATER
public struct Arc<T> : IDisposable, IAsyncDisposable
#else
public struct Arc<T> : IDisposable
#endif
{
    private ArcInner<T>? _inner;

    internal Arc(ArcInner<T> inner) => _inner = inner;

    /// <summary>Gets the value.</summary>
    /// <exception cref="ObjectDisposedException">The handle was dropped, or never made by <see cref="Arc.New{T}"/>.</exception>
    public readonly T Value => Inner.Value;

    /// <summary>Gets a value indicating whether the handle owns nothing: it was dropped, or never made.</summary>
    public readonly bool IsDropped => _inner is null;

    internal readonly ArcInner<T> Inner => _inner ?? throw new ObjectDisposedException("Arc");

    /// <summary>As <see cref="Arc.Clone{T}"/>, which says more clearly that the value is not copied.</summary>
    /// <returns>A handle that has to be dropped like every other.</returns>
    /// <exception cref="ObjectDisposedException">The handle was dropped, or never made by <see cref="Arc.New{T}"/>.</exception>
    [Clone]
    [Borrows]
    [return: Owned]
    public readonly Arc<T> Clone() => Arc.Clone(in this);

    /// <summary>Takes the value back, if this handle is its only owner (Rust: <c>Arc::try_unwrap</c>).</summary>
    /// <param name="value">The value, which the caller owns now and has to drop.</param>
    /// <returns>Whether it was the only owner; if not, the handle stays what it is.</returns>
    /// <exception cref="ObjectDisposedException">The handle was dropped, or never made by <see cref="Arc.New{T}"/>.</exception>
    [Mutates]
    public bool TryUnwrap([MaybeNullWhen(false)][Owned] out T value)
    {
        var inner = Inner;
        if (!inner.TryTake())
        {
            value = default;
            return false;
        }

        value = inner.Value;
        _inner = null;
        return true;
    }

    /// <summary>Drops the handle, and the value with it if no other handle is left. A second call does nothing.</summary>
    /// <exception cref="InvalidOperationException">
    /// The value can only be disposed asynchronously (the handle stays what it is), or there were more drops than handles.
    /// </exception>
    [Drop(Idempotent = true)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
        if (_inner is not { } inner)
        {
            return;
        }

        if (inner.EndsAsynchronously)
        {
            DropButLast(inner);
            return;
        }

        _inner = null;
        if (inner.RemoveOwner())
        {
            Ending.End(inner.Value);
        }
    }

#if NET8_0_OR_GREATER
    /// <summary>Drops the handle, and the value with it if no other handle is left: asynchronously, if it can be. A second call does nothing.</summary>
    /// <returns>The end of the value's own disposal.</returns>
    /// <exception cref="InvalidOperationException">There were more drops than handles.</exception>
    [Drop(Idempotent = true)]
    public ValueTask DisposeAsync()
    {
        if (_inner is not { } inner)
        {
            return default;
        }

        _inner = null;
        return inner.RemoveOwner() ? Ending.EndAsync(inner.Value) : default;
    }
#endif

    private void DropButLast(ArcInner<T> inner)
    {
        if (!inner.TryRemoveOwnerButLast())
        {
            throw Volatile.Read(ref inner.Owners) > 0
                ? new InvalidOperationException($"'{typeof(T)}' is disposed asynchronously: await DisposeAsync() of its last handle.")
                : ArcInner<T>.DroppedBefore();
        }

        _inner = null;
    }
}
