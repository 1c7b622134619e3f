namespace RustVsGo.Tests;

[Collection(nameof(Race))]
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

    [Fact]
    public void What_was_never_locked_reaches_nothing_and_ends_nothing()
    {
        Assert.Throws<ObjectDisposedException>(() => default(AsyncMutexGuard<int>).Value);
        default(AsyncMutexGuard<int>).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_before_the_beginning_does_not_take_it()
    {
        using var mutex = new AsyncMutex<int>(0);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await mutex.LockAsync(new CancellationToken(canceled: true)));

        Assert.True(mutex.TryLock(out var free));
        free.Dispose();
    }

    [Fact]
    public void Who_gives_up_at_the_moment_of_getting_it_gets_it_or_leaves_it_to_others() => Race.Run(
        50_000,
        () =>
        {
            var lent = new Lent();
            lent.Waiting = lent.Mutex.LockAsync(lent.Cancellation.Token).AsTask();
            return lent;
        },
        lent =>
        {
            Task.WhenAny(lent.Waiting).Wait(Cancellation);
            if (lent.Waiting.IsCompletedSuccessfully)
            {
                Assert.False(lent.Mutex.TryLock(out _));
                lent.Waiting.Result.Dispose();
            }

            Assert.True(lent.Waiting.IsCompletedSuccessfully || lent.Waiting.IsCanceled);
            Assert.True(lent.Mutex.TryLock(out _));
        },
        lent => lent.Guard.Dispose(),
        lent => lent.Cancellation.Cancel());

    [Fact]
    public void Copies_of_a_guard_that_are_dropped_at_once_end_its_lock_once() => Race.Run(
        100_000,
        () => new Lent(),
        lent =>
        {
            Assert.True(lent.Mutex.TryLock(out _));
            Assert.False(lent.Mutex.TryLock(out _));
        },
        lent => lent.Guard.Dispose(),
        lent => lent.Copy.Dispose());

    [Fact]
    public void A_copy_that_is_dropped_while_the_lock_goes_to_another_does_not_end_it_there() => Race.Run(
        100_000,
        () => new Lent(),
        lent =>
        {
            Assert.Equal(!lent.IsTaken, lent.Mutex.TryLock(out _));
            Assert.False(lent.Mutex.TryLock(out _));
        },
        lent =>
        {
            lent.Guard.Dispose();
            lent.IsTaken = lent.Mutex.TryLock(out _);
        },
        lent => lent.Copy.Dispose());

    [Fact]
    public async Task No_increment_is_lost_between_those_who_wait_and_those_who_only_try()
    {
        using var mutex = new AsyncMutex<int>(0);
        var taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(
            async () =>
            {
                for (var i = 0; i < 5_000; i++)
                {
                    if (worker % 2 == 0)
                    {
                        using var guard = await mutex.LockAsync(Cancellation);
                        guard.Value++;
                    }
                    else if (mutex.TryLock(out var guard))
                    {
                        guard.Value++;
                        guard.Dispose();
                    }
                    else
                    {
                        continue;
                    }

                    Interlocked.Increment(ref taken);
                }
            },
            Cancellation)));

        Assert.Equal(taken, mutex.IntoInner());
    }

    [Fact]
    public async Task It_drops_what_it_owns_once_unless_it_is_taken_out()
    {
        var resource = new Resource();
        var mutex = new AsyncMutex<Resource>(resource);
        mutex.Dispose();
        Assert.Throws<ObjectDisposedException>(() => mutex.TryLock(out _));
        mutex.Dispose();
        await mutex.DisposeAsync();
        Assert.Equal(1, resource.Disposals);

        var other = new AsyncMutex<Resource>(resource);
        Assert.True(other.TryLock(out var guard));
        Assert.Throws<InvalidOperationException>(() => other.IntoInner());
        guard.Dispose();
        Assert.Same(resource, other.IntoInner());
        Assert.Throws<ObjectDisposedException>(() => other.TryLock(out _));
        other.Dispose();
        Assert.Equal(1, resource.Disposals);
    }

    [Fact]
    public async Task A_value_that_ends_asynchronously_is_waited_for()
    {
        var value = new AsynchronousOnly();
        var mutex = new AsyncMutex<AsynchronousOnly>(value);
        Assert.Throws<InvalidOperationException>(mutex.Dispose);
        Assert.True(mutex.TryLock(out var guard));
        guard.Dispose();

        await mutex.DisposeAsync();

        Assert.True(value.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => mutex.TryLock(out _));
        var reading = new RwLock<AsynchronousOnly>(new AsynchronousOnly());
        Assert.Throws<InvalidOperationException>(reading.Dispose);
        await reading.IntoInner().DisposeAsync();
    }

    [Fact]
    public void An_asynchronous_lock_that_is_free_is_taken_without_allocation()
    {
        using var mutex = new AsyncMutex<int>(0);

        Assert.Equal(0, Allocation.Of(() =>
        {
            using var guard = mutex.LockAsync(TestContext.Current.CancellationToken).Result;
            guard.Value++;
        }));
    }

    /// <summary>A lock that is held.</summary>
    private sealed class Lent
    {
        public readonly AsyncMutex<int> Mutex = new(0);
        public readonly CancellationTokenSource Cancellation = new();
        public AsyncMutexGuard<int> Guard, Copy;
        public Task<AsyncMutexGuard<int>> Waiting = Task.FromResult(default(AsyncMutexGuard<int>));
        public bool IsTaken;

        public Lent()
        {
            Assert.True(Mutex.TryLock(out Guard));
            Copy = Guard;
        }
    }
}
