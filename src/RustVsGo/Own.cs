using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RustVsGo;

/// <summary>
/// Says in an expression what an assignment alone cannot: that an alias is a borrow, or that a value is moved out of a place
/// which stays valid.
/// </summary>
public static class Own
{
    /// <summary>Borrows <paramref name="value"/> shared; returns it unchanged.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">What is borrowed.</param>
    /// <returns><paramref name="value"/> itself.</returns>
    /// <remarks>
    /// <c>var r = Own.Borrow(x);</c> is Rust's <c>let r = &amp;x;</c>, where <c>var r = x;</c> moves a value of a move type.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: Borrowed(nameof(value))]
    public static T Borrow<T>([Borrowed] T value)
        where T : class?
        => value;

    /// <summary>Borrows <paramref name="value"/> exclusively; returns it unchanged.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">What is borrowed.</param>
    /// <returns><paramref name="value"/> itself.</returns>
    /// <remarks>
    /// <c>var r = Own.BorrowMut(x);</c> is Rust's <c>let r = &amp;mut x;</c>, where <c>var r = x;</c> moves a value of a move
    /// type.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: BorrowedMut(nameof(value))]
    public static T BorrowMut<T>([BorrowedMut] T value)
        where T : class?
        => value;

    /// <summary>Moves the value out of <paramref name="place"/> and leaves the default of its type there.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="place">Where the value is taken from.</param>
    /// <returns>The value that <paramref name="place"/> held.</returns>
    /// <remarks>
    /// It is Rust's <c>std::mem::take</c>, with <see langword="default"/> for <c>Default::default()</c>. It does not act
    /// atomically.
    /// </remarks>
    /// <example><code>var stream = Own.Take(ref _stream);    // '_stream' is null now, and the caller owns the stream</code></example>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(place))]
    public static T Take<T>([MaybeNull] ref T place)
    {
        var value = place;
        place = default;
        return value;
    }

    /// <summary>Moves the value out of <paramref name="place"/> and moves <paramref name="value"/> into it.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="place">Where the value is taken from and the new one is put.</param>
    /// <param name="value">The new value.</param>
    /// <returns>The value that <paramref name="place"/> held before.</returns>
    /// <remarks>It is Rust's <c>std::mem::replace</c>. It does not act atomically.</remarks>
    /// <example><code>var old = Own.Replace(ref _buffer, new Buffer());</code></example>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: NotNullIfNotNull(nameof(place))]
    public static T Replace<T>([NotNullIfNotNull(nameof(value))] ref T place, T value)
    {
        var old = place;
        place = value;
        return old;
    }
}
