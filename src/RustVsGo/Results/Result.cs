using System;
using System.Threading.Tasks;

namespace RustVsGo;

/// <summary>Makes results.</summary>
public static class Result
{
    /// <summary>A success, which converts to every result with values of its type.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The success.</returns>
    public static Ok<T> Ok<T>(T value) => new(value);

    /// <summary>A failure, which converts to every result with errors of its type.</summary>
    /// <typeparam name="E">The type of the error.</typeparam>
    /// <param name="error">The error.</param>
    /// <returns>The failure.</returns>
    public static Err<E> Err<E>(E error) => new(error);

    /// <summary>Makes a value of what is thrown.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="function">What can throw.</param>
    /// <returns>What it returned, or the exception that left it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, which is no error.</exception>
    public static Result<T> Try<T>([Borrowed] Func<T> function) => Try<T, Exception>(function);

    /// <summary>Makes a value of what is thrown, if it is of the type <typeparamref name="E"/>; other exceptions are thrown on.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="E">The type of the exceptions that are expected.</typeparam>
    /// <param name="function">What can throw.</param>
    /// <returns>What it returned, or the exception that left it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, which is no error.</exception>
    public static Result<T, E> Try<T, E>([Borrowed] Func<T> function)
        where E : Exception
    {
        Argument.NotNull(function, nameof(function));
        try
        {
            return Ok(function());
        }
        catch (E exception) when (exception is not OperationCanceledException)
        {
            return Err(exception);
        }
    }

    /// <summary>As <see cref="Try{T}(Func{T})"/>, of something asynchronous.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="function">What can throw, at once or later.</param>
    /// <returns>What it returned, or the exception that left it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, which is no error.</exception>
    public static async Task<Result<T>> TryAsync<T>(Func<Task<T>> function)
    {
        Argument.NotNull(function, nameof(function));
        try
        {
            return Ok(await function().ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Err(exception);
        }
    }
}
