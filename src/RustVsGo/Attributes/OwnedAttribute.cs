using System;

namespace RustVsGo;

/// <summary>Declares a type whose values have exactly one owner, or a place to which ownership of a value passes.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>On</term><description>Meaning</description></listheader>
/// <item>
/// <term>class, struct, record, interface</term>
/// <description>The type is a <em>move type</em>, as every Rust type is that does not implement <c>Copy</c>: assigning a
/// value, passing it to an owning parameter or returning it moves it, and the place that it was moved out of may not be
/// used until it is assigned again. Types derived from it and types that implement it are move types too.</description>
/// </item>
/// <item>
/// <term>parameter</term>
/// <description>The callee takes ownership of the argument (Rust: <c>x: T</c>), whatever its reference type. On an
/// <see langword="out"/> parameter the caller receives ownership.</description>
/// </item>
/// <item>
/// <term>return value</term>
/// <description>The caller receives ownership of the result (Rust: <c>-&gt; T</c>).</description>
/// </item>
/// <item>
/// <term>field, property</term>
/// <description>The object owns the value that it holds there, and its own drop has to drop that value.</description>
/// </item>
/// <item>
/// <term>type parameter</term>
/// <description>The type is a container that owns its elements (Rust: <c>Vec&lt;T&gt;</c>). Where the type argument is a
/// move type, the container is one itself.</description>
/// </item>
/// </list>
/// </remarks>
/// <example>
/// <code>
/// [Owned]
/// public sealed class Config
/// {
///     public string Host { get; set; } = "";
/// }
///
/// static void Send([Owned] Config config) { }
///
/// var config = new Config();
/// Send(config);                       // moved
/// Console.WriteLine(config.Host);     // RVG0382: used after the move
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Parameter
        | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.GenericParameter,
    AllowMultiple = false,
    Inherited = true)]
public sealed class OwnedAttribute : Attribute
{
    /// <summary>
    /// Gets or sets the name of a <see cref="bool"/> parameter of the same member: ownership passes unless its argument is
    /// <see langword="true"/>. Has a meaning on a parameter only, and excludes <see cref="When"/>.
    /// </summary>
    /// <example><code>void Read([Owned(Unless = nameof(leaveOpen))] Stream stream, bool leaveOpen)</code></example>
    public string? Unless { get; set; }

    /// <summary>
    /// Gets or sets the name of a <see cref="bool"/> parameter of the same member: ownership passes only if its argument is
    /// <see langword="true"/>. Has a meaning on a parameter only, and excludes <see cref="Unless"/>.
    /// </summary>
    /// <example><code>void Read([Owned(When = nameof(dispose))] Stream stream, bool dispose)</code></example>
    public string? When { get; set; }
}
