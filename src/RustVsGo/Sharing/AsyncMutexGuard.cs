#if NET8_0_OR_GREATER
using System;

namespace RustVsGo;

/// <summary>The way to a value whose <see cref="AsyncMutex{T}"/> is held; dropping it ends the lock (Rust: <c>tokio::sync::MutexGuard</c>).</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>It may be held across <c>await</c> and dropped on another thread. One guard is for one flow of control at a time.</remarks>
[Owned]
public struct AsyncMutexGuard<T> : IDisposable
{
    private readonly int _turn;
    private AsyncMutex<T>? _mutex;

    internal AsyncMutexGuard(AsyncMutex<T> mutex, int turn)
    {
        _mutex = mutex;
        _turn = turn;
    }

    /// <summary>Gets the value itself, to be read and written.</summary>
    /// <exception cref="ObjectDisposedException">The guard was dropped, or holds no lock.</exception>
    public readonly ref T Value
    {
        get
        {
            if (_mutex is not { } mutex)
            {
                throw new ObjectDisposedException(nameof(AsyncMutexGuard<T>));
            }

            return ref mutex.ValueIn(_turn);
        }
    }

    /// <summary>Ends the lock. A second call does nothing.</summary>
    [Drop(Idempotent = true)]
    public void Dispose()
    {
        var mutex = _mutex;
        _mutex = null;
        mutex?.End(_turn);
    }
}
#endif
