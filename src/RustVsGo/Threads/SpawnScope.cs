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
/// <para>The first piece of work that fails cancels the token of all others. Leaving the scope waits for all of them and throws what went wrong, in the
/// order in which it did. Work that ends because it was asked to has not failed; work that has not begun by then does not begin.</para>
/// <para>All members may be used from several threads at once, also from work inside the scope; only that work must not leave the scope, for it would
/// wait for itself.</para>
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
    private readonly CancellationTokenSource _cancellation;
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<Exception>? _failures;

    // The scope itself is one of those that are waited for, until it is left.
    private int _running = 1;
    private bool _isLeft;

    /// <summary>Opens a scope.</summary>
    /// <param name="cancellationToken">Cancels all work of the scope.</param>
    /// <exception cref="ObjectDisposedException">The source of <paramref name="cancellationToken"/> was disposed.</exception>
    public SpawnScope(CancellationToken cancellationToken = default)
    {
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Token = _cancellation.Token;
    }

    /// <summary>Gets the token that ends the work of the scope: when it is cancelled, or when a piece of it fails.</summary>
    public CancellationToken Token { get; }

    /// <summary>Runs a function on the thread pool, inside the scope.</summary>
    /// <param name="action">The function; what it captures has to live as long as the scope.</param>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is <see langword="null"/>.</exception>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    public void Run([Send][Once][Borrowed(CapturedBy = "this")] Action action)
    {
        Argument.NotNull(action, nameof(action));
        Begin();
        _ = Observe(Task.Run(action, Token));
    }

    /// <summary>Runs asynchronous work on the thread pool, inside the scope; what is waited for is the work, to its end.</summary>
    /// <param name="work">The work; what it captures has to live as long as the scope.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is <see langword="null"/>.</exception>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    public void Run([Send][Once][Borrowed(CapturedBy = "this")] Func<Task> work)
    {
        Argument.NotNull(work, nameof(work));
        Begin();
        _ = Observe(Task.Run(work, Token));
    }

    /// <summary>Runs asynchronous work on the thread pool, inside the scope.</summary>
    /// <param name="work">The work; what it captures has to live as long as the scope. It gets <see cref="Token"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is <see langword="null"/>.</exception>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    public void Run([Send][Once][Borrowed(CapturedBy = "this")] Func<CancellationToken, Task> work)
    {
        Argument.NotNull(work, nameof(work));
        Begin();
        _ = Observe(Task.Run(() => work(Token), Token));
    }

    /// <summary>Blocks until all work of the scope has ended. A second call waits as well, and throws nothing.</summary>
    /// <exception cref="AggregateException">A piece of work failed.</exception>
    [Drop(Idempotent = true)]
    public void Dispose() => Leave().GetAwaiter().GetResult();

#if NET8_0_OR_GREATER
    /// <summary>Waits until all work of the scope has ended. A second call waits as well, and throws nothing.</summary>
    /// <returns>The end of the work.</returns>
    /// <exception cref="AggregateException">A piece of work failed.</exception>
    [Drop(Idempotent = true)]
    public ValueTask DisposeAsync() => new(Leave());
#endif

    // Before the work is started: none may run outside of the scope. Work may start more work while the scope waits for it; when nothing runs any more,
    // nothing can.
    private void Begin()
    {
        lock (_gate)
        {
            if (_running == 0)
            {
                throw new ObjectDisposedException(nameof(SpawnScope));
            }

            _running++;
        }
    }

    private void End()
    {
        bool isLast;
        lock (_gate)
        {
            isLast = --_running == 0;
        }

        if (isLast)
        {
            _end.SetResult(true);
        }
    }

    // What waits for the work waits for the end of the cancellation too: the source must not be disposed of while its callbacks run.
    private async Task Observe(Task task)
    {
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
            Fail(exception);
            try
            {
                _cancellation.Cancel();
            }
            catch (AggregateException callbacks)
            {
                Fail(callbacks);
            }
        }

        End();
    }

    private void Fail(Exception exception)
    {
        lock (_gate)
        {
            (_failures ??= new List<Exception>()).Add(exception);
        }
    }

    private async Task Leave()
    {
        bool isFirst;
        lock (_gate)
        {
            isFirst = !_isLeft;
            _isLeft = true;
        }

        if (isFirst)
        {
            End();
        }

        await _end.Task.ConfigureAwait(false);
        _cancellation.Dispose();
        if (isFirst && _failures is { } failures)
        {
            throw new AggregateException(failures);
        }
    }
}
