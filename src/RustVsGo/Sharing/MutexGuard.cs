using System;

namespace RustVsGo;

/// <summary>The way to a value whose lock is held; dropping it ends the lock (Rust: <c>std::sync::MutexGuard</c>).</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>It belongs to the thread that took the lock: it is a ref struct, so that it neither crosses threads nor an <c>await</c>.</remarks>
[Owned]
[NotSend]
public ref struct MutexGuard<T>
{
    private readonly int _turn;
    private Mutex<T>? _mutex;

    internal MutexGuard(Mutex<T> mutex, int turn)
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
                throw new ObjectDisposedException(nameof(MutexGuard<T>));
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
