using System;
using System.Diagnostics.CodeAnalysis;

namespace RustVsGo;

/// <summary>A <see cref="Result{T, E}"/> whose error is an exception, and which converts to and from it.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>The default of the type is a failure without an exception.</remarks>
/// <example><code>Result&lt;string&gt; ReadConfig(string path) => Result.Try(() => File.ReadAllText(path));</code></example>
[MustUse("it tells whether the operation succeeded")]
public readonly struct Result<T> : IEquatable<Result<T>>
{
    private readonly Result<T, Exception> _result;

    private Result(Result<T, Exception> result) => _result = result;

    /// <summary>Gets a value indicating whether it is a success.</summary>
    public bool IsOk => _result.IsOk;

    /// <summary>Gets a value indicating whether it is a failure.</summary>
    public bool IsErr => _result.IsErr;

    /// <summary>A success is a result.</summary>
    /// <param name="ok">The success.</param>
    public static implicit operator Result<T>(Ok<T> ok) => new(ok);

    /// <summary>A failure is a result.</summary>
    /// <param name="err">The failure.</param>
    public static implicit operator Result<T>(Err<Exception> err) => new(err);

    /// <summary>Names the error type.</summary>
    /// <param name="result">The result.</param>
    public static implicit operator Result<T, Exception>(Result<T> result) => result._result;

    /// <summary>Leaves the error type unnamed.</summary>
    /// <param name="result">The result.</param>
    public static implicit operator Result<T>(Result<T, Exception> result) => new(result);

    /// <summary>Whether both are successes with equal values, or failures with the same exception.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Result<T> left, Result<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are not equal.</returns>
    public static bool operator !=(Result<T> left, Result<T> right) => !left.Equals(right);

    /// <inheritdoc cref="Result{T, E}.TryGet(out T)"/>
    public bool TryGet([MaybeNullWhen(false)] out T value) => _result.TryGet(out value);

    /// <inheritdoc cref="Result{T, E}.TryGet(out T, out E)"/>
    public bool TryGet([MaybeNullWhen(false)] out T value, [MaybeNullWhen(true)] out Exception error) => _result.TryGet(out value, out error);

    /// <inheritdoc cref="Result{T, E}.TryPropagate(out T, out Err{E})"/>
    public bool TryPropagate([MaybeNullWhen(false)] out T value, out Err<Exception> error) => _result.TryPropagate(out value, out error);

    /// <inheritdoc cref="Result{T, E}.Map{U}(Func{T, U})"/>
    public Result<U> Map<U>([Borrowed] Func<T, U> map) => _result.Map(map);

    /// <inheritdoc cref="Result{T, E}.MapErr{F}(Func{E, F})"/>
    public Result<T, F> MapErr<F>([Borrowed] Func<Exception, F> map) => _result.MapErr(map);

    /// <summary>Goes on from the value of a success with something that can fail as well (Rust: <c>and_then</c>).</summary>
    /// <typeparam name="U">The type of the new value.</typeparam>
    /// <param name="next">What comes next.</param>
    /// <returns>What came of it, or the same failure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    public Result<U> Bind<U>([Borrowed] Func<T, Result<U>> next)
    {
        Argument.NotNull(next, nameof(next));
        return _result.TryGet(out var value, out var error) ? next(value) : Result.Err(error);
    }

    /// <inheritdoc cref="Result{T, E}.Match{R}(Func{T, R}, Func{E, R})"/>
    public R Match<R>([Borrowed] Func<T, R> ok, [Borrowed] Func<Exception, R> err) => _result.Match(ok, err);

    /// <inheritdoc cref="Result{T, E}.Unwrap"/>
    public T Unwrap() => _result.Unwrap();

    /// <inheritdoc cref="Result{T, E}.Expect(string)"/>
    public T Expect(string because) => _result.Expect(because);

    /// <inheritdoc cref="Result{T, E}.UnwrapErr"/>
    public Exception UnwrapErr() => _result.UnwrapErr();

    /// <inheritdoc cref="Result{T, E}.UnwrapOr(T)"/>
    public T UnwrapOr(T fallback) => _result.UnwrapOr(fallback);

    /// <inheritdoc cref="Result{T, E}.UnwrapOrElse(Func{E, T})"/>
    public T UnwrapOrElse([Borrowed] Func<Exception, T> fallback) => _result.UnwrapOrElse(fallback);

    /// <inheritdoc/>
    public bool Equals(Result<T> other) => _result.Equals(other._result);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Result<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _result.GetHashCode();

    /// <inheritdoc cref="Result{T, E}.ToString"/>
    public override string ToString() => _result.ToString();
}
