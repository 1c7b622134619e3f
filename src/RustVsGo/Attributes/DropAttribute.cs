using System;

namespace RustVsGo;

/// <summary>Declares that a method is a destructor: the call drops its receiver (Rust: <c>Drop</c>).</summary>
/// <remarks>
/// It is not needed on a parameterless <c>Dispose()</c> or <c>DisposeAsync()</c> that implements
/// <see cref="IDisposable"/> or <c>IAsyncDisposable</c>, nor on the <c>Dispose()</c> of a ref struct: these drop by themselves.
/// </remarks>
/// <example><code>[Drop] public void Close() => _handle.Dispose();</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class DropAttribute : Attribute
{
    /// <summary>
    /// Gets or sets a value indicating whether dropping the value a second time is harmless.
    /// </summary>
    /// <remarks>
    /// What holds where the attribute does not set it depends on the type: a second drop is harmless for a type that is not a
    /// move type, and a mistake for a move type. The value of this property on an attribute instance does not show that, for it
    /// is <see langword="false"/> until it is set.
    /// </remarks>
    public bool Idempotent { get; set; }
}
