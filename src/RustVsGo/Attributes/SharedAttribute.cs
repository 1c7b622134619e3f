using System;

namespace RustVsGo;

/// <summary>
/// Declares that a value has no single owner: a singleton, a cached instance, an object that outlives all who use it.
/// </summary>
/// <remarks>
/// Such a value may be aliased, stored and mutated freely. It may be neither moved into an owner nor dropped by one of its
/// users. The counterparts in Rust are <c>&amp;'static T</c>, <c>Rc&lt;T&gt;</c> and <c>Cell&lt;T&gt;</c>.
/// </remarks>
/// <example><code>[Shared] public static Config Default { get; } = new Config();</code></example>
[AttributeUsage(
    AttributeTargets.ReturnValue | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property,
    AllowMultiple = false,
    Inherited = true)]
public sealed class SharedAttribute : Attribute
{
}
