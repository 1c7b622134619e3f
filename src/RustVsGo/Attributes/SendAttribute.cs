using System;

namespace RustVsGo;

/// <summary>
/// Declares that what is passed here crosses a thread (Rust: a bound <c>T: Send</c>): the type argument or the argument, and all
/// that a lambda captures, must be sendable.
/// </summary>
/// <remarks>A type is sendable unless it is marked <see cref="NotSendAttribute"/>, contains a type that is, or is a ref struct.</remarks>
/// <example><code>static void Run([Send] Action action) => new Thread(() => action()).Start();</code></example>
[AttributeUsage(AttributeTargets.GenericParameter | AttributeTargets.Parameter, AllowMultiple = false, Inherited = true)]
public sealed class SendAttribute : Attribute
{
}
