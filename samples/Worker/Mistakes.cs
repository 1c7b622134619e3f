using RustVsGo;

/// <summary>What goes wrong between workers.</summary>
public static class Mistakes
{
    private static readonly object Gate = new();

    public static void UseWhatWasReturned(Log log)
    {
        using var pool = new ConnectionPool(log);
        var connection = pool.Rent();
        pool.Return(connection);

        // Another worker may have rented it by now, and reads the answer to this.
        connection.QueryAsync("/users/1").Wait();
    }

    public static void ShareASession()
    {
        var session = new Session();

        // Rust: Rc<RefCell<Session>> cannot be sent between threads safely.
        var visits = Spawn.Run(() => session.Visit());
        visits.Join().Expect("counting does not throw");
    }

    public static void ForgetTheWork()
    {
        // Whether it failed nobody will ask.
        var warmUp = Spawn.Run(() => Answer());
    }

    public static async Task HoldALockWhileWaiting()
    {
        Monitor.Enter(Gate);

        // Whoever wants the lock waits for the network, and it is given back on another thread, which throws.
        await Task.CompletedTask;
        Monitor.Exit(Gate);
    }

    private static int Answer() => 200;
}

/// <summary>A visitor's session: it counts without a lock, for the one thread that it belongs to.</summary>
[NotSend]
public sealed class Session
{
    private int _visits;

    public int Visit() => ++_visits;
}
