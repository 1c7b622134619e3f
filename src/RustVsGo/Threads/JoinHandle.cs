using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace RustVsGo;

/// <summary>Work that runs beside its starter, and that has to be joined: what came of it has to reach somebody (Rust: <c>std::thread::JoinHandle</c>).</summary>
/// <typeparam name="T">The type of what the work computes.</typeparam>
/// <remarks>All members may be used from several threads at once. It may be joined more than once.</remarks>
[MustUse("nobody would learn how the work ended")]
public sealed class JoinHandle<T>
{
    private readonly Task<T> _task;
    private readonly CancellationTokenSource _cancellation;

    internal JoinHandle(Task<T> task, CancellationTokenSource cancellation)
    {
        _task = task;
        _cancellation = cancellation;
    }

    /// <summary>Gets a value indicating whether the work has ended, in whatever way.</summary>
    public bool IsFinished => _task.IsCompleted;

    /// <summary>Blocks until the work has ended (Rust: <c>join</c>).</summary>
    /// <returns>What it computed, or the exception that ended it; that it was cancelled is an <see cref="OperationCanceledException"/>.</returns>
    public Result<T> Join() => JoinAsync().GetAwaiter().GetResult();

    /// <summary>Waits until the work has ended.</summary>
    /// <returns>What it computed, or the exception that ended it; that it was cancelled is an <see cref="OperationCanceledException"/>.</returns>
    public async Task<Result<T>> JoinAsync()
    {
        try
        {
            return Result.Ok(await _task.ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            return Result.Err(exception);
        }
    }

    /// <summary>Lets <c>await handle</c> give what the work computed, or throw what ended it.</summary>
    /// <returns>The awaiter of the work.</returns>
    public TaskAwaiter<T> GetAwaiter() => _task.GetAwaiter();

    /// <summary>Gives the work as a task, for what takes tasks.</summary>
    /// <returns>The task; it ends as the work ends.</returns>
    public Task<T> AsTask() => _task;

    /// <summary>
    /// Asks the work to end, through the token that it was given. It has to be joined all the same. It may be called at any time: work that has ended,
    /// or ends meanwhile, stays what it is.
    /// </summary>
    /// <exception cref="AggregateException">What the work registered with its token threw.</exception>
    public void Cancel() => _cancellation.Cancel();
}
