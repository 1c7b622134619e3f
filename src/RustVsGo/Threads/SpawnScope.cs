using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace RustVsGo;

/// <summary>
/// A stretch of code that does not end before the work it started has ended (Rust: <c>std::thread::scope</c>): nothing that runs in it outlives what it
/// borrows.
/// </summary>
/// <remarks>
/// <para>The first piece of work that fails cancels the token of all others. Leaving the scope waits for all of them and throws what went wrong.</para>
/// <para><see cref="Run(Action)"/> may be used from several threads at once, also from work inside the scope.</para>
/// </remarks>
/// <example>
/// <code>
/// using (var scope = new SpawnScope())
/// {
///     scope.Run(() => Compress(left));
///     scope.Run(() => Compress(right));
/// }   // both are done here
/// </code>
/// </example>
#if NET8_0_OR_GREATER
public sealed class SpawnScope : IDisposable, IAsyncDisposable
#else
public sealed class SpawnScope : IDisposable
#endif
{
    private readonly object _gate = new();
    private readonly List<Task> _work = new();
    private readonly CancellationTokenSource _cancellation;
    private bool _isLeft;

    /// <summary>Opens a scope.</summary>
    /// <param name="cancellationToken">Cancels all work of the scope.</param>
    public SpawnScope(CancellationToken cancellationToken = default) =>
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>Gets the token that ends the work of the scope: when it is cancelled, or when a piece of it fails.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Runs a function on the thread pool, inside the scope.</summary>
    /// <param name="action">The function; what it captures has to live as long as the scope.</param>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    public void Run([Send][Once][Borrowed(CapturedBy = "this")] Action action) => Add(Task.Run(action, Token));

    /// <summary>Runs asynchronous work on the thread pool, inside the scope.</summary>
    /// <param name="work">The work; what it captures has to live as long as the scope.</param>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    public void Run([Send][Once][Borrowed(CapturedBy = "this")] Func<CancellationToken, Task> work) => Add(Task.Run(() => work(Token), Token));

    /// <summary>Blocks until all work of the scope has ended.</summary>
    /// <exception cref="AggregateException">A piece of work failed.</exception>
    [Drop(Idempotent = true)]
    public void Dispose()
    {
        try
        {
            Leave().GetAwaiter().GetResult();
        }
        finally
        {
            _cancellation.Dispose();
        }
    }

#if NET8_0_OR_GREATER
    /// <summary>Waits until all work of the scope has ended.</summary>
    /// <returns>The end of the work.</returns>
    /// <exception cref="AggregateException">A piece of work failed.</exception>
    [Drop(Idempotent = true)]
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Leave().ConfigureAwait(false);
        }
        finally
        {
            _cancellation.Dispose();
        }
    }
#endif

    private void Add(Task task)
    {
        var observed = Observe(task);
        lock (_gate)
        {
            // Work may start more work while the scope waits for it; when nothing runs any more, nothing can.
            if (_isLeft)
            {
                throw new ObjectDisposedException(nameof(SpawnScope));
            }

            _work.Add(observed);
        }
    }

    // What waits for the work waits for the end of the cancellation too: the source must not be disposed of while its callbacks run.
    private async Task Observe(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            try
            {
                _cancellation.Cancel();
            }
            catch (AggregateException callbacks)
            {
                throw new AggregateException(exception, callbacks);
            }

            throw;
        }
    }

    private async Task Leave()
    {
        var failures = new List<Exception>();
        for (var i = 0; ; i++)
        {
            Task task;
            lock (_gate)
            {
                if (i == _work.Count)
                {
                    _isLeft = true;
                    _work.Clear();
                    break;
                }

                task = _work[i];
            }

            try
            {
                await task.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (Token.IsCancellationRequested)
            {
                // It was asked to end.
            }
            catch (Exception exception)
            {
                failures.Add(exception);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
