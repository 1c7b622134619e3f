namespace RustVsGo.Tests;

public sealed class SpawnTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_work_computes_reaches_who_joins_it()
    {
        var handle = Spawn.Run(() => 6 * 7);

        Assert.Equal(42, handle.Join().Unwrap());
        Assert.Equal(42, await handle);
        Assert.Equal(42, (await handle.JoinAsync()).Unwrap());
        Assert.True(handle.IsFinished);
    }

    [Fact]
    public async Task What_ends_the_work_reaches_who_joins_it()
    {
        var handle = Spawn.Run<int>(() => throw new FormatException());

        Assert.IsType<FormatException>(handle.Join().UnwrapErr());
        await Assert.ThrowsAsync<FormatException>(handle.AsTask);
    }

    [Fact]
    public async Task Work_ends_when_it_is_asked_to()
    {
        var handle = Spawn.Run(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return 1;
        }, Cancellation);

        handle.Cancel();

        Assert.IsAssignableFrom<OperationCanceledException>((await handle.JoinAsync()).UnwrapErr());
    }

    [Fact]
    public void Leaving_a_scope_waits_for_all_that_was_started_in_it()
    {
        var done = 0;
        using (var scope = new SpawnScope(Cancellation))
        {
            for (var i = 0; i < 10; i++)
                scope.Run(() => Interlocked.Increment(ref done));
            scope.Run(async token =>
            {
                await Task.Delay(20, token);
                scope.Run(() => Interlocked.Increment(ref done));
            });
        }

        Assert.Equal(11, done);
    }

    [Fact]
    public async Task The_first_failure_ends_the_others_and_is_thrown_where_the_scope_is_left()
    {
        var wasCancelled = false;
        using var runs = new ManualResetEventSlim();
        var scope = new SpawnScope(Cancellation);
        scope.Run(async token =>
        {
            try
            {
                runs.Set();
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                wasCancelled = true;
                throw;
            }
        });
        // Work that has not begun is cancelled without being run at all.
        scope.Run(() =>
        {
            runs.Wait(Cancellation);
            throw new FormatException();
        });

        var thrown = await Assert.ThrowsAsync<AggregateException>(async () => await scope.DisposeAsync());

        Assert.IsType<FormatException>(Assert.Single(thrown.InnerExceptions));
        Assert.True(wasCancelled);
        Assert.Throws<ObjectDisposedException>(() => scope.Run(() => { }));
    }

    [Fact]
    public void A_scope_is_not_left_while_its_cancellation_is_told()
    {
        var wasTold = false;
        var scope = new SpawnScope(Cancellation);
        using var registration = scope.Token.Register(() =>
        {
            Thread.Sleep(50);
            wasTold = true;
        });
        scope.Run(() => throw new FormatException());

        Assert.Throws<AggregateException>(scope.Dispose);
        Assert.True(wasTold);
    }
}
