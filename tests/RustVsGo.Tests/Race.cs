namespace RustVsGo.Tests;

/// <summary>
/// Lets threads do something to the same things at the same moment, many thousand times. What holds however they run passes always; what holds by luck
/// fails as soon as two of them really run at once. Tests that race are one collection: they need the processors for themselves.
/// </summary>
internal static class Race
{
    private const int Batch = 500;

    /// <summary>Runs the race; what a racer throws is thrown here.</summary>
    /// <typeparam name="T">What is raced for.</typeparam>
    /// <param name="count">How many are raced for, at least.</param>
    /// <param name="make">Makes one; no racer runs meanwhile.</param>
    /// <param name="check">Looks at what came of one; no racer runs meanwhile.</param>
    /// <param name="racers">What is done to each at once.</param>
    public static void Run<T>(int count, Func<T> make, Action<T> check, params Action<T>[] racers)
    {
        Exception? failure = null;
        var items = new T[Batch];
        var arrived = new int[Batch];
        var isOver = false;
        using var start = new Barrier(racers.Length + 1);
        using var finish = new Barrier(racers.Length + 1);
        var threads = racers.Select((racer, number) => new Thread(() =>
        {
            var random = new Random(number);
            while (true)
            {
                start.SignalAndWait();
                if (Volatile.Read(ref isOver))
                    return;
                try
                {
                    for (var i = 0; i < Batch; i++)
                    {
                        Meet(ref arrived[i], racers.Length, random.Next(100));
                        racer(items[i]);
                    }
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref failure, exception, null);
                }

                finish.SignalAndWait();
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        try
        {
            for (var done = 0; done < count && failure is null; done += Batch)
            {
                Array.Clear(arrived);
                for (var i = 0; i < Batch; i++)
                    items[i] = make();
                start.SignalAndWait();
                finish.SignalAndWait();
                if (failure is null)
                    Array.ForEach(items, check);
            }
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            start.SignalAndWait();
            Array.ForEach(threads, thread => thread.Join());
        }

        if (failure is not null)
            throw new InvalidOperationException("A racer failed.", failure);
    }

    // Waits for the others for as long as they are likely to come: one that does not run at all is not waited for. Who came last sees it first: the
    // delay lets each of them be the first to change something.
    private static void Meet(ref int arrived, int count, int delay)
    {
        Interlocked.Increment(ref arrived);
        for (var i = 0; i < 3_000 && Volatile.Read(ref arrived) < count; i++)
        {
        }

        for (var i = 0; i < delay; i++)
            Volatile.Read(ref arrived);
    }
}
