namespace RustVsGo.Tests;

public sealed class ArcTests
{
    [Fact]
    public void The_last_handle_that_is_dropped_drops_the_value()
    {
        var resource = new Resource();
        var first = Arc.New(resource);
        var second = Arc.Clone(first);

        first.Dispose();
        Assert.Equal(0, resource.Disposals);
        Assert.Same(resource, second.Value);

        second.Dispose();
        Assert.Equal(1, resource.Disposals);
    }

    [Fact]
    public void A_handle_that_was_dropped_owns_nothing()
    {
        var handle = Arc.New(new Resource());
        Assert.False(handle.IsDropped);

        handle.Dispose();
        handle.Dispose();

        Assert.True(handle.IsDropped);
        Assert.Throws<ObjectDisposedException>(() => handle.Value);
        Assert.Throws<ObjectDisposedException>(() => Arc.Clone(handle));
        Assert.Throws<ObjectDisposedException>(() => default(Arc<Resource>).Value);
    }

    [Fact]
    public void A_copied_handle_is_found_out_before_it_drops_the_value_twice()
    {
        var resource = new Resource();
        var handle = Arc.New(resource);
        var copy = handle;
        handle.Dispose();

        Assert.Throws<InvalidOperationException>(() => copy.Dispose());
        Assert.Throws<ObjectDisposedException>(() => Arc.Clone(copy));
        Assert.Equal(1, resource.Disposals);
    }

    [Fact]
    public void Clones_are_counted_and_know_each_other()
    {
        var handle = Arc.New(1);
        var clone = handle.Clone();
        var other = Arc.New(1);

        Assert.Equal(2, Arc.StrongCount(handle));
        Assert.True(Arc.PointerEquals(handle, clone));
        Assert.False(Arc.PointerEquals(handle, other));
        clone.Dispose();
        Assert.Equal(1, Arc.StrongCount(handle));
    }

    [Fact]
    public void The_only_owner_may_take_the_value_back()
    {
        var resource = new Resource();
        var handle = Arc.New(resource);
        var clone = Arc.Clone(handle);

        Assert.False(handle.TryUnwrap(out _));
        clone.Dispose();
        Assert.True(handle.TryUnwrap(out var value));

        Assert.Same(resource, value);
        Assert.True(handle.IsDropped);
        handle.Dispose();
        Assert.Equal(0, resource.Disposals);
    }

    [Fact]
    public void A_weak_handle_comes_back_as_long_as_there_is_an_owner()
    {
        var handle = Arc.New(new Resource());
        var weak = Arc.Downgrade(handle);

        Assert.True(weak.TryUpgrade(out var upgraded));
        handle.Dispose();
        Assert.True(weak.TryUpgrade(out var again));
        upgraded.Dispose();
        again.Dispose();

        Assert.False(weak.TryUpgrade(out _));
        Assert.False(default(Weak<Resource>).TryUpgrade(out _));
    }

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
    public async Task Threads_that_clone_and_drop_at_once_drop_the_value_once()
    {
        var resource = new Resource();
        var handle = Arc.New(resource);
        var weak = Arc.Downgrade(handle);
        var work = Enumerable.Range(0, 8).Select(_ =>
        {
            var own = Arc.Clone(handle);
            return Task.Run(() =>
            {
                for (var i = 0; i < 20_000; i++)
                {
                    var clone = Arc.Clone(own);
                    if (weak.TryUpgrade(out var upgraded))
                        upgraded.Dispose();
                    clone.Dispose();
                }

                own.Dispose();
            });
        }).ToArray();

        handle.Dispose();
        await Task.WhenAll(work);

        Assert.Equal(1, resource.Disposals);
        Assert.False(weak.TryUpgrade(out _));
    }

    private sealed class AsynchronousOnly : IAsyncDisposable
    {
        public bool IsDisposed { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            IsDisposed = true;
        }
    }
}
