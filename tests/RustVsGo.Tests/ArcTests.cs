namespace RustVsGo.Tests;

[Collection(nameof(Race))]
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
    public void A_copy_of_a_handle_whose_value_was_dropped_or_taken_back_counts_nothing_and_is_not_cloned()
    {
        var dropped = Arc.New(new Resource());
        var copy = dropped;
        dropped.Dispose();
        Assert.Equal(0, Arc.StrongCount(copy));

        var taken = Arc.New(new Resource());
        copy = taken;
        Assert.True(taken.TryUnwrap(out _));
        Assert.Equal(0, Arc.StrongCount(copy));
        Assert.Throws<ObjectDisposedException>(() => Arc.Clone(copy));
        Assert.Throws<InvalidOperationException>(() => copy.Dispose());
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

    [Fact]
    public void What_was_never_made_owns_nothing_and_needs_no_drop()
    {
        var handle = default(Arc<Resource>);

        Assert.True(handle.IsDropped);
        handle.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Arc.StrongCount(handle));
        Assert.Throws<ObjectDisposedException>(() => Arc.Downgrade(handle));
        Assert.Throws<ObjectDisposedException>(() => handle.Clone());
        Assert.Throws<ObjectDisposedException>(() => handle.TryUnwrap(out _));
    }

    [Fact]
    public void A_value_that_cannot_be_disposed_leaves_its_last_handle_dropped()
    {
        var handle = Arc.New(new Failing());

        Assert.Throws<FormatException>(() => handle.Dispose());

        Assert.True(handle.IsDropped);
        handle.Dispose();
    }

    [Fact]
    public void The_value_of_a_lock_is_dropped_with_the_last_handle_of_the_lock()
    {
        var inMutex = new Resource();
        var first = Arc.New(new Mutex<Resource>(inMutex));
        var second = Arc.Clone(first);
        first.Dispose();
        Assert.Equal(0, inMutex.Disposals);
        second.Dispose();
        Assert.Equal(1, inMutex.Disposals);

        var inRwLock = new Resource();
        Arc.New(new RwLock<Resource>(inRwLock)).Dispose();
        Assert.Equal(1, inRwLock.Disposals);

        var inBoth = new Resource();
        Arc.New(new Mutex<Arc<Mutex<Resource>>>(Arc.New(new Mutex<Resource>(inBoth)))).Dispose();
        Assert.Equal(1, inBoth.Disposals);
    }

    [Fact]
    public void What_was_taken_out_of_a_lock_is_not_dropped_with_it()
    {
        var resource = new Resource();
        var handle = Arc.New(new Mutex<Resource>(resource));

        Assert.Same(resource, handle.Value.IntoInner());
        handle.Dispose();

        Assert.Equal(0, resource.Disposals);
    }

    [Fact]
    public void Handles_that_are_dropped_at_once_drop_the_value_once() => Race.Run(
        100_000,
        () =>
        {
            var owners = new Owners<Resource>(new Resource());
            owners.Second = Arc.Clone(owners.First);
            return owners;
        },
        owners => Assert.Equal(1, owners.Value.Disposals),
        owners => owners.First.Dispose(),
        owners => owners.Second.Dispose());

    [Fact]
    public void Handles_that_are_cloned_at_once_are_all_counted() => Race.Run(
        100_000,
        () => new Owners<Resource>(new Resource()),
        owners =>
        {
            Assert.Equal(3, Arc.StrongCount(owners.First));
            owners.First.Dispose();
            owners.Second.Dispose();
            Assert.Equal(0, owners.Value.Disposals);
            owners.Third.Dispose();
            Assert.Equal(1, owners.Value.Disposals);
        },
        owners => owners.Second = Arc.Clone(owners.First),
        owners => Assert.True(owners.Weak.TryUpgrade(out owners.Third)));

    [Fact]
    public void Who_takes_the_value_back_while_others_ask_for_it_is_its_only_owner() => Race.Run(
        100_000,
        () => new Owners<Resource>(new Resource()),
        owners =>
        {
            Assert.True(owners.IsTaken == owners.Second.IsDropped);
            owners.First.Dispose();
            owners.Second.Dispose();
            Assert.Equal(owners.IsTaken ? 0 : 1, owners.Value.Disposals);
        },
        owners => owners.IsTaken = owners.First.TryUnwrap(out _),
        owners => owners.Weak.TryUpgrade(out owners.Second));

    [Fact]
    public void Who_takes_the_value_back_while_the_other_owner_goes_does_so_or_stays_an_owner() => Race.Run(
        100_000,
        () =>
        {
            var owners = new Owners<Resource>(new Resource());
            owners.Second = Arc.Clone(owners.First);
            return owners;
        },
        owners =>
        {
            Assert.Equal(0, owners.Value.Disposals);
            Assert.Equal(owners.IsTaken, owners.First.IsDropped);
            owners.First.Dispose();
            Assert.Equal(owners.IsTaken ? 0 : 1, owners.Value.Disposals);
        },
        owners => owners.IsTaken = owners.First.TryUnwrap(out _),
        owners =>
        {
            var clone = Arc.Clone(owners.Second);
            owners.Second.Dispose();
            clone.Dispose();
        });

    [Fact]
    public void A_weak_handle_comes_back_before_the_last_drop_or_not_at_all() => Race.Run(
        100_000,
        () => new Owners<Resource>(new Resource()),
        owners =>
        {
            Assert.Equal(owners.Second.IsDropped ? 1 : 0, owners.Value.Disposals);
            owners.Second.Dispose();
            Assert.Equal(1, owners.Value.Disposals);
            Assert.False(owners.Weak.TryUpgrade(out _));
        },
        owners => owners.First.Dispose(),
        owners => owners.Weak.TryUpgrade(out owners.Second));

    [Fact]
    public void Copies_that_are_dropped_at_once_drop_the_value_once_and_one_of_them_is_told() => Race.Run(
        10_000,
        () =>
        {
            var owners = new Owners<Resource>(new Resource());
            owners.Second = owners.First;
            return owners;
        },
        owners =>
        {
            Assert.Equal(1, owners.Value.Disposals);
            Assert.Equal(1, owners.Refused);
            Assert.False(owners.Weak.TryUpgrade(out _));
        },
        owners => Count(owners, Record.Exception(() => owners.First.Dispose())),
        owners => Count(owners, Record.Exception(() => owners.Second.Dispose())));

    [Fact]
    public void A_copy_that_is_cloned_while_the_value_is_dropped_keeps_it_or_is_told() => Race.Run(
        10_000,
        () =>
        {
            var owners = new Owners<Resource>(new Resource());
            owners.Second = owners.First;
            return owners;
        },
        owners =>
        {
            Assert.Equal(owners.Third.IsDropped ? 1 : 0, owners.Refused);
            Assert.Equal(owners.Refused, owners.Value.Disposals);
            owners.Third.Dispose();
            Assert.Equal(1, owners.Value.Disposals);
        },
        owners => owners.First.Dispose(),
        owners => Count(owners, Record.Exception(() => owners.Third = Arc.Clone(owners.Second))));

    private static void Count(Owners<Resource> owners, Exception? thrown)
    {
        if (thrown is not null)
            Interlocked.Increment(ref owners.Refused);
    }

    private sealed class Failing : IDisposable
    {
        public void Dispose() => throw new FormatException();
    }
}
