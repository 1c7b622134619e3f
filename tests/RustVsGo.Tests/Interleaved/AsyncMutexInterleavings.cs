namespace RustVsGo.Interleaved;

/// <summary>What an asynchronous lock promises those who do not wait for it, in every order in which the steps of a few threads can come.</summary>
public sealed class AsyncMutexInterleavings
{
    [Fact]
    public void Of_those_who_take_it_if_it_is_free_one_has_it() => Interleavings.Explore(
        () => new Lent(isHeld: false),
        lent => Assert.NotEqual(lent.IsTaken, lent.IsTakenElsewhere),
        lent => lent.IsTaken = lent.Mutex.TryLock(out lent.Guard),
        lent => lent.IsTakenElsewhere = lent.Mutex.TryLock(out lent.Other));

    [Fact]
    public void Those_who_have_it_one_after_the_other_are_alone_with_the_value() => Interleavings.Explore(
        () => new Lent(isHeld: false),
        lent =>
        {
            Assert.False(lent.IsShared);
            Assert.True(lent.Mutex.TryLock(out _));
        },
        lent => lent.Use(),
        lent => lent.Use());

    [Fact]
    public void Copies_of_a_guard_that_are_dropped_at_once_end_its_lock_once() => Interleavings.Explore(
        () => new Lent(isHeld: true),
        lent =>
        {
            Assert.True(lent.Mutex.TryLock(out _));
            Assert.False(lent.Mutex.TryLock(out _));
        },
        lent => lent.Guard.Dispose(),
        lent => lent.Copy.Dispose());

    [Fact]
    public void A_copy_that_is_dropped_while_the_lock_goes_to_another_does_not_end_it_there() => Interleavings.Explore(
        () => new Lent(isHeld: true),
        lent =>
        {
            Assert.Equal(!lent.IsTaken, lent.Mutex.TryLock(out _));
            Assert.False(lent.Mutex.TryLock(out _));
        },
        lent => lent.Guard.Dispose(),
        lent => lent.IsTaken = lent.Mutex.TryLock(out lent.Other),
        lent => lent.Copy.Dispose());

    [Fact]
    public void A_copy_reaches_the_value_as_long_as_the_lock_is_held_and_not_when_another_has_it() => Interleavings.Explore(
        () => new Lent(isHeld: true),
        lent => Assert.True(lent.IsRead || lent.IsRefused),
        lent =>
        {
            lent.Guard.Dispose();
            lent.IsTaken = lent.Mutex.TryLock(out lent.Other);
            lent.Other.Value = 8;
        },
        lent =>
        {
            var wasTaken = lent.IsTaken;
            try
            {
                _ = lent.Copy.Value;
                lent.IsRead = !wasTaken;
            }
            catch (ObjectDisposedException)
            {
                lent.IsRefused = true;
            }
        });

    [Fact]
    public void Of_one_who_takes_it_and_one_who_takes_the_value_out_one_does() => Interleavings.Explore(
        () => new Lent(isHeld: false),
        lent => Assert.NotEqual(lent.IsTaken, lent.IsTakenElsewhere),
        lent => lent.IsTaken = Record.Exception(() => Assert.True(lent.Mutex.TryLock(out lent.Other))) is null,
        lent => lent.IsTakenElsewhere = Record.Exception(() => Assert.Equal(7, lent.Mutex.IntoInner())) is null);

    [Fact]
    public void Its_turn_is_stepped() =>
        Assert.Contains(
            typeof(AsyncMutex<int>).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic),
            static field => field.FieldType == typeof(SteppedInt));

    /// <summary>A lock and the guards of those who want it at once.</summary>
    private sealed class Lent
    {
        public readonly AsyncMutex<int> Mutex = new(7);
        public AsyncMutexGuard<int> Guard, Copy, Other;
        public bool IsTaken, IsTakenElsewhere, IsRead, IsRefused, IsShared;
        private bool _isUsed;

        public Lent(bool isHeld)
        {
            if (isHeld)
                Assert.True(Mutex.TryLock(out Guard));
            Copy = Guard;
        }

        public void Use()
        {
            if (!Mutex.TryLock(out var guard))
                return;
            IsShared |= _isUsed;
            _isUsed = true;
            Interleavings.Step();
            _isUsed = false;
            guard.Dispose();
        }
    }
}
