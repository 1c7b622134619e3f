using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace RustVsGo;

/// <summary>
/// What came of something that can fail: a value or an error, either of which has to be looked at (Rust: <c>std::result::Result</c>).
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="E">The type of the error.</typeparam>
/// <remarks>
/// <para>It is made by <see cref="Result.Ok{T}"/> and <see cref="Result.Err{E}"/>, which convert to it. It allocates nothing.</para>
/// <para>The default of the type is an error, whose content is the default of <typeparamref name="E"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// static Result&lt;int, string&gt; Half(string text)
/// {
///     if (!Parse(text).TryPropagate(out var number, out var error)) return error;   // Rust: let number = parse(text)?;
///     return number % 2 == 0 ? Result.Ok(number / 2) : Result.Err("odd");
/// }
/// </code>
/// </example>
[MustUse("it tells whether the operation succeeded")]
public readonly struct Result<T, E> : IEquatable<Result<T, E>>
{
    private readonly T _value;
    private readonly E _error;

    private Result(bool isOk, T value, E error)
    {
        IsOk = isOk;
        _value = value;
        _error = error;
    }

    /// <summary>Gets a value indicating whether it is a success.</summary>
    public bool IsOk { get; }

    /// <summary>Gets a value indicating whether it is a failure.</summary>
    public bool IsErr => !IsOk;

    /// <summary>A success is a result.</summary>
    /// <param name="ok">The success.</param>
    public static implicit operator Result<T, E>(Ok<T> ok) => new(isOk: true, ok.Value, default!);

    /// <summary>A failure is a result.</summary>
    /// <param name="err">The failure.</param>
    public static implicit operator Result<T, E>(Err<E> err) => new(isOk: false, default!, err.Error);

    /// <summary>Whether both are successes with equal values, or failures with equal errors.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Result<T, E> left, Result<T, E> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One result.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are not equal.</returns>
    public static bool operator !=(Result<T, E> left, Result<T, E> right) => !left.Equals(right);

    /// <summary>Gives the value of a success.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it is a success.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsOk;
    }

    /// <summary>Gives the value of a success or the error of a failure.</summary>
    /// <param name="value">The value.</param>
    /// <param name="error">The error.</param>
    /// <returns>Whether it is a success.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [MaybeNullWhen(true)] out E error)
    {
        value = _value;
        error = _error;
        return IsOk;
    }

    /// <summary>Gives the value, or the failure in the form in which a caller of any other value type returns it (Rust: the operator <c>?</c>).</summary>
    /// <param name="value">The value.</param>
    /// <param name="error">The failure, to be returned as it is.</param>
    /// <returns>Whether it is a success.</returns>
    /// <example><code>if (!Read(path).TryPropagate(out var text, out var error)) return error;</code></example>
    public bool TryPropagate([MaybeNullWhen(false)] out T value, out Err<E> error)
    {
        value = _value;
        error = new Err<E>(_error);
        return IsOk;
    }

    /// <summary>Computes something from the value of a success; a failure stays what it is.</summary>
    /// <typeparam name="U">The type of the new value.</typeparam>
    /// <param name="map">What is computed.</param>
    /// <returns>The new success, or the same failure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is <see langword="null"/>.</exception>
    public Result<U, E> Map<U>([Borrowed] Func<T, U> map)
    {
        Argument.NotNull(map, nameof(map));
        return IsOk ? Result.Ok(map(_value)) : Result.Err(_error);
    }

    /// <summary>Computes another error from the error of a failure; a success stays what it is.</summary>
    /// <typeparam name="F">The type of the new error.</typeparam>
    /// <param name="map">What is computed.</param>
    /// <returns>The same success, or the new failure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is <see langword="null"/>.</exception>
    public Result<T, F> MapErr<F>([Borrowed] Func<E, F> map)
    {
        Argument.NotNull(map, nameof(map));
        return IsOk ? Result.Ok(_value) : Result.Err(map(_error));
    }

    /// <summary>Goes on from the value of a success with something that can fail as well (Rust: <c>and_then</c>).</summary>
    /// <typeparam name="U">The type of the new value.</typeparam>
    /// <param name="next">What comes next.</param>
    /// <returns>What came of it, or the same failure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    public Result<U, E> Bind<U>([Borrowed] Func<T, Result<U, E>> next)
    {
        Argument.NotNull(next, nameof(next));
        return IsOk ? next(_value) : Result.Err(_error);
    }

    /// <summary>Computes something in either case.</summary>
    /// <typeparam name="R">The type of the outcome.</typeparam>
    /// <param name="ok">What becomes of a value.</param>
    /// <param name="err">What becomes of an error.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ok"/> or <paramref name="err"/> is <see langword="null"/>.</exception>
    public R Match<R>([Borrowed] Func<T, R> ok, [Borrowed] Func<E, R> err)
    {
        Argument.NotNull(ok, nameof(ok));
        Argument.NotNull(err, nameof(err));
        return IsOk ? ok(_value) : err(_error);
    }

    /// <summary>Gives the value of a success. It is for tests and for programs that end at the first error.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="UnwrapException">It is a failure.</exception>
    public T Unwrap() => IsOk ? _value : throw Failed("A result was unwrapped and is an error");

    /// <summary>Gives the value of a success, which cannot be a failure for a reason that the caller states.</summary>
    /// <param name="because">Why it cannot fail, or what was expected: the beginning of the exception's message.</param>
    /// <returns>The value.</returns>
    /// <exception cref="UnwrapException">It is a failure.</exception>
    public T Expect(string because) => IsOk ? _value : throw Failed(because);

    /// <summary>Gives the error of a failure.</summary>
    /// <returns>The error.</returns>
    /// <exception cref="UnwrapException">It is a success.</exception>
    public E UnwrapErr() => IsOk ? throw new UnwrapException($"A result was expected to be an error and is the value {_value}.") : _error;

    /// <summary>Gives the value of a success, or <paramref name="fallback"/>.</summary>
    /// <param name="fallback">What stands for the value of a failure.</param>
    /// <returns>The value or the fallback.</returns>
    public T UnwrapOr(T fallback) => IsOk ? _value : fallback;

    /// <summary>Gives the value of a success, or computes one from the error.</summary>
    /// <param name="fallback">What computes it.</param>
    /// <returns>The value or what was computed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fallback"/> is <see langword="null"/>.</exception>
    public T UnwrapOrElse([Borrowed] Func<E, T> fallback)
    {
        Argument.NotNull(fallback, nameof(fallback));
        return IsOk ? _value : fallback(_error);
    }

    /// <inheritdoc/>
    public bool Equals(Result<T, E> other) =>
        IsOk == other.IsOk
        && (IsOk ? EqualityComparer<T>.Default.Equals(_value, other._value) : EqualityComparer<E>.Default.Equals(_error, other._error));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Result<T, E> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (IsOk ? _value?.GetHashCode() : ~_error?.GetHashCode()) ?? 0;

    /// <summary>Writes <c>Ok(value)</c> or <c>Err(error)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsOk ? $"Ok({_value})" : $"Err({_error})";

    private UnwrapException Failed(string what) =>
        _error is Exception exception ? new UnwrapException($"{what}: {exception.Message}", exception) : new UnwrapException($"{what}: {_error}");
}
