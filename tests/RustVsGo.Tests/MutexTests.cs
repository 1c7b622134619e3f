namespace RustVsGo.Tests;

[Collection(nameof(Race))]
public sealed class MutexTests
{
    [Fact]
    public void Ten_threads_count_to_ten()
    {
        var counter = new Mutex<int>(0);
        var threads = Enumerable.Range(0, 10).Select(_ => new Thread(() =>
        {
            using var guard = counter.Lock();
            guard.Value++;
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        using var result = counter.Lock();
        Assert.Equal(10, result.Value);
    }

    [Fact]
    public async Task No_increment_is_lost_under_contention()
    {
        var counter = new Mutex<long>(0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                if (turn % 2 == 0)
                {
                    using var guard = counter.Lock();
                    guard.Value++;
                }
                else
                {
                    counter.With((ref long value) => value++);
                }
            }
        })));

        Assert.Equal(200_000, counter.IntoInner());
    }

    [Fact]
    public void Taking_it_twice_on_one_thread_throws_instead_of_giving_two_ways_to_the_value()
    {
        var mutex = new Mutex<int>(0);
        using (mutex.Lock())
        {
            Assert.Throws<LockRecursionException>(() => mutex.Lock().Dispose());
            Assert.Throws<LockRecursionException>(() => mutex.With((ref int _) => { }));
            Assert.False(mutex.TryLock(out _));
        }

        // Elsewhere: this thread would get it, had one of the attempts left it held.
        Assert.True(IsFree(mutex));
    }

    [Fact]
    public void Each_attempt_that_is_refused_on_the_own_thread_leaves_it_as_it_was()
    {
        Action<Mutex<int>>[] attempts =
        [
            static mutex => Assert.Throws<LockRecursionException>(() => mutex.Lock().Dispose()),
            static mutex => Assert.False(mutex.TryLock(out _)),
            static mutex => Assert.Throws<LockRecursionException>(() => mutex.With((ref int value) => value)),
            static mutex => Assert.Throws<LockRecursionException>(() => mutex.IntoInner()),
        ];
        foreach (var attempt in attempts)
        {
            var mutex = new Mutex<int>(0);
            using (mutex.Lock())
                attempt(mutex);
            Assert.True(IsFree(mutex));
        }
    }

    [Fact]
    public void An_exception_in_a_callback_that_computes_poisons_the_lock_and_ends_it()
    {
        var mutex = new Mutex<int>(7);
        Assert.Throws<FormatException>(() => mutex.With<int>((ref int _) => throw new FormatException()));

        Assert.True(mutex.IsPoisoned);
        mutex.ClearPoison();
        Assert.True(IsFree(mutex));
        Assert.Equal(7, mutex.IntoInner());
        Assert.True(IsFree(mutex));
    }

    [Fact]
    public async Task Another_thread_does_not_get_it_while_it_is_held()
    {
        var mutex = new Mutex<int>(0);
        await Task.Run(() =>
        {
            using var guard = mutex.Lock();
            Assert.False(Elsewhere.Ask(() => mutex.TryLock(TimeSpan.FromMilliseconds(10), out _)));
        }, TestContext.Current.CancellationToken);

        Assert.True(mutex.TryLock(out var free));
        free.Dispose();
    }

    [Fact]
    public void An_exception_in_a_callback_poisons_the_lock_until_somebody_clears_it()
    {
        var mutex = new Mutex<string>("whole");
        var cause = Assert.Throws<FormatException>(() => mutex.With((ref string value) =>
        {
            value = "half";
            throw new FormatException();
        }));

        Assert.True(mutex.IsPoisoned);
        Assert.Same(cause, Assert.Throws<PoisonedException>(() => mutex.Lock().Dispose()).InnerException);
        Assert.Throws<PoisonedException>(() => mutex.TryLock(out _));
        Assert.Throws<PoisonedException>(() => mutex.With((ref string value) => value.Length));

        mutex.ClearPoison();
        Assert.Equal("half", mutex.With((ref string value) => value));
    }

    [Fact]
    public void An_exception_under_a_guard_ends_the_lock_and_does_not_poison_it()
    {
        var mutex = new Mutex<int>(0);
        Assert.Throws<FormatException>(() => Fail(mutex));

        Assert.False(mutex.IsPoisoned);
        Assert.True(mutex.TryLock(out var free));
        free.Dispose();
    }

    [Fact]
    public void A_copy_of_a_guard_reaches_nothing_when_the_guard_was_dropped()
    {
        var mutex = new Mutex<int>(7);
        var guard = mutex.Lock();
        var copy = guard;
        var other = guard;
        guard.Dispose();

        using var next = mutex.Lock();
        other.Dispose();
        var isRefused = false;
        try
        {
            _ = copy.Value;
        }
        catch (ObjectDisposedException)
        {
            isRefused = true;
        }

        Assert.True(isRefused);
        Assert.Equal(7, next.Value);
        Assert.False(Elsewhere.Ask(() => mutex.TryLock(out _)));
    }

    [Fact]
    public void What_was_never_locked_reaches_nothing_and_ends_nothing()
    {
        Assert.Throws<ObjectDisposedException>(() => default(MutexGuard<int>).Value);
        default(MutexGuard<int>).Dispose();
    }

    [Fact]
    public void A_missing_callback_is_refused_and_poisons_nothing()
    {
        var mutex = new Mutex<int>(0);

        Assert.Throws<ArgumentNullException>(() => mutex.With(null!));
        Assert.Throws<ArgumentNullException>(() => mutex.With((RefFunc<int, int>)null!));

        Assert.False(mutex.IsPoisoned);
        Assert.True(mutex.TryLock(out var free));
        free.Dispose();
    }

    [Fact]
    public void Who_waits_for_some_time_gets_it_when_it_is_free_in_time()
    {
        var mutex = new Mutex<int>(0);
        using var isHeld = new ManualResetEventSlim();
        var holder = new Thread(() =>
        {
            using var guard = mutex.Lock();
            isHeld.Set();
            Thread.Sleep(20);
            guard.Value = 1;
        });
        holder.Start();
        isHeld.Wait(TestContext.Current.CancellationToken);

        Assert.True(mutex.TryLock(TimeSpan.FromMinutes(5), out var late));
        Assert.Equal(1, late.Value);
        late.Dispose();
        holder.Join();
        Assert.Throws<ArgumentOutOfRangeException>(() => mutex.TryLock(TimeSpan.FromMilliseconds(-2), out _));
    }

    [Fact]
    public void Who_waited_while_the_lock_was_poisoned_does_not_get_it_and_does_not_hold_it()
    {
        var mutex = new Mutex<int>(0);
        using var waits = new ManualResetEventSlim();
        Exception? thrown = null;
        var waiter = new Thread(() =>
        {
            waits.Set();
            thrown = Record.Exception(() => mutex.Lock().Dispose());
        });
        Assert.Throws<FormatException>(() => mutex.With((ref int _) =>
        {
            waiter.Start();
            waits.Wait(TestContext.Current.CancellationToken);
            throw new FormatException();
        }));
        waiter.Join();

        Assert.IsType<PoisonedException>(thrown);
        Assert.Throws<PoisonedException>(() => mutex.IntoInner());
        mutex.ClearPoison();
        Assert.True(Elsewhere.Ask(() =>
        {
            var isFree = mutex.TryLock(out var guard);
            guard.Dispose();
            return isFree;
        }));
    }

    [Fact]
    public void Those_who_take_it_only_if_it_is_free_are_alone_with_the_value()
    {
        var mutex = new Mutex<int>(0);
        var taken = 0;
        Action<Mutex<int>> racer = mutex =>
        {
            if (!mutex.TryLock(out var guard))
                return;
            guard.Value++;
            Interlocked.Increment(ref taken);
            var copy = guard;
            guard.Dispose();
            copy.Dispose();
        };
        Race.Run(100_000, () => mutex, _ => { }, racer, racer);

        Assert.NotEqual(0, taken);
        Assert.Equal(taken, mutex.IntoInner());
    }

    private static bool IsFree(Mutex<int> mutex) => Elsewhere.Ask(() =>
    {
        var isFree = mutex.TryLock(out var guard);
        guard.Dispose();
        return isFree;
    });

    private static void Fail(Mutex<int> mutex)
    {
        using var guard = mutex.Lock();
        throw new FormatException();
    }
}
