namespace RustVsGo.Tests;

[Collection(nameof(Race))]
public sealed class RwLockTests
{
    [Fact]
    public async Task Many_may_read_at_once_and_nobody_writes_meanwhile()
    {
        using var @lock = new RwLock<int>(1);
        await Task.Run(() =>
        {
            using var reading = @lock.Read();
            Assert.True(Elsewhere.Ask(() =>
            {
                var isRead = @lock.TryRead(out var guard);
                guard.Dispose();
                return isRead;
            }));
            Assert.False(Elsewhere.Ask(() => @lock.TryWrite(out _)));
        }, TestContext.Current.CancellationToken);
        await Task.Run(() =>
        {
            using var writing = @lock.Write();
            writing.Value++;
            Assert.False(Elsewhere.Ask(() => @lock.TryRead(out _)));
        }, TestContext.Current.CancellationToken);

        using var result = @lock.Read();
        Assert.Equal(2, result.Value);
    }

    [Fact]
    public async Task Readers_see_both_halves_of_a_change_or_neither()
    {
        using var @lock = new RwLock<(int A, int B)>((0, 0));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                if (worker == 0)
                {
                    using var writing = @lock.Write();
                    writing.Value.A++;
                    writing.Value.B++;
                }
                else
                {
                    using var reading = @lock.Read();
                    Assert.Equal(reading.Value.A, reading.Value.B);
                }
            }
        })));

        using var result = @lock.Read();
        Assert.Equal(10_000, result.Value.A);
    }

    [Fact]
    public void One_thread_takes_it_once()
    {
        using var @lock = new RwLock<int>(0);
        using (@lock.Read())
        {
            Assert.Throws<LockRecursionException>(() => @lock.Write().Dispose());
            Assert.False(@lock.TryWrite(out _));
            Assert.False(@lock.TryRead(out _));
        }

        using (@lock.Write())
        {
            Assert.Throws<LockRecursionException>(() => @lock.Read().Dispose());
            Assert.False(@lock.TryWrite(out _));
            Assert.False(@lock.TryRead(out _));
        }
    }

    [Fact]
    public void A_guard_is_dropped_once()
    {
        using var @lock = new RwLock<int>(7);
        var reading = @lock.Read();
        reading.Dispose();
        reading.Dispose();
        var writing = @lock.Write();
        var copy = writing;
        writing.Dispose();
        writing.Dispose();

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
    }

    [Fact]
    public void A_copy_of_a_guard_that_read_does_not_reach_a_value_that_is_written_to_because_it_was_free()
    {
        using var @lock = new RwLock<int>(7);
        var guard = @lock.Read();
        var copy = guard;
        guard.Dispose();
        Assert.True(@lock.TryWrite(out var writing));
        var isRefused = false;
        try
        {
            _ = copy.Value;
        }
        catch (ObjectDisposedException)
        {
            isRefused = true;
        }

        writing.Dispose();
        Assert.True(isRefused);
    }

    [Fact]
    public void What_was_never_locked_reaches_nothing_and_ends_nothing()
    {
        Assert.Throws<ObjectDisposedException>(() => default(RwLockReadGuard<int>).Value);
        Assert.Throws<ObjectDisposedException>(() => default(RwLockWriteGuard<int>).Value);
        default(RwLockReadGuard<int>).Dispose();
        default(RwLockWriteGuard<int>).Dispose();
    }

    [Fact]
    public void A_missing_callback_is_refused_and_poisons_nothing()
    {
        using var @lock = new RwLock<int>(0);

        Assert.Throws<ArgumentNullException>(() => @lock.WithWrite(null!));

        Assert.False(@lock.IsPoisoned);
        Assert.True(@lock.TryWrite(out var free));
        free.Dispose();
    }

    [Fact]
    public void A_copy_of_a_guard_that_wrote_neither_ends_a_later_lock_nor_reaches_the_value()
    {
        using var @lock = new RwLock<int>(7);
        var guard = @lock.Write();
        var copy = guard;
        guard.Dispose();
        guard.Dispose();
        var isRefused = false;

        using (var next = @lock.Write())
        {
            copy.Dispose();
            try
            {
                _ = copy.Value;
            }
            catch (ObjectDisposedException)
            {
                isRefused = true;
            }

            Assert.True(Elsewhere.Ask(() => !@lock.TryRead(out _)));
            Assert.Equal(7, next.Value);
        }

        Assert.True(isRefused);
    }

    [Fact]
    public void A_copy_of_a_guard_that_read_does_not_reach_a_value_that_was_written_to_since()
    {
        using var @lock = new RwLock<int>(7);
        var guard = @lock.Read();
        var copy = guard;
        guard.Dispose();
        using var writing = @lock.Write();
        var isRefused = false;
        try
        {
            _ = copy.Value;
        }
        catch (ObjectDisposedException)
        {
            isRefused = true;
        }

        copy.Dispose();

        Assert.True(isRefused);
        Assert.True(Elsewhere.Ask(() => !@lock.TryRead(out _)));
    }

    [Fact]
    public void Who_may_not_become_a_writer_still_reads()
    {
        using var @lock = new RwLock<int>(0);
        using (var reading = @lock.Read())
        {
            Assert.Throws<LockRecursionException>(() => @lock.WithWrite((ref int _) => { }));
            Assert.Equal(0, reading.Value);
            Assert.True(Elsewhere.Ask(() => !@lock.TryWrite(out _)));
        }

        Assert.False(@lock.IsPoisoned);
        Assert.True(Elsewhere.Ask(() =>
        {
            var isFree = @lock.TryWrite(out var writing);
            writing.Dispose();
            return isFree;
        }));
    }

    [Fact]
    public void Readers_who_follow_each_other_without_end_do_not_keep_a_writer_out()
    {
        using var @lock = new RwLock<bool>(false);
        var end = DateTime.UtcNow.AddMinutes(2);
        using var readers = new Barrier(4);
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            readers.SignalAndWait();
            while (DateTime.UtcNow < end)
            {
                using var reading = @lock.Read();
                if (reading.Value)
                    return;
                Thread.Yield();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        readers.SignalAndWait(TestContext.Current.CancellationToken);
        using (var writing = @lock.Write())
            writing.Value = true;

        threads.ForEach(thread => thread.Join());
        Assert.True(DateTime.UtcNow < end);
    }

    [Fact]
    public void Those_who_write_only_if_it_is_free_are_alone_with_the_value()
    {
        using var @lock = new RwLock<(int A, int B)>((0, 0));
        var taken = 0;
        var isTorn = false;
        Action<RwLock<(int A, int B)>> writer = @lock =>
        {
            if (!@lock.TryWrite(out var guard))
                return;
            guard.Value.A++;
            Interlocked.Increment(ref taken);
            guard.Value.B++;
            guard.Dispose();
        };
        Action<RwLock<(int A, int B)>> reader = @lock =>
        {
            if (!@lock.TryRead(out var guard))
                return;
            isTorn |= guard.Value.A != guard.Value.B;
            guard.Dispose();
        };
        Race.Run(100_000, () => @lock, _ => { }, writer, writer, reader);

        Assert.False(isTorn);
        Assert.NotEqual(0, taken);
        Assert.Equal((taken, taken), @lock.IntoInner());
    }

    [Fact]
    public void It_drops_what_it_owns_once_unless_it_is_taken_out()
    {
        var resource = new Resource();
        var @lock = new RwLock<Resource>(resource);
        using (@lock.Read())
        {
            Assert.Throws<SynchronizationLockException>(@lock.Dispose);
            Assert.Equal(0, resource.Disposals);
        }

        @lock.Dispose();
        @lock.Dispose();
        Assert.Equal(1, resource.Disposals);
        Assert.Throws<ObjectDisposedException>(() => @lock.Read().Dispose());

        var other = new RwLock<Resource>(resource);
        Assert.Same(resource, other.IntoInner());
        Assert.Throws<ObjectDisposedException>(() => other.Read().Dispose());
        other.Dispose();
        Assert.Equal(1, resource.Disposals);
    }

    [Fact]
    public void An_exception_in_a_change_poisons_it_until_somebody_clears_it()
    {
        using var @lock = new RwLock<int>(0);
        var cause = Assert.Throws<FormatException>(() => @lock.WithWrite((ref int _) => throw new FormatException()));

        Assert.True(@lock.IsPoisoned);
        Assert.Same(cause, Assert.Throws<PoisonedException>(() => @lock.Read().Dispose()).InnerException);
        Assert.Throws<PoisonedException>(() => @lock.Write().Dispose());
        Assert.Throws<PoisonedException>(() => @lock.TryRead(out _));
        Assert.Throws<PoisonedException>(() => @lock.TryWrite(out _));
        Assert.Throws<PoisonedException>(() => @lock.WithWrite((ref int _) => { }));

        @lock.ClearPoison();
        @lock.WithWrite((ref int value) => value = 3);
        using var reading = @lock.Read();
        Assert.Equal(3, reading.Value);
    }
}
