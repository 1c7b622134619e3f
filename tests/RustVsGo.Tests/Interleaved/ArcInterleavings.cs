namespace RustVsGo.Interleaved;

/// <summary>What handles of one value promise, in every order in which the steps of a few threads can come.</summary>
public sealed class ArcInterleavings
{
    [Fact]
    public void Of_owners_that_go_at_once_the_last_drops_the_value() => Interleavings.Explore(
        () => new Owners(clones: 2),
        owners =>
        {
            Assert.Equal(1, owners.Value.Disposals);
            Assert.False(owners.Weak.TryUpgrade(out _));
        },
        owners => owners.First.Dispose(),
        owners => owners.Second.Dispose(),
        owners => owners.Third.Dispose());

    [Fact]
    public void Owners_that_come_at_once_are_all_counted() => Interleavings.Explore(
        () => new Owners(),
        owners =>
        {
            Assert.Equal(4, Arc.StrongCount(owners.First));
            owners.First.Dispose();
            owners.Second.Dispose();
            owners.Third.Dispose();
            Assert.Equal(0, owners.Value.Disposals);
            owners.Fourth.Dispose();
            Assert.Equal(1, owners.Value.Disposals);
        },
        owners => owners.Second = Arc.Clone(owners.First),
        owners => Assert.True(owners.Weak.TryUpgrade(out owners.Third)),
        owners => Assert.True(owners.Weak.TryUpgrade(out owners.Fourth)));

    [Fact]
    public void A_weak_handle_comes_back_before_the_last_drop_or_not_at_all() => Interleavings.Explore(
        () => new Owners(clones: 1),
        owners =>
        {
            Assert.Equal(owners.Third.IsDropped ? 1 : 0, owners.Value.Disposals);
            owners.Third.Dispose();
            Assert.Equal(1, owners.Value.Disposals);
            Assert.False(owners.Weak.TryUpgrade(out _));
        },
        owners => owners.First.Dispose(),
        owners => owners.Second.Dispose(),
        owners => owners.Weak.TryUpgrade(out owners.Third));

    [Fact]
    public void Who_takes_the_value_back_while_others_ask_for_it_is_its_only_owner() => Interleavings.Explore(
        () => new Owners(),
        owners =>
        {
            Assert.Equal(owners.IsTaken, owners.First.IsDropped);
            Assert.Equal(owners.IsTaken, owners.Second.IsDropped && owners.Third.IsDropped);
            owners.First.Dispose();
            owners.Second.Dispose();
            owners.Third.Dispose();
            Assert.Equal(owners.IsTaken ? 0 : 1, owners.Value.Disposals);
        },
        owners => owners.IsTaken = owners.First.TryUnwrap(out _),
        owners => owners.Weak.TryUpgrade(out owners.Second),
        owners => owners.Weak.TryUpgrade(out owners.Third));

