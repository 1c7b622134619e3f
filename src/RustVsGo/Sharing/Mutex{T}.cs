using System;
using System.Threading;
#if NET8_0_OR_GREATER
using System.Threading.Tasks;
#endif

namespace RustVsGo;

/// <summary>
/// A value and the lock that guards it, so that nobody reaches the one without the other (Rust: <c>std::sync::Mutex</c>).
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// <para>It is a <see cref="Monitor"/> lock: a thread that waits blocks, and no guard may be held across an <c>await</c> (for that there is
/// <c>AsyncMutex</c>). Unlike <c>lock</c> it is not reentrant: taking it again on the same thread throws, for there would be two exclusive ways to the value.</para>
/// <para><see cref="With(RefAction{T})"/> poisons the lock when its callback throws, as Rust does. A guard cannot: <see cref="MutexGuard{T}.Dispose"/> is
/// not told whether an exception is in flight, and ends the lock in either case.</para>
/// <para>It owns the value and is not disposable itself: the last <see cref="Arc{T}"/> of it disposes the value; elsewhere <see cref="IntoInner"/> gives it back.</para>
/// <para>All members may be used from several threads at once.</para>
/// </remarks>
/// <example>
/// <code>
/// var counter = new Mutex&lt;int&gt;(0);
/// using (var guard = counter.Lock()) guard.Value++;
/// counter.With((ref int value) => value++);
/// </code>
/// </example>
public sealed class Mutex<T> : IValueOwner
{
    private readonly object _gate = new();
    private T _value;
    private Exception? _poison;

    // Odd while the lock is held. A guard knows the turn that it was made in, so that a copy of it neither ends a later one nor reaches the value.
    private int _turn;

    /// <summary>Takes ownership of <paramref name="value"/>; from now on it is reached through the lock alone.</summary>
    /// <param name="value">The value.</param>
    public Mutex([Owned] T value) => _value = value;

    /// <summary>Gets a value indicating whether an exception has left a callback of <see cref="With(RefAction{T})"/>.</summary>
    public bool IsPoisoned => Volatile.Read(ref _poison) is not null;

    bool IValueOwner.EndsAsynchronously => Ending.IsAsynchronous(_value);

    /// <summary>Waits for the lock and takes it.</summary>
    /// <returns>The way to the value; the lock ends where the guard is dropped.</returns>
    /// <exception cref="LockRecursionException">This thread holds the lock already.</exception>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    [return: Owned]
    public MutexGuard<T> Lock()
    {
        Monitor.Enter(_gate);
        Begin();
        return new MutexGuard<T>(this, _turn);
    }

    /// <summary>Takes the lock if nobody holds it, this thread included.</summary>
    /// <param name="guard">The way to the value; without the lock, an empty guard that need not be dropped.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    public bool TryLock([Owned] out MutexGuard<T> guard) => TryLock(TimeSpan.Zero, out guard);

    /// <summary>Waits for the lock for some time and takes it.</summary>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="guard">The way to the value; without the lock, an empty guard that need not be dropped.</param>
    /// <returns>Whether the lock was taken in time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative and not infinite, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    public bool TryLock(TimeSpan timeout, [Owned] out MutexGuard<T> guard)
    {
        guard = default;
        if (!Monitor.TryEnter(_gate, timeout))
        {
            return false;
        }

        if ((_turn & 1) != 0)
        {
            Monitor.Exit(_gate);
            return false;
        }

        Begin();
        guard = new MutexGuard<T>(this, _turn);
        return true;
    }

    /// <summary>Does something with the value under the lock. An exception that leaves <paramref name="action"/> poisons the lock.</summary>
    /// <param name="action">What is done; it must not take this lock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is <see langword="null"/>.</exception>
    /// <exception cref="LockRecursionException">This thread holds the lock already.</exception>
    /// <exception cref="PoisonedException">An earlier exception may have left the value half changed.</exception>
    public void With([Borrowed] RefAction<T> action)
    {
        Argument.NotNull(action, nameof(action));
        Monitor.Enter(_gate);
        Begin();
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
            End();
        }
    }

    /// <summary>Computes something from the value under the lock. An exception that leaves <paramref name="function"/> poisons the lock.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="function">What is computed; it must not take this lock.</param>
    /// <returns>What <paramref name="function"/> returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    /// <exception cref="LockRecursionException">This thread holds the lock already.</exception>
    /// <exception cref="PoisonedException">An earlier exception may have left the value half changed.</exception>
    public TResult With<TResult>([Borrowed] RefFunc<T, TResult> function)
    {
        Argument.NotNull(function, nameof(function));
        Monitor.Enter(_gate);
        Begin();
        try
        {
            return function(ref _value);
        }
        catch (Exception exception)
        {
            Volatile.Write(ref _poison, exception);
            throw;
        }
        finally
        {
            End();
        }
    }

    /// <summary>Declares that the value is in order although an exception interrupted a change of it.</summary>
    public void ClearPoison() => Volatile.Write(ref _poison, null);

    /// <summary>Ends the lock and gives the value back.</summary>
    /// <returns>The value, which the caller owns now. The lock must not be used any more.</returns>
    /// <exception cref="LockRecursionException">This thread holds the lock.</exception>
    /// <exception cref="PoisonedException">An exception may have left the value half changed.</exception>
    [Consumes]
    [return: Owned]
    public T IntoInner()
    {
        Monitor.Enter(_gate);
        Begin();
        var value = _value;
        _value = default!;
        End();
        return value;
    }

    void IValueOwner.EndValue() => Ending.End(_value);

#if NET8_0_OR_GREATER
    ValueTask IValueOwner.EndValueAsync() => Ending.EndAsync(_value);
#endif

    internal ref T ValueIn(int turn)
    {
        if (_turn != turn)
        {
            throw new ObjectDisposedException(nameof(MutexGuard<T>));
        }

        return ref _value;
    }

    internal void End(int turn)
    {
        if (_turn == turn)
        {
            End();
        }
    }

    private void Begin()
    {
        if ((_turn & 1) != 0)
        {
            Monitor.Exit(_gate);
            throw new LockRecursionException("This thread holds the lock already.");
        }

        if (_poison is { } poison)
        {
            Monitor.Exit(_gate);
            throw new PoisonedException("An exception left the guarded value in the middle of a change.", poison);
        }

        _turn++;
    }

    private void End()
    {
        _turn++;
        Monitor.Exit(_gate);
    }
}
