namespace RustVsGo.Interleaved;

/// <summary>
/// Runs a few threads in every order in which their steps can come, one step at a time, each order once (as loom does for Rust). What fails in one of
/// them fails always, however busy the processors are. It knows no order of memory: each step sees all that were before it.
/// </summary>
/// <remarks>
/// The orders are the paths through a tree: at each step the thread that runs may go on, or another one comes. A run follows the choices of the one before
/// it up to the last that had an alternative left, takes that, and lets threads go on from there.
/// </remarks>
internal sealed class Interleavings
{
    [ThreadStatic]
    private static Interleavings? s_current;

    private readonly System.Threading.SemaphoreSlim[] _turns;
    private readonly System.Threading.SemaphoreSlim _end = new(0);
    private readonly bool[] _isRunning, _waits;
    private readonly List<(int Chosen, int Count)> _choices = [];
    private readonly List<int> _order = [];
    private int _depth, _current;
    private Exception? _failure;

    private Interleavings(int threads)
    {
        _turns = [.. Enumerable.Range(0, threads).Select(static _ => new System.Threading.SemaphoreSlim(0))];
        _isRunning = new bool[threads];
        _waits = new bool[threads];
    }

    /// <summary>Runs them all; what a thread or a check throws is thrown here, with the order that led to it.</summary>
    /// <typeparam name="T">What the threads share.</typeparam>
    /// <param name="make">Makes it anew for each order.</param>
    /// <param name="check">Looks at what came of it.</param>
    /// <param name="threads">What is done to it.</param>
    /// <returns>How many orders there are.</returns>
    public static int Explore<T>(Func<T> make, Action<T> check, params Action<T>[] threads)
    {
        var all = new Interleavings(threads.Length);
        T shared = default!;
        var isOver = false;
        var workers = threads.Select((action, number) => new Thread(() =>
        {
            s_current = all;
            while (true)
            {
                all._turns[number].Wait();
                if (isOver)
                    return;
                all.Finish(Record.Exception(() => action(shared)));
            }
        })).ToArray();
        Array.ForEach(workers, static worker => worker.Start());
        try
        {
            for (var count = 1; ; count++)
            {
                shared = make();
                all.Run();
                if ((all._failure ?? Record.Exception(() => check(shared))) is { } failure)
                    throw new InvalidOperationException($"In the order {string.Join(' ', all._order)}: {failure.Message}", failure);
                if (!all.HasNext())
                    return count;
            }
        }
        finally
        {
            isOver = true;
            Array.ForEach(all._turns, static turn => turn.Release());
            Array.ForEach(workers, static worker => worker.Join());
        }
    }

    /// <summary>Lets any thread come next, this one included: called before each access to what is shared.</summary>
    public static void Step()
    {
        if (s_current is { } all)
        {
            // Who waited has something new to see.
            Array.Clear(all._waits);
            all.GoOn();
        }
    }

    /// <summary>Lets others come next, until one of them has made a step.</summary>
    /// <exception cref="TimeoutException">All others wait as well, or have ended.</exception>
    public static void LetOthers()
    {
        if (s_current is { } all)
        {
            all._waits[all._current] = true;
            all.GoOn();
        }
    }

    private void Run()
    {
        _depth = 0;
        _failure = null;
        _order.Clear();
        Array.Fill(_isRunning, true);
        Array.Clear(_waits);
        _current = 0;
        Choose();
        _turns[_current].Release();
        _end.Wait();
    }

    private void Finish(Exception? failure)
    {
        _failure ??= failure;
        _isRunning[_current] = false;
        Array.Clear(_waits);
        if (Array.IndexOf(_isRunning, true) < 0)
        {
            _end.Release();
            return;
        }

        Choose();
        _turns[_current].Release();
    }

    private void GoOn()
    {
        var own = _current;
        Choose();
        if (_current == own)
            return;
        _turns[_current].Release();
        _turns[own].Wait();
    }

    // The one that runs comes first among those that may: going on is the first choice.
    private void Choose()
    {
        var threads = _turns.Length;
        var candidates = Enumerable.Range(_current, threads).Select(number => number % threads).Where(number => _isRunning[number] && !_waits[number]).ToList();
        if (candidates.Count == 0)
            throw new TimeoutException("All threads wait for each other.");
        if (_depth == _choices.Count)
            _choices.Add((0, candidates.Count));
        Assert.Equal(_choices[_depth].Count, candidates.Count);
        _current = candidates[_choices[_depth++].Chosen];
        _order.Add(_current);
    }

    private bool HasNext()
    {
        while (_choices is [.., var (chosen, count)])
        {
            _choices.RemoveAt(_choices.Count - 1);
            if (chosen + 1 < count)
            {
                _choices.Add((chosen + 1, count));
                return true;
            }
        }

        return false;
    }
}
