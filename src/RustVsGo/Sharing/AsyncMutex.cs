#if NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace RustVsGo;

/// <summary>
/// A value and the lock that guards it, for asynchronous code: who waits does not block a thread, and the guard may be held across <c>await</c>
/// (Rust: <c>tokio::sync::Mutex</c>).
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>
/// <para>It is a <see cref="SemaphoreSlim"/> of one. It is not reentrant: who holds it and waits for it waits for ever. Where nothing is awaited under
/// the lock, <see cref="Mutex{T}"/> is the better one.</para>
/// <para>Like tokio's, it is not poisoned: an exception that leaves the guard's scope ends the lock, and the next one finds the value as it is.</para>
/// <para>All members may be used from several threads at once, <see cref="Dispose"/> and <see cref="DisposeAsync"/> excepted.</para>
/// </remarks>
/// <example><code>using var guard = await _connection.LockAsync(cancellation); await guard.Value.SendAsync(message);</code></example>
public sealed class AsyncMutex<T> : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);
    private T _value;

    // Odd while the lock is held. A guard knows the turn that it was made in, so that a copy of it neither ends a later one nor reaches the value.
    private int _turn;

    /// <summary>Takes ownership of <paramref name="value"/>; from now on it is reached through the lock alone.</summary>
    /// <param name="value">The value.</param>
    public AsyncMutex([Owned] T value) => _value = value;

    /// <summary>Waits for the lock and takes it.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The way to the value; the lock ends where the guard is dropped.</returns>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    [return: Owned]
    public ValueTask<AsyncMutexGuard<T>> LockAsync(CancellationToken cancellationToken = default)
    {
        var entered = _semaphore.WaitAsync(cancellationToken);
        return entered.IsCompletedSuccessfully ? new ValueTask<AsyncMutexGuard<T>>(Begin()) : Wait(entered);
    }

    /// <summary>Takes the lock if nobody holds it.</summary>
    /// <param name="guard">The way to the value; without the lock, an empty guard that need not be dropped.</param>
    /// <returns>Whether the lock was taken.</returns>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    public bool TryLock([Owned] out AsyncMutexGuard<T> guard)
    {
        if (!_semaphore.Wait(0, CancellationToken.None))
        {
            guard = default;
            return false;
        }

        guard = Begin();
        return true;
    }

    /// <summary>Ends the lock and gives the value back.</summary>
    /// <returns>The value, which the caller owns now. The lock must not be used any more.</returns>
    /// <exception cref="InvalidOperationException">Somebody holds the lock.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    [Consumes]
    [return: Owned]
    public T IntoInner()
    {
        if (!_semaphore.Wait(0, CancellationToken.None))
        {
            throw new InvalidOperationException("Somebody holds the lock.");
        }

        _semaphore.Dispose();
        return TakeValue();
    }

    /// <summary>Frees the lock and drops the value: disposes it, if it is disposable. Nobody may hold the lock or wait for it. A second call does nothing.</summary>
    /// <exception cref="InvalidOperationException">The value can only be disposed asynchronously: await <see cref="DisposeAsync"/>.</exception>
    public void Dispose()
    {
        if (Ending.IsAsynchronous(_value))
        {
            throw new InvalidOperationException($"'{typeof(T)}' is disposed asynchronously: await DisposeAsync() of its lock.");
        }

        _semaphore.Dispose();
        Ending.End(TakeValue());
    }

    /// <summary>As <see cref="Dispose"/>; the value is disposed asynchronously, if it can be.</summary>
    /// <returns>The end of the value's own disposal.</returns>
    public ValueTask DisposeAsync()
    {
        _semaphore.Dispose();
        return Ending.EndAsync(TakeValue());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref T ValueIn(int turn)
    {
        if (Volatile.Read(ref _turn) != turn)
        {
            throw new ObjectDisposedException(nameof(AsyncMutexGuard<T>));
        }

        return ref _value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End(int turn)
    {
        if (Interlocked.CompareExchange(ref _turn, turn + 1, turn) == turn)
        {
            _semaphore.Release();
        }
    }

    private async ValueTask<AsyncMutexGuard<T>> Wait(Task entered)
    {
        await entered.ConfigureAwait(false);
        return Begin();
    }

    private AsyncMutexGuard<T> Begin() => new(this, ++_turn);

    private T TakeValue()
    {
        var value = _value;
        _value = default!;
        return value;
    }
}
#endif
