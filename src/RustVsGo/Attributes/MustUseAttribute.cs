using System;

namespace RustVsGo;

/// <summary>
/// Declares that a result may not be dropped silently (Rust: <c>#[must_use]</c>): that of one method, or every result of a type.
/// </summary>
/// <remarks>Assigning it to a discard, <c>_ = Save();</c>, says that it is dropped on purpose.</remarks>
/// <example><code>[MustUse("it tells whether the file was written")] public bool Save() { /* ... */ }</code></example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface
        | AttributeTargets.Delegate | AttributeTargets.Method | AttributeTargets.ReturnValue,
    AllowMultiple = false,
    Inherited = true)]
public sealed class MustUseAttribute : Attribute
{
    /// <summary>Declares that a result may not be dropped silently.</summary>
    /// <param name="why">What the caller misses without the result, as a phrase for the message.</param>
    public MustUseAttribute(string why) => Why = why;

    /// <summary>Gets what the caller misses without the result.</summary>
    public string Why { get; }
}
