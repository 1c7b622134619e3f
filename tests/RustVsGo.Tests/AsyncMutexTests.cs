namespace RustVsGo.Tests;

public sealed class AsyncMutexTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_guard_may_be_held_across_an_await()
    {
        using var counter = new AsyncMutex<int>(0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 200; i++)
            {
                using var guard = await counter.LockAsync(Cancellation);
                var before = guard.Value;
                await Task.Yield();
                guard.Value = before + 1;
            }
        }));

        using var result = await counter.LockAsync(Cancellation);
        Assert.Equal(1_600, result.Value);
    }

    [Fact]
    public async Task Who_waits_may_give_up()
    {
        using var mutex = new AsyncMutex<int>(0);
        using var cancellation = new CancellationTokenSource();
        var held = await mutex.LockAsync(Cancellation);
        var waiting = mutex.LockAsync(cancellation.Token).AsTask();
        Assert.False(mutex.TryLock(out _));

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        held.Dispose();
        Assert.True(mutex.TryLock(out var free));
        free.Dispose();
    }

    [Fact]
    public async Task A_copy_of_a_guard_neither_ends_a_later_lock_nor_reaches_the_value()
    {
        using var mutex = new AsyncMutex<int>(7);
        var guard = await mutex.LockAsync(Cancellation);
        var copy = guard;
        guard.Dispose();
        guard.Dispose();

        using var next = await mutex.LockAsync(Cancellation);
        copy.Dispose();

        Assert.Throws<ObjectDisposedException>(() => copy.Value);
        Assert.Throws<ObjectDisposedException>(() => guard.Value);
        Assert.False(mutex.TryLock(out _));
        Assert.Equal(7, next.Value);
    }
}
