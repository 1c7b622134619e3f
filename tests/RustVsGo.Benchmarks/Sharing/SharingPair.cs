namespace RustVsGo.Benchmarks.Sharing;

/// <summary>The same work with a primitive of the base library and with the type of ours that is made of it, <see cref="Operations"/> times each.</summary>
internal sealed record SharingPair(string Name, Action Bare, Action Ours)
{
    public const int Operations = 100_000;

    private const int Threads = 2;

    /// <summary>All that are compared: alone on one thread, and by two threads at once.</summary>
    public static IEnumerable<SharingPair> All
    {
        get
        {
            var owners = new BareOwners();
            var handle = Arc.New(0L);
            yield return Alone("Arc: clone and drop", owners.Run, count => CloneAndDrop(handle, count));
            yield return Shared("Arc: clone and drop", owners.Run, count => CloneAndDrop(handle, count));

            var (gate, mutex) = (new BareLock(), new Mutex<long>(0));
            yield return Alone("Mutex: guard", gate.Run, count => Lock(mutex, count));
            yield return Alone("Mutex: With", gate.Run, count => With(mutex, count));
            yield return Shared("Mutex: guard", gate.Run, count => Lock(mutex, count));
            yield return Shared("Mutex: With", gate.Run, count => With(mutex, count));

            var (slim, readersAndWriters) = (new BareReaderWriterLock(), new RwLock<long>(0));
            yield return Alone("RwLock: read", slim.Read, count => Read(readersAndWriters, count));
            yield return Alone("RwLock: write", slim.Write, count => Write(readersAndWriters, count));
            yield return Shared("RwLock: read", slim.Read, count => Read(readersAndWriters, count));
            yield return Shared("RwLock: write", slim.Write, count => Write(readersAndWriters, count));

            var (semaphore, asynchronous) = (new BareSemaphore(), new AsyncMutex<long>(0));
            yield return new("AsyncMutex, one", () => semaphore.Run(Operations).Wait(), () => Lock(asynchronous, Operations).Wait());
            yield return new(
                "AsyncMutex, two",
                () => Task.WaitAll(Task.Run(() => semaphore.Run(Operations / Threads)), Task.Run(() => semaphore.Run(Operations / Threads))),
                () => Task.WaitAll(Task.Run(() => Lock(asynchronous, Operations / Threads)), Task.Run(() => Lock(asynchronous, Operations / Threads))));
        }
    }

    public override string ToString() => Name;

    private static SharingPair Alone(string name, Action<int> bare, Action<int> ours) => new(name + ", one", () => bare(Operations), () => ours(Operations));

    private static SharingPair Shared(string name, Action<int> bare, Action<int> ours) => new(name + ", two", () => OnThreads(bare), () => OnThreads(ours));

    // Both begin when both are there.
    private static void OnThreads(Action<int> run)
    {
        using var start = new Barrier(Threads);
        var threads = new Thread[Threads];
        for (var i = 0; i < Threads; i++)
        {
            threads[i] = new Thread(() =>
            {
                start.SignalAndWait();
                run(Operations / Threads);
            });
            threads[i].Start();
        }

        foreach (var thread in threads)
            thread.Join();
    }

    private static void CloneAndDrop(in Arc<long> handle, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var clone = Arc.Clone(handle);
            clone.Dispose();
        }
    }

    private static void Lock(Mutex<long> mutex, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var guard = mutex.Lock();
            guard.Value++;
        }
    }

    private static void With(Mutex<long> mutex, int count)
    {
        for (var i = 0; i < count; i++)
            mutex.With(static (ref long value) => { value++; });
    }

    private static void Read(RwLock<long> @lock, int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            using var guard = @lock.Read();
            sum += guard.Value;
        }

        GC.KeepAlive(sum);
    }

    private static void Write(RwLock<long> @lock, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var guard = @lock.Write();
            guard.Value++;
        }
    }

    private static async Task Lock(AsyncMutex<long> mutex, int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var guard = await mutex.LockAsync();
            guard.Value++;
        }
    }
}
