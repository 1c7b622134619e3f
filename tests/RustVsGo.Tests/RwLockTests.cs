namespace RustVsGo.Tests;

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
            Assert.Throws<LockRecursionException>(() => @lock.Read().Dispose());
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
