using System;

namespace RustVsGo;

/// <summary>Declares that a method or accessor borrows its receiver exclusively and may mutate it (Rust: <c>&amp;mut self</c>).</summary>
/// <remarks>It is what a setter, an event accessor and a constructor of a move type do when they say nothing.</remarks>
/// <example><code>[Mutates] public void Append(string line) => _lines.Add(line);</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class MutatesAttribute : Attribute
{
    /// <summary>
    /// Gets or sets a value indicating whether the mutation ends the borrows that were taken from the receiver before;
    /// <see langword="true"/> by default. With <see langword="false"/> they stay valid, as the enumerator of a
    /// <see cref="System.Collections.Generic.Dictionary{TKey, TValue}"/> does when an entry is removed on .NET Core 3.0 and later.
    /// </summary>
    public bool Invalidates { get; set; } = true;
}
