using System;
using System.Threading;
using System.Threading.Tasks;

namespace RustVsGo;

/// <summary>Starts work beside the caller (Rust: <c>std::thread::spawn</c>, <c>tokio::spawn</c>), on the thread pool.</summary>
/// <remarks>The handle has to be joined. Where several things have to end together, a <see cref="SpawnScope"/> joins them.</remarks>
/// <example><code>var sum = Spawn.Run(() => Sum(numbers)); DoSomethingElse(); Console.WriteLine(sum.Join().Unwrap());</code></example>
public static class Spawn
{
    /// <summary>Runs a function on the thread pool.</summary>
    /// <typeparam name="T">The type of what it computes.</typeparam>
    /// <param name="function">The function; with all that it captures it goes to another thread.</param>
    /// <returns>What it is joined with.</returns>
    public static JoinHandle<T> Run<[Send] T>([Send][Once] Func<T> function) => Run(_ => Task.FromResult(function()));

    /// <summary>Runs asynchronous work on the thread pool.</summary>
    /// <typeparam name="T">The type of what it computes.</typeparam>
    /// <param name="work">The work; its token is cancelled by <see cref="JoinHandle{T}.Cancel"/>.</param>
    /// <param name="cancellationToken">Cancels the work as well.</param>
    /// <returns>What it is joined with.</returns>
    public static JoinHandle<T> Run<[Send] T>([Send][Once] Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        if (work is null)
        {
            throw new ArgumentNullException(nameof(work));
        }

        // Without a link there is nothing to dispose of: the source has no timer and no wait handle.
        var cancellation = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken) : new CancellationTokenSource();
        var task = Task.Run(() => work(cancellation.Token), cancellation.Token);
        if (cancellationToken.CanBeCanceled)
        {
            task.ContinueWith(
                static (_, source) => ((CancellationTokenSource)source!).Dispose(),
                cancellation,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return new JoinHandle<T>(task, cancellation);
    }
}
