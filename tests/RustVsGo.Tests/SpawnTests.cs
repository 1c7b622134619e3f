namespace RustVsGo.Tests;

[Collection(nameof(Race))]
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
        var handle = Spawn.Run(() => int.Parse("x", null));

        Assert.IsType<FormatException>(handle.Join().UnwrapErr());
        Assert.True(handle.IsFinished);
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
    public async Task Work_that_has_begun_is_asked_through_the_token_that_it_got()
    {
        using var runs = new ManualResetEventSlim();
        var handle = Spawn.Run(async token =>
        {
            runs.Set();
            await Task.Delay(TimeSpan.FromMinutes(1), token);
            return 1;
        }, Cancellation);
        runs.Wait(Cancellation);

        handle.Cancel();

        Assert.IsAssignableFrom<OperationCanceledException>((await handle.JoinAsync()).UnwrapErr());
    }

    [Fact]
    public void Work_of_a_scope_that_has_not_begun_when_it_is_cancelled_does_not_begin()
    {
        var begun = 0;
        using (var scope = new SpawnScope(new CancellationToken(canceled: true)))
        {
            scope.Run(() => { begun++; });
            scope.Run(() =>
            {
                begun++;
                return Task.CompletedTask;
            });
            scope.Run(_ =>
            {
                begun++;
                return Task.CompletedTask;
            });
        }

        Assert.Equal(0, begun);
    }

    [Fact]
    public void All_that_failed_is_thrown_where_the_scope_is_left()
    {
        for (var round = 0; round < 100; round++)
        {
            var scope = new SpawnScope(Cancellation);
            using var both = new Barrier(2);
            for (var i = 0; i < 2; i++)
            {
                scope.Run(() =>
                {
                    both.SignalAndWait(Cancellation);
                    throw new FormatException();
                });
            }

            Assert.Equal(2, Assert.Throws<AggregateException>(scope.Dispose).InnerExceptions.Count);
        }
    }

    [Fact]
    public void What_is_told_of_the_end_and_fails_is_thrown_after_what_ended_the_scope()
    {
        var scope = new SpawnScope(Cancellation);
        using var registration = scope.Token.Register(() => throw new ArithmeticException());
        scope.Run(() => throw new FormatException());

        var thrown = Assert.Throws<AggregateException>(scope.Dispose);

        Assert.Collection(
            thrown.InnerExceptions,
            static first => Assert.IsType<FormatException>(first),
            static second => Assert.IsType<ArithmeticException>(Assert.Single(Assert.IsType<AggregateException>(second).InnerExceptions)));
    }

    [Fact]
    public void Each_of_those_who_leave_a_scope_waits_for_its_work()
    {
        var scope = new SpawnScope(Cancellation);
        var isDone = false;
        using var mayEnd = new ManualResetEventSlim();
        scope.Run(() =>
        {
            mayEnd.Wait(Cancellation);
            Thread.Sleep(20);
            Volatile.Write(ref isDone, true);
        });
        var saw = 0;
        var leaving = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            scope.Dispose();
            if (Volatile.Read(ref isDone))
                Interlocked.Increment(ref saw);
        })).ToList();
        leaving.ForEach(static thread => thread.Start());
        Thread.Sleep(20);
        mayEnd.Set();
        leaving.ForEach(static thread => thread.Join());

        Assert.Equal(3, saw);
    }

    [Fact]
    public void A_token_that_lives_on_does_not_hold_what_a_scope_was_told()
    {
        using var source = new CancellationTokenSource();
        var held = LeaveAndForget(source.Token);

        GC.Collect();

        Assert.False(held.IsAlive);
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
    public void The_first_failure_ends_the_others_and_is_thrown_where_the_scope_is_left()
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

        var thrown = Assert.Throws<AggregateException>(scope.Dispose);

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

    [Fact]
    public async Task Work_that_has_ended_may_be_asked_to_end()
    {
        using var source = new CancellationTokenSource();
        var handle = Spawn.Run(_ => Task.FromResult(1), source.Token);
        Assert.Equal(1, await handle);

        handle.Cancel();
        handle.Cancel();
        await source.CancelAsync();
        handle.Cancel();

        Assert.Equal(1, handle.Join().Unwrap());
    }

    [Fact]
    public void Work_that_ends_while_it_is_asked_to_by_both_ends_in_one_of_the_two_ways() => Race.Run(
        20_000,
        () => new Work(),
        work =>
        {
            var result = work.Handle.Join();
            Assert.True(result.TryGet(out var value, out var error) ? value == 1 : error is OperationCanceledException, error?.ToString());
            work.Handle.Cancel();
        },
        work => work.End.TrySetResult(1),
        work => work.Handle.Cancel(),
        work => work.Source.Cancel());

    [Fact]
    public void The_callers_token_ends_the_work()
    {
        using var source = new CancellationTokenSource();
        var handle = Spawn.Run(
            async token =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return 1;
            },
            source.Token);

        source.Cancel();

        Assert.IsAssignableFrom<OperationCanceledException>(handle.Join().UnwrapErr());
        Assert.IsAssignableFrom<OperationCanceledException>(Spawn.Run(_ => Task.FromResult(1), source.Token).Join().UnwrapErr());
    }

    [Fact]
    public void A_token_that_lives_on_does_not_hold_work_that_has_ended()
    {
        using var source = new CancellationTokenSource();
        var held = RunAndForget(source.Token);

        // The link is cut by the thread that ends the work, perhaps a moment after others see the end.
        Assert.True(SpinWait.SpinUntil(
            () =>
            {
                GC.Collect();
                return !held.IsAlive;
            },
            TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Asynchronous_work_is_joined_to_its_end()
    {
        var isDone = false;
        var handle = Spawn.Run(async () =>
        {
            await Task.Delay(20, Cancellation);
            isDone = true;
            return 3;
        });

        Assert.Equal(3, await handle);
        Assert.True(isDone);
        Assert.IsType<FormatException>(Spawn.Run(async () => await Task.FromException<int>(new FormatException())).Join().UnwrapErr());
    }

    [Fact]
    public void What_is_missing_is_refused_at_once()
    {
        using var scope = new SpawnScope(Cancellation);

        Assert.Throws<ArgumentNullException>(() => Spawn.Run((Func<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Spawn.Run((Func<Task<int>>)null!));
        Assert.Throws<ArgumentNullException>(() => Spawn.Run((Func<CancellationToken, Task<int>>)null!, Cancellation));
        Assert.Throws<ArgumentNullException>(() => scope.Run((Action)null!));
        Assert.Throws<ArgumentNullException>(() => scope.Run((Func<Task>)null!));
        Assert.Throws<ArgumentNullException>(() => scope.Run((Func<CancellationToken, Task>)null!));
    }

    [Fact]
    public void Asynchronous_work_of_a_scope_is_waited_for_to_its_end()
    {
        var isDone = false;
        using (var scope = new SpawnScope(Cancellation))
        {
            scope.Run(async () =>
            {
                await Task.Delay(20, Cancellation);
                isDone = true;
            });
        }

        Assert.True(isDone);
    }

    [Fact]
    public void Work_that_gives_up_without_being_asked_to_has_failed_and_ends_the_others()
    {
        var scope = new SpawnScope(Cancellation);
        scope.Run(async token => await Task.Delay(Timeout.Infinite, token));
        scope.Run(async () => await Task.FromCanceled(new CancellationToken(canceled: true)));

        var thrown = Assert.Throws<AggregateException>(scope.Dispose);

        Assert.IsAssignableFrom<OperationCanceledException>(Assert.Single(thrown.InnerExceptions));
        scope.Dispose();
    }

    [Fact]
    public void A_scope_whose_token_is_cancelled_ends()
    {
        using var source = new CancellationTokenSource();
        using (var scope = new SpawnScope(source.Token))
        {
            scope.Run(async token => await Task.Delay(Timeout.Infinite, token));
            source.Cancel();
            Assert.True(scope.Token.IsCancellationRequested);
        }
    }

    [Fact]
    public void What_is_run_while_the_scope_is_left_ends_before_or_is_not_begun()
    {
        var rounds = new List<Late>();
        Race.Run(
            20_000,
            () => new Late(),
            rounds.Add,
            late =>
            {
                late.Scope.Dispose();
                late.BegunWhenLeft = Volatile.Read(ref late.Begun);
            },
            late =>
            {
                try
                {
                    late.Scope.Run(() => { Interlocked.Increment(ref late.Begun); });
                }
                catch (ObjectDisposedException)
                {
                    late.IsRefused = true;
                }
            });

        // What was refused and begun all the same may still be on its way.
        Thread.Sleep(50);
        Assert.All(rounds, late => Assert.Equal(late.IsRefused ? (0, 0) : (1, 1), (late.Begun, late.BegunWhenLeft)));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference LeaveAndForget(CancellationToken cancellationToken)
    {
        var held = new object();
        using (var scope = new SpawnScope(cancellationToken))
            scope.Token.Register(() => held.ToString());
        return new WeakReference(held);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference RunAndForget(CancellationToken cancellationToken)
    {
        var held = new object();
        var handle = Spawn.Run(
            token =>
            {
                token.Register(() => held.ToString());
                return Task.FromResult(1);
            },
            cancellationToken);
        Assert.Equal(1, handle.Join().Unwrap());
        return new WeakReference(held);
    }

    /// <summary>Work that ends when it is told to, or is asked to.</summary>
    private sealed class Work
    {
        public readonly CancellationTokenSource Source = new();
        public readonly TaskCompletionSource<int> End = new();
        public readonly JoinHandle<int> Handle;

        public Work() => Handle = Spawn.Run(
            async token =>
            {
                using (token.Register(() => End.TrySetCanceled(token)))
                    return await End.Task;
            },
            Source.Token);
    }

    /// <summary>A scope and work that comes perhaps too late for it.</summary>
    private sealed class Late
    {
        public readonly SpawnScope Scope = new();
        public int Begun, BegunWhenLeft;
        public bool IsRefused;
    }
}
