using System;

namespace RustVsGo;

/// <summary>
/// Declares that a method or accessor takes ownership of its receiver (Rust: <c>self</c>): the call moves it, and the place
/// that held it may not be used until it is assigned again.
/// </summary>
/// <example>
/// <code>
/// [Consumes] public Connection Open() => new Connection(this);
///
/// var connection = builder.Open();    // 'builder' is moved
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class ConsumesAttribute : Attribute
{
}
