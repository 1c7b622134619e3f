using RustVsGo;

var requests = Enumerable.Range(1, 40).Select(i => i % 4 == 0 ? $"GET /nobody/{i}" : $"GET /users/{i}").ToArray();
var log = new Log();
foreach (var (status, count) in await Server.Serve(requests, log))
    Console.WriteLine($"{status}: {count}");
Console.WriteLine($"open connections: {log.OpenConnections}");

Mistakes.UseWhatWasReturned(log);
Mistakes.ShareASession();
Mistakes.ForgetTheWork();
await Mistakes.HoldALockWhileWaiting();

/// <summary>Four workers that answer requests, with what they share.</summary>
public static class Server
{
    public static async Task<SortedDictionary<int, int>> Serve(string[] requests, Log log)
    {
        // Each worker owns the state together with the others. The last one that is done closes the pool, and with it every connection.
        using var state = Arc.New(new State(log));
        var workers = new List<JoinHandle<int>>();
        for (var i = 0; i < 4; i++)
        {
            var mine = Arc.Clone(state);
            var number = i;
            workers.Add(Spawn.Run(async () =>
            {
                using var state = mine;
                var answered = 0;
                for (var next = number; next < requests.Length; next += 4)
                {
                    await Answer(state.Value, requests[next]);
                    answered++;
                }

                return answered;
            }));
        }

        foreach (var worker in workers)
            (await worker.JoinAsync()).Expect("every request has an answer");

        return state.Value.Answers.With((ref SortedDictionary<int, int> answers) => new SortedDictionary<int, int>(answers));
    }

    private static async Task Answer(State state, string request)
    {
        var connection = state.Pool.Rent();
        var path = request["GET ".Length..];
        var status = state.Knows(path) ? await connection.QueryAsync(path) : 404;
        state.Pool.Return(connection);

        // The lock is held for as long as it takes to count.
        state.Answers.With((ref SortedDictionary<int, int> answers) => { answers[status] = answers.GetValueOrDefault(status) + 1; });
    }
}

/// <summary>What the workers share: each part under the lock that suits it.</summary>
public sealed class State(Log log) : IDisposable
{
    private readonly RwLock<string[]> _routes = new(["/users/"]);

    public ConnectionPool Pool { get; } = new(log);

    public Mutex<SortedDictionary<int, int>> Answers { get; } = new([]);

    // Many ask, and hardly anybody changes it.
    public bool Knows(string path)
    {
        using var routes = _routes.Read();
        return routes.Value.Any(route => path.StartsWith(route, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        Pool.Dispose();
        _routes.Dispose();
    }
}

/// <summary>Lends connections: who rents one owns it until it is returned.</summary>
public sealed class ConnectionPool(Log log) : IDisposable
{
    private readonly Mutex<Stack<Connection>> _free = new(new Stack<Connection>());

    [return: Owned]
    public Connection Rent()
    {
        using (var free = _free.Lock())
        {
            if (free.Value.TryPop(out var connection))
                return connection;
        }

        return new Connection(log);
    }

    public void Return([Owned] Connection connection)
    {
        using var free = _free.Lock();
        free.Value.Push(connection);
    }

    public void Dispose()
    {
        foreach (var connection in _free.IntoInner())
            connection.Dispose();
    }
}

/// <summary>A connection to a database. A move type: it is rented to one worker at a time.</summary>
[Owned]
public sealed class Connection : IDisposable
{
    private readonly Log _log;

    public Connection(Log log)
    {
        _log = log;
        Interlocked.Increment(ref log.OpenConnections);
    }

    public async Task<int> QueryAsync(string path)
    {
        await Task.Yield();
        return path.Length > 0 ? 200 : 500;
    }

    public void Dispose() => Interlocked.Decrement(ref _log.OpenConnections);
}

/// <summary>How many connections are open.</summary>
public sealed class Log
{
    public int OpenConnections;
}
