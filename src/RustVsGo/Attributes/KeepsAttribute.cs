using System;

namespace RustVsGo;

/// <summary>
/// Declares that the new object (on a constructor's parameter) or the receiver (on a method's) keeps the argument and drops
/// it together with itself, as <see cref="System.IO.StreamReader"/> does with the stream that it is given.
/// </summary>
/// <remarks>
/// Unlike <see cref="OwnedAttribute"/>, it leaves the caller's variable a usable alias until the keeper is dropped; after that
/// the argument counts as dropped too. Rust has no counterpart: the nearest is a struct that owns the value and lends it out.
/// </remarks>
/// <example>
/// <code>
/// public sealed class LineReader : IDisposable
/// {
///     public LineReader([Keeps(Unless = nameof(leaveOpen))] Stream stream, bool leaveOpen = false) { /* ... */ }
///
///     public void Dispose() { /* disposes the stream unless leaveOpen */ }
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = true)]
public sealed class KeepsAttribute : Attribute
{
    /// <summary>
    /// Gets or sets the name of a <see cref="bool"/> parameter of the same member: the argument is kept unless that one's
    /// argument is <see langword="true"/>. Excludes <see cref="When"/>.
    /// </summary>
    public string? Unless { get; set; }

    /// <summary>
    /// Gets or sets the name of a <see cref="bool"/> parameter of the same member: the argument is kept only if that one's
    /// argument is <see langword="true"/>. Excludes <see cref="Unless"/>.
    /// </summary>
    public string? When { get; set; }
}
