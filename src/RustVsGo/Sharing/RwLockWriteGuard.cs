using System;

namespace RustVsGo;

/// <summary>The way to change a value whose lock is held; dropping it ends the lock (Rust: <c>std::sync::RwLockWriteGuard</c>).</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>It belongs to the thread that took the lock: it is a ref struct, so that it neither crosses threads nor an <c>await</c>.</remarks>
[Owned]
[NotSend]
public ref struct RwLockWriteGuard<T>
{
    private readonly int _turn;
    private RwLock<T>? _lock;

    internal RwLockWriteGuard(RwLock<T> owner, int turn)
    {
        _lock = owner;
        _turn = turn;
    }

    /// <summary>Gets the value itself, to be read and written.</summary>
    /// <exception cref="ObjectDisposedException">The guard was dropped, or holds no lock.</exception>
    public readonly ref T Value
    {
        get
        {
            if (_lock is not { } owner)
            {
                throw new ObjectDisposedException(nameof(RwLockWriteGuard<T>));
            }

            return ref owner.ValueIn(_turn, nameof(RwLockWriteGuard<T>));
        }
    }

    /// <summary>Ends the lock. A second call does nothing.</summary>
    [Drop(Idempotent = true)]
    public void Dispose()
    {
        var owner = _lock;
        _lock = null;
        owner?.EndWrite(_turn);
    }
}
