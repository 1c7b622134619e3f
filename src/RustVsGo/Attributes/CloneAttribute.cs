using System;

namespace RustVsGo;

/// <summary>
/// Declares that a method returns an independent copy of its receiver, with an owner of its own (Rust: <c>Clone</c>), under a
/// name other than <c>Clone</c>.
/// </summary>
/// <remarks>A method <c>Clone()</c> without parameters is taken for the copy without the attribute.</remarks>
/// <example><code>[Clone] public Config Copy() => new Config { Host = Host, Port = Port };</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = true)]
public sealed class CloneAttribute : Attribute
{
}
