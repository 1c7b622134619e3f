namespace RustVsGo.Tests;

/// <summary>Counts what the current thread allocates.</summary>
internal static class Allocation
{
    /// <summary>How many bytes a thousand runs allocate.</summary>
    public static long Of(Action action)
    {
        // What is made once for a thread or a lock is made here.
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
