namespace RustVsGo.Tests;

[Collection(nameof(Race))]
public sealed class ArcAsynchronousTests
{
    [Fact]
    public async Task A_value_that_ends_asynchronously_is_waited_for()
    {
        var value = new AsynchronousOnly();
        var handle = Arc.New(value);

        Assert.Throws<InvalidOperationException>(() => handle.Dispose());
        Assert.Same(value, handle.Value);
        await handle.DisposeAsync();

        Assert.True(value.IsDisposed);
    }

    [Fact]
    public async Task A_handle_that_was_dropped_asynchronously_owns_nothing_and_its_copy_is_told()
    {
        var handle = Arc.New(new AsynchronousOnly());
        var copy = handle;
        Assert.Contains("DisposeAsync", Assert.Throws<InvalidOperationException>(() => handle.Dispose()).Message);

        await handle.DisposeAsync();
        Assert.True(handle.IsDropped);
        await handle.DisposeAsync();

        Assert.Contains("dropped before", Assert.Throws<InvalidOperationException>(() => copy.Dispose()).Message);
    }

    [Fact]
    public async Task A_value_that_ends_in_two_ways_ends_in_the_way_that_it_is_asked_for()
    {
        var plain = new Resource();
        await Arc.New(plain).DisposeAsync();
        Assert.Equal(1, plain.Disposals);

        var both = new Both();
        await Arc.New(both).DisposeAsync();
        Assert.Equal((0, 1), (both.Disposals, both.AsynchronousDisposals));
        Arc.New(both).Dispose();
        Assert.Equal((1, 1), (both.Disposals, both.AsynchronousDisposals));
    }

    [Fact]
    public async Task The_value_of_a_lock_is_waited_for_when_the_last_handle_of_the_lock_is_dropped()
    {
        var asynchronous = new AsynchronousOnly();
        var handle = Arc.New(new Mutex<AsynchronousOnly>(asynchronous));
        Assert.Throws<InvalidOperationException>(() => handle.Dispose());
        await handle.DisposeAsync();
        Assert.True(asynchronous.IsDisposed);
    }

    [Fact]
    public void Handles_that_are_not_the_last_ones_are_dropped_at_once_and_counted() => Race.Run(
        100_000,
        () =>
        {
            var owners = new Owners<AsynchronousOnly>(new AsynchronousOnly());
            owners.Second = Arc.Clone(owners.First);
            owners.Third = Arc.Clone(owners.First);
            return owners;
        },
        owners => Assert.Equal(1, Arc.StrongCount(owners.Third)),
        owners => owners.First.Dispose(),
        owners => owners.Second.Dispose());

    [Fact]
    public async Task Of_the_handles_that_cannot_drop_their_value_at_once_the_last_one_stays()
    {
        Arc<AsynchronousOnly> last = default;
        Race.Run(
            20_000,
            () =>
            {
                var owners = new Owners<AsynchronousOnly>(new AsynchronousOnly());
                owners.Second = Arc.Clone(owners.First);
                return owners;
            },
            owners =>
            {
                Assert.Equal(owners.IsTaken, owners.Second.IsDropped);
                last = owners.IsTaken ? owners.First : owners.Second;
                Assert.Equal(1, Arc.StrongCount(last));
            },
            owners => owners.IsTaken = TryDispose(ref owners.Second),
            owners => TryDispose(ref owners.First));

        Assert.False(last.IsDropped);
        await last.DisposeAsync();
    }

    [Fact]
    public void A_handle_that_cannot_drop_its_value_is_there_all_the_time() => Race.Run(
        5_000,
        () => new Owners<AsynchronousOnly>(new AsynchronousOnly()),
        owners => Assert.False(owners.IsTaken),
        owners => TryDispose(ref owners.First),
        owners =>
        {
            for (var i = 0; i < 500; i++)
            {
                if (owners.Weak.TryUpgrade(out owners.Second))
                    TryDispose(ref owners.Second);
                else
                    owners.IsTaken = true;
            }
        });

    private sealed class Both : IDisposable, IAsyncDisposable
    {
        public int Disposals, AsynchronousDisposals;

        public void Dispose() => Disposals++;

        public ValueTask DisposeAsync()
        {
            AsynchronousDisposals++;
            return default;
        }
    }

    private static bool TryDispose<T>(ref Arc<T> handle)
    {
        try
        {
            handle.Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
