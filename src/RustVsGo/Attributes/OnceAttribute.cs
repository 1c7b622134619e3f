using System;

namespace RustVsGo;

/// <summary>
/// Declares that the delegate passed for this parameter is called at most once (Rust: <c>FnOnce</c>), so that it may move what
/// it captured.
/// </summary>
/// <example><code>static void Defer([Once] Action action) { /* ... */ }</code></example>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false, Inherited = true)]
public sealed class OnceAttribute : Attribute
{
}
