namespace RustVsGo.Tests;

/// <summary>What nobody waits for allocates nothing: handles and guards are values.</summary>
public sealed class AllocationTests
{
    [Fact]
    public void A_handle_is_cloned_upgraded_and_dropped_without_allocation()
    {
        var handle = Arc.New(new Mutex<int>(0));
        var weak = Arc.Downgrade(handle);

        Assert.Equal(0, Allocation.Of(() =>
        {
            var clone = Arc.Clone(handle);
            weak.TryUpgrade(out var upgraded);
            upgraded.Dispose();
            clone.Dispose();
        }));
    }

    [Fact]
    public void A_lock_is_taken_and_given_back_without_allocation()
    {
        var mutex = new Mutex<int>(0);
        using var @lock = new RwLock<int>(0);

        Assert.Equal(0, Allocation.Of(() =>
        {
            using var guard = mutex.Lock();
            guard.Value++;
        }));
        Assert.Equal(0, Allocation.Of(() => mutex.With(static (ref int value) => value++)));
        Assert.Equal(0, Allocation.Of(() =>
        {
            using (var reading = @lock.Read())
                _ = reading.Value;
            using (var writing = @lock.Write())
                writing.Value++;
        }));
    }
}
