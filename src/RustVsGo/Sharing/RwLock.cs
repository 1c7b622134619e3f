using System;
using System.Threading;

namespace RustVsGo;

/// <summary>
/// A value and the lock that lets many read it or one change it (Rust: <c>std::sync::RwLock</c>).
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// <para>It is a <see cref="ReaderWriterLockSlim"/> without recursion. Where the work under the lock is short, a <see cref="Mutex{T}"/> is faster.</para>
/// <para><see cref="WithWrite(RefAction{T})"/> poisons the lock when its callback throws; a guard cannot see an exception in flight.</para>
/// <para>All members may be used from several threads at once, <see cref="Dispose"/> excepted.</para>
/// </remarks>
public sealed class RwLock<T> : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);
    private T _value;
    private Exception? _poison;

    /// <summary>Takes ownership of <paramref name="value"/>; from now on it is reached through the lock alone.</summary>
    /// <param name="value">The value.</param>
    public RwLock([Owned] T value) => _value = value;

    /// <summary>Gets a value indicating whether an exception has left a callback of <see cref="WithWrite(RefAction{T})"/>.</summary>
    public bool IsPoisoned => Volatile.Read(ref _poison) is not null;

    internal ref T Inner => ref _value;

    /// <summary>Waits until nobody changes the value, and keeps it so.</summary>
    /// <returns>The way to the value; the lock ends where the guard is dropped.</returns>
    /// <exception cref="LockRecursionException">This thread holds the lock already.</exception>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    [return: Owned]
    public RwLockReadGuard<T> Read()
    {
        _lock.EnterReadLock();
        if (_poison is not null)
        {
            _lock.ExitReadLock();
            ThrowPoisoned();
        }

        return new RwLockReadGuard<T>(this);
    }

    /// <summary>Waits until nobody reads or changes the value, and keeps it so.</summary>
    /// <returns>The way to the value; the lock ends where the guard is dropped.</returns>
    /// <exception cref="LockRecursionException">This thread holds the lock already.</exception>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    [return: Owned]
    public RwLockWriteGuard<T> Write()
    {
        EnterWrite();
        return new RwLockWriteGuard<T>(this);
    }

    /// <summary>Takes the lock for reading, if nobody changes the value and this thread does not hold the lock.</summary>
    /// <param name="guard">The way to the value; without the lock, an empty guard that need not be dropped.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    public bool TryRead([Owned] out RwLockReadGuard<T> guard)
    {
        guard = default;
        if (IsMine || !_lock.TryEnterReadLock(0))
        {
            return false;
        }

        if (_poison is not null)
        {
            _lock.ExitReadLock();
            ThrowPoisoned();
        }

        guard = new RwLockReadGuard<T>(this);
        return true;
    }

    /// <summary>Takes the lock for writing, if nobody holds it.</summary>
    /// <param name="guard">The way to the value; without the lock, an empty guard that need not be dropped.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    public bool TryWrite([Owned] out RwLockWriteGuard<T> guard)
    {
        guard = default;
        if (IsMine || !_lock.TryEnterWriteLock(0))
        {
            return false;
        }

        if (_poison is not null)
        {
            _lock.ExitWriteLock();
            ThrowPoisoned();
        }

        guard = new RwLockWriteGuard<T>(this);
        return true;
    }

    /// <summary>Changes the value under the lock. An exception that leaves <paramref name="action"/> poisons the lock.</summary>
    /// <param name="action">What is done; it must not take this lock.</param>
    /// <exception cref="LockRecursionException">This thread holds the lock already.</exception>
    /// <exception cref="PoisonedException">An earlier exception may have left the value half changed.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    public void WithWrite([Borrowed] RefAction<T> action)
    {
        EnterWrite();
        try
        {
            action(ref _value);
        }
        catch (Exception exception)
        {
            Volatile.Write(ref _poison, exception);
            throw;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Declares that the value is in order although an exception interrupted a change of it.</summary>
    public void ClearPoison() => Volatile.Write(ref _poison, null);

    /// <summary>Frees the lock. Nobody may hold it or wait for it. The value is not disposed.</summary>
    /// <exception cref="SynchronizationLockException">Somebody holds the lock or waits for it.</exception>
    public void Dispose() => _lock.Dispose();

    internal void EndRead() => _lock.ExitReadLock();

    internal void EndWrite() => _lock.ExitWriteLock();

    // Asked for, the lock would throw at its own thread instead of saying no.
    private bool IsMine => _lock.IsReadLockHeld || _lock.IsWriteLockHeld;

    private void EnterWrite()
    {
        _lock.EnterWriteLock();
        if (_poison is not null)
        {
            _lock.ExitWriteLock();
            ThrowPoisoned();
        }
    }

    private void ThrowPoisoned() => throw new PoisonedException("An exception left the guarded value in the middle of a change.", _poison);
}