    [Fact]
    public void Who_takes_the_value_back_while_the_other_owner_goes_does_so_or_stays_an_owner() => Interleavings.Explore(
        () => new Owners(clones: 1),
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
    public void Of_copies_that_take_the_value_back_one_does() => Interleavings.Explore(
        () => new Owners { IsCopied = true },
        owners => Assert.Single(new[] { owners.First, owners.Second }, static handle => handle.IsDropped),
        owners => owners.First.TryUnwrap(out _),
        owners => owners.Second.TryUnwrap(out _));

    [Fact]
    public void Of_a_copy_that_takes_the_value_back_and_one_that_drops_it_one_has_it() => Interleavings.Explore(
        () => new Owners { IsCopied = true },
        owners =>
        {
            Assert.Equal(owners.IsTaken ? 0 : 1, owners.Value.Disposals);
            Assert.Equal(owners.IsTaken ? 1 : 0, owners.Refused);
        },
        owners => owners.IsTaken = owners.First.TryUnwrap(out _),
        owners => owners.Try(static owners => owners.Second.Dispose()));

    [Fact]
    public void Of_copies_that_are_dropped_at_once_one_drops_the_value_and_all_others_are_told() => Interleavings.Explore(
        () => new Owners { IsCopied = true },
        owners =>
        {
            Assert.Equal(1, owners.Value.Disposals);
            Assert.Equal(2, owners.Refused);
            Assert.False(owners.Weak.TryUpgrade(out _));
        },
        owners => owners.Try(static owners => owners.First.Dispose()),
        owners => owners.Try(static owners => owners.Second.Dispose()),
        owners => owners.Try(static owners => owners.Third.Dispose()));

    [Fact]
    public void A_copy_that_is_cloned_while_the_value_is_dropped_keeps_it_or_is_told() => Interleavings.Explore(
        () => new Owners { IsCopied = true },
        owners =>
        {
            Assert.Equal(owners.Fourth.IsDropped ? 1 : 0, owners.Refused);
            Assert.Equal(owners.Refused, owners.Value.Disposals);
            owners.Fourth.Dispose();
            Assert.Equal(1, owners.Value.Disposals);
        },
        owners => owners.First.Dispose(),
        owners => owners.Try(static owners => owners.Fourth = Arc.Clone(owners.Second)));

    // The clone may be gone again before the drop that it came between has looked.
    [Fact]
    public void A_copy_that_is_cloned_and_dropped_while_the_value_is_dropped_drops_it_or_leaves_it() => Interleavings.Explore(
        () => new Owners { IsCopied = true },
        owners => Assert.Equal(1, owners.Value.Disposals),
        owners => owners.First.Dispose(),
        owners => owners.Try(static owners =>
        {
            var clone = Arc.Clone(owners.Second);
            clone.Dispose();
        }));

    [Fact]
    public void A_copy_that_is_cloned_while_others_are_dropped_once_too_often_is_an_owner_or_is_told() => Interleavings.Explore(
        () => new Owners { IsCopied = true },
        owners =>
        {
            var isCloned = !owners.Fourth.IsDropped;
            owners.Try(static owners => owners.Fourth.Dispose());
            Assert.Equal(1, owners.Value.Disposals);
            Assert.Equal(isCloned ? 1 : 2, owners.Refused);
            Assert.False(owners.Weak.TryUpgrade(out _));
        },
        owners => owners.Try(static owners => owners.First.Dispose()),
        owners => owners.Try(static owners => owners.Second.Dispose()),
        owners => owners.Try(static owners => owners.Fourth = Arc.Clone(owners.Third)));

    [Fact]
    public void Of_the_handles_that_cannot_drop_their_value_at_once_the_last_one_stays() => Interleavings.Explore(
        () => new Owners<AsynchronousOnly>(new AsynchronousOnly(), clones: 2),
        owners =>
        {
            Assert.Equal(1, owners.Refused);
            var last = Assert.Single(new[] { owners.First, owners.Second, owners.Third }, static handle => !handle.IsDropped);
            Assert.Equal(1, Arc.StrongCount(last));
        },
        owners => owners.Try(static owners => owners.First.Dispose()),
        owners => owners.Try(static owners => owners.Second.Dispose()),
        owners => owners.Try(static owners => owners.Third.Dispose()));

    [Fact]
    public void A_handle_that_cannot_drop_its_value_is_there_all_the_time() => Interleavings.Explore(
        () => new Owners<AsynchronousOnly>(new AsynchronousOnly()),
        owners =>
        {
            Assert.Equal(owners.Refused == 0, owners.First.IsDropped);
            Assert.Equal(1 + owners.Refused, Arc.StrongCount(owners.Second));
            Assert.False(owners.Value.IsBegun);
        },
        owners => owners.Try(static owners => owners.First.Dispose()),
        owners => Assert.True(owners.Weak.TryUpgrade(out owners.Second)));

    [Fact]
    public void A_weak_handle_comes_back_before_a_last_drop_that_is_awaited_or_not_at_all() => Interleavings.Explore(
        () => new Owners<AsynchronousOnly>(new AsynchronousOnly(), clones: 1),
        owners =>
        {
            Assert.Equal(owners.IsTaken, !owners.Third.IsDropped);
            Assert.Equal(owners.IsTaken || owners.Refused == 1, !owners.Value.IsBegun);
            Assert.Equal(owners.Refused == 1, !owners.Second.IsDropped);
        },
        owners => _ = owners.First.DisposeAsync(),
        owners => owners.Try(static owners => owners.Second.Dispose()),
        owners => owners.IsTaken = owners.Weak.TryUpgrade(out owners.Third));

    [Fact]
    public void More_handles_than_can_be_counted_are_refused_and_not_counted()
    {
        var handle = Arc.New(1);
        handle.Inner.Owners = int.MaxValue - 1;
        var weak = Arc.Downgrade(handle);

        Assert.True(weak.TryUpgrade(out _));
        Assert.Throws<OverflowException>(() => weak.TryUpgrade(out _));
        Assert.Throws<OverflowException>(() => Arc.Clone(handle));
        Assert.Equal(int.MaxValue, Arc.StrongCount(handle));
    }

    /// <summary>Were a counter of the library no longer one of these, its plain accesses would be no steps, and nothing would be seen between them.</summary>
    [Fact]
    public void Every_counter_is_stepped()
    {
        Assert.Equal(typeof(SteppedInt), new ArcInner<int>(0).Owners.GetType());
        // Each of the two has three stretches between its steps: the read, the write, and what comes after: 6! / (3! 3!).
        Assert.Equal(20, Interleavings.Explore(() => new Counter(), static _ => { }, static counter => counter.Count(), static counter => counter.Count()));
        Assert.Throws<InvalidOperationException>(() => Interleavings.Explore(
            () => new Counter(),
            static counter => Assert.Equal(2, counter.Number),
            static counter => counter.Count(),
            static counter => counter.Count()));
    }

    private sealed class Counter
    {
        private SteppedInt _number;

        public int Number => _number;

        public void Count() => _number = _number + 1;
    }

    private sealed class Owners(int clones = 0) : Owners<Resource>(new Resource(), clones);

    /// <summary>A value and the handles of those who want it at once.</summary>
    private class Owners<T>
    {
        public readonly T Value;
        public Arc<T> First, Second, Third, Fourth;
        public readonly Weak<T> Weak;
        public bool IsTaken;
        public int Refused;

        public Owners(T value, int clones = 0)
        {
            Value = value;
            First = Arc.New(value);
            Weak = Arc.Downgrade(First);
            if (clones > 0)
                Second = Arc.Clone(First);
            if (clones > 1)
                Third = Arc.Clone(First);
        }

        /// <summary>Handles that were copied where they should have been cloned.</summary>
        public bool IsCopied
        {
            init => Second = Third = First;
        }

        /// <summary>Does what may be refused.</summary>
        public void Try(Action<Owners<T>> action)
        {
            if (Record.Exception(() => action(this)) is not { } thrown)
                return;
            Assert.True(thrown is InvalidOperationException, thrown.ToString());
            Refused++;
        }
    }
}
