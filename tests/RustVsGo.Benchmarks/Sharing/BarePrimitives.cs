namespace RustVsGo.Benchmarks.Sharing;

/// <summary>Owners counted by hand.</summary>
internal sealed class BareOwners
{
    private int _owners = 1;

    public void Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Interlocked.Increment(ref _owners);
            if (Interlocked.Decrement(ref _owners) == 0)
                throw new InvalidOperationException();
        }
    }
}

/// <summary>A number under <c>lock</c>.</summary>
internal sealed class BareLock
{
    private readonly object _gate = new();
    private long _value;

    public void Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            lock (_gate)
                _value++;
        }
    }
}

/// <summary>A number under a <see cref="ReaderWriterLockSlim"/>, as it is written by hand.</summary>
internal sealed class BareReaderWriterLock
{
    private readonly ReaderWriterLockSlim _lock = new();
    private long _value;

    public void Read(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            _lock.EnterReadLock();
            try
            {
                sum += _value;
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }

        GC.KeepAlive(sum);
    }

    public void Write(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _lock.EnterWriteLock();
            try
            {
                _value++;
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
    }
}

/// <summary>A number under a <see cref="SemaphoreSlim"/>, as it is written by hand.</summary>
internal sealed class BareSemaphore
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);
    private long _value;

    public async Task Run(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _semaphore.WaitAsync();
            try
            {
                _value++;
            }
            finally
            {
                _semaphore.Release();
            }
        }
    }
}
