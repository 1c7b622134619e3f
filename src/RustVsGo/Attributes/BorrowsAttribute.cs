using System;

namespace RustVsGo;

/// <summary>Declares that a method or accessor borrows its receiver shared and does not mutate it (Rust: <c>&amp;self</c>).</summary>
/// <remarks>It is what a method, operator or getter of a move type does when it says nothing.</remarks>
/// <example><code>[Borrows] public int CountWords() => _text.Split(' ').Length;</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class BorrowsAttribute : Attribute
{
    /// <summary>
    /// Gets or sets a value indicating whether the member needs nothing that the value owns or borrows, so that it may be called
    /// after the value was moved, dropped or invalidated, as <see cref="System.IO.MemoryStream.ToArray"/> may after the stream
    /// was disposed.
    /// </summary>
    public bool AfterDrop { get; set; }
}
