using System;
using System.Threading;

namespace RustVsGo;

/// <summary>
/// A value and the lock that lets many read it or one change it (Rust: <c>std::sync::RwLock</c>).
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// <para>It is a <see cref="ReaderWriterLockSlim"/> without recursion: one thread holds it once, for reading or for writing, and nobody who reads can
/// become a writer. Who waits to write comes before those who ask to read later. Where the work under the lock is short, a <see cref="Mutex{T}"/> is faster.</para>
/// <para><see cref="WithWrite(RefAction{T})"/> poisons the lock when its callback throws; a guard cannot see an exception in flight.</para>
/// <para>All members may be used from several threads at once, <see cref="Dispose"/> excepted.</para>
/// </remarks>
public sealed class RwLock<T> : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new(LockRecursionPolicy.NoRecursion);
    private T _value;
    private Exception? _poison;

    // Odd while somebody writes. A guard knows the turn that it was made in, so that a copy of it neither ends a later one nor reaches a value that is
    // written to. Between two writes readers share a turn: there a copy still ends what its own thread holds.
    private int _turn;

    /// <summary>Takes ownership of <paramref name="value"/>; from now on it is reached through the lock alone.</summary>
    /// <param name="value">The value.</param>
    public RwLock([Owned] T value) => _value = value;

    /// <summary>Gets a value indicating whether an exception has left a callback of <see cref="WithWrite(RefAction{T})"/>.</summary>
    public bool IsPoisoned => Volatile.Read(ref _poison) is not null;

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

        return new RwLockReadGuard<T>(this, _turn);
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
        return new RwLockWriteGuard<T>(this, _turn);
    }

    /// <summary>Takes the lock for reading, if nobody changes the value or waits to, and this thread does not hold the lock.</summary>
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

        guard = new RwLockReadGuard<T>(this, _turn);
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

        _turn++;
        guard = new RwLockWriteGuard<T>(this, _turn);
        return true;
    }

    /// <summary>Changes the value under the lock. An exception that leaves <paramref name="action"/> poisons the lock.</summary>
    /// <param name="action">What is done; it must not take this lock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is <see langword="null"/>.</exception>
    /// <exception cref="LockRecursionException">This thread holds the lock already.</exception>
    /// <exception cref="PoisonedException">An earlier exception may have left the value half changed.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    public void WithWrite([Borrowed] RefAction<T> action)
    {
        Argument.NotNull(action, nameof(action));
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
            EndWrite();
        }
    }

    /// <summary>Declares that the value is in order although an exception interrupted a change of it.</summary>
    public void ClearPoison() => Volatile.Write(ref _poison, null);

    /// <summary>Ends the lock and gives the value back.</summary>
    /// <returns>The value, which the caller owns now. The lock must not be used any more.</returns>
    /// <exception cref="LockRecursionException">This thread holds the lock.</exception>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    [Consumes]
    [return: Owned]
    public T IntoInner()
    {
        EnterWrite();
        var value = _value;
        _value = default!;
        EndWrite();
        _lock.Dispose();
        return value;
    }

    /// <summary>Frees the lock and drops the value: disposes it, if it is disposable. Nobody may hold the lock or wait for it. A second call does nothing.</summary>
    /// <exception cref="SynchronizationLockException">This thread holds the lock, or another one waits for it; everything stays what it is.</exception>
    /// <exception cref="InvalidOperationException">The value can only be disposed asynchronously: take it out with <see cref="IntoInner"/>.</exception>
    public void Dispose()
    {
        if (Ending.IsAsynchronous(_value))
        {
            throw new InvalidOperationException($"'{typeof(T)}' is disposed asynchronously: take it out of the lock with IntoInner().");
        }

        _lock.Dispose();
        var value = _value;
        _value = default!;
        Ending.End(value);
    }

    internal ref T ValueIn(int turn, string guard)
    {
        if (Volatile.Read(ref _turn) != turn)
        {
            throw new ObjectDisposedException(guard);
        }

        return ref _value;
    }

    internal void EndRead(int turn)
    {
        if (Volatile.Read(ref _turn) == turn)
        {
            _lock.ExitReadLock();
        }
    }

    internal void EndWrite(int turn)
    {
        if (Volatile.Read(ref _turn) == turn)
        {
            EndWrite();
        }
    }

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

        _turn++;
    }

    private void EndWrite()
    {
        Volatile.Write(ref _turn, _turn + 1);
        _lock.ExitWriteLock();
    }

    private void ThrowPoisoned() => throw new PoisonedException("An exception left the guarded value in the middle of a change.", _poison);
}
