namespace RustVsGo.Interleaved;

/// <summary>What <see cref="System.Threading.Interlocked"/> does, each call one step: nobody else runs within it.</summary>
internal static class Interlocked
{
    public static int Increment(ref SteppedInt counter)
    {
        Interleavings.Step();
        return ++counter.Number;
    }

    public static int Decrement(ref SteppedInt counter)
    {
        Interleavings.Step();
        return --counter.Number;
    }

    public static int Exchange(ref SteppedInt counter, int value)
    {
        Interleavings.Step();
        var before = counter.Number;
        counter.Number = value;
        return before;
    }

    public static int CompareExchange(ref SteppedInt counter, int value, int comparand)
    {
        Interleavings.Step();
        var before = counter.Number;
        if (before == comparand)
            counter.Number = value;
        return before;
    }
}

/// <summary>What <see cref="System.Threading.Volatile"/> does, each call one step.</summary>
internal static class Volatile
{
    public static int Read(ref SteppedInt counter)
    {
        Interleavings.Step();
        return counter.Number;
    }

    public static void Write(ref SteppedInt counter, int value)
    {
        Interleavings.Step();
        counter.Number = value;
    }
}

/// <summary>A turn of waiting: another thread comes next.</summary>
internal struct SpinWait
{
    public void SpinOnce() => Interleavings.LetOthers();
}

/// <summary>What <see cref="System.Threading.SemaphoreSlim"/> does, each call one step.</summary>
internal sealed class SemaphoreSlim(int count, int most) : IDisposable
{
    private readonly System.Threading.SemaphoreSlim _semaphore = new(count, most);

    public bool Wait(int milliseconds, CancellationToken cancellationToken)
    {
        Interleavings.Step();
        return _semaphore.Wait(milliseconds, cancellationToken);
    }

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        Interleavings.Step();
        return _semaphore.WaitAsync(cancellationToken);
    }

    public void Release()
    {
        Interleavings.Step();
        _semaphore.Release();
    }

    public void Dispose() => _semaphore.Dispose();
}
