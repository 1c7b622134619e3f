using System;

namespace RustVsGo;

/// <summary>
/// Declares that values of this type may not cross to another thread (Rust: <c>impl !Send</c>). The same then holds for types
/// that have it as base type, type argument, element type or visible field.
/// </summary>
/// <example><code>[NotSend] public sealed class WindowHandle { /* belongs to the thread that created it */ }</code></example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Delegate,
    AllowMultiple = false,
    Inherited = true)]
public sealed class NotSendAttribute : Attribute
{
}
