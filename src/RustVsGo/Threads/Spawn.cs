using System;
using System.Threading;
using System.Threading.Tasks;

namespace RustVsGo;

/// <summary>Starts work beside the caller (Rust: <c>std::thread::spawn</c>, <c>tokio::spawn</c>), on the thread pool.</summary>
/// <remarks>
/// <para>The handle has to be joined. Where several things have to end together, a <see cref="SpawnScope"/> joins them.</para>
/// <para>All members may be used from several threads at once.</para>
/// </remarks>
/// <example><code>var sum = Spawn.Run(() => Sum(numbers)); DoSomethingElse(); Console.WriteLine(sum.Join().Unwrap());</code></example>
public static class Spawn
{
    /// <summary>Runs a function on the thread pool.</summary>
    /// <typeparam name="T">The type of what it computes.</typeparam>
    /// <param name="function">The function; with all that it captures it goes to another thread.</param>
    /// <returns>What it is joined with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    public static JoinHandle<T> Run<[Send] T>([Send][Once] Func<T> function)
    {
        Argument.NotNull(function, nameof(function));
        return Run(_ => Task.FromResult(function()));
    }

    /// <summary>Runs asynchronous work on the thread pool; what is joined is the work, to its end.</summary>
    /// <typeparam name="T">The type of what it computes.</typeparam>
    /// <param name="work">The work; with all that it captures it goes to another thread.</param>
    /// <returns>What it is joined with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is <see langword="null"/>.</exception>
    public static JoinHandle<T> Run<[Send] T>([Send][Once] Func<Task<T>> work)
    {
        Argument.NotNull(work, nameof(work));
        return Run(_ => work());
    }

    /// <summary>Runs asynchronous work on the thread pool.</summary>
    /// <typeparam name="T">The type of what it computes.</typeparam>
    /// <param name="work">The work; its token is cancelled by <see cref="JoinHandle{T}.Cancel"/>.</param>
    /// <param name="cancellationToken">Cancels the work as well. Work that has not begun by then does not begin.</param>
    /// <returns>What it is joined with.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is <see langword="null"/>.</exception>
    /// <exception cref="ObjectDisposedException">The source of <paramref name="cancellationToken"/> was disposed.</exception>
    public static JoinHandle<T> Run<[Send] T>([Send][Once] Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        Argument.NotNull(work, nameof(work));

        // The source is never disposed, so that whoever has the handle may cancel at any time: it has neither a timer nor, unless the work asks for
        // one, a wait handle. What has to end with the work is the link to the caller's token, which may live for ever.
        var cancellation = new CancellationTokenSource();
        var link = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), cancellation);
        var task = Task.Run(() => work(cancellation.Token), cancellation.Token);
        if (cancellationToken.CanBeCanceled)
        {
            task.ContinueWith(
                static (_, ended) => Unlink((CancellationTokenRegistration)ended!),
                link,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return new JoinHandle<T>(task, cancellation);
    }

    // Disposing of it would wait for a cancellation that is on its way, and that may itself wait for the end of the work.
    private static void Unlink(CancellationTokenRegistration link) =>
#if NET8_0_OR_GREATER
        link.Unregister();
#else
        link.Dispose();
#endif
}
