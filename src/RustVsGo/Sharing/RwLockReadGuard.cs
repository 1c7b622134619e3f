using System;
using System.Threading;

namespace RustVsGo;

/// <summary>The way to read a value whose lock is held; dropping it ends the lock (Rust: <c>std::sync::RwLockReadGuard</c>).</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>It belongs to the thread that took the lock: it is a ref struct, so that it neither crosses threads nor an <c>await</c>.</remarks>
[Owned]
[NotSend]
public ref struct RwLockReadGuard<T>
{
    private readonly int _turn;
    private RwLock<T>? _lock;

    internal RwLockReadGuard(RwLock<T> owner, int turn)
    {
        _lock = owner;
        _turn = turn;
    }

    /// <summary>Gets the value itself, to be read.</summary>
    /// <exception cref="ObjectDisposedException">The guard was dropped, or holds no lock.</exception>
    public readonly ref readonly T Value
    {
        get
        {
            if (_lock is not { } owner)
            {
                throw new ObjectDisposedException(nameof(RwLockReadGuard<T>));
            }

            return ref owner.ValueIn(_turn, nameof(RwLockReadGuard<T>));
        }
    }

    /// <summary>Ends the lock. A second call does nothing.</summary>
    /// <exception cref="SynchronizationLockException">The guard is a copy of one that was dropped, and this thread does not hold the lock.</exception>
    [Drop(Idempotent = true)]
    public void Dispose()
    {
        var owner = _lock;
        _lock = null;
        owner?.EndRead(_turn);
    }
}
