using System;
using System.Collections.Generic;

namespace RustVsGo;

/// <summary>Declares a shared borrow: access for reading, without ownership.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>On</term><description>Meaning</description></listheader>
/// <item>
/// <term>parameter</term>
/// <description>The argument is borrowed for the call (Rust: <c>x: &amp;T</c>): the callee may not move, mutate or store it,
/// and the caller keeps it. On a parameter of a delegate type: the callback does not outlive the call.</description>
/// </item>
/// <item>
/// <term>return value, property that is not an auto-property</term>
/// <description>The result is borrowed from its <see cref="Sources"/> and may not outlive them (Rust:
/// <c>-&gt; &amp;'a T</c>).</description>
/// </item>
/// <item>
/// <term>field, auto-property</term>
/// <description>The object holds a borrow (Rust: <c>struct S&lt;'a&gt; { f: &amp;'a T }</c>). That makes its type a
/// <em>borrow-carrying type</em>, whose values may not outlive what they borrowed.</description>
/// </item>
/// </list>
/// A borrow of a struct is a <see langword="ref readonly"/> local or an <see langword="in"/> parameter.
/// </remarks>
/// <example>
/// <code>
/// static void PrintHost([Borrowed] Config config) => Console.WriteLine(config.Host);
///
/// var config = new Config();
/// PrintHost(config);      // borrowed for the call
/// PrintHost(config);      // 'config' is still the owner
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = false,
    Inherited = true)]
public sealed class BorrowedAttribute : Attribute
{
    /// <summary>Declares a shared borrow.</summary>
    /// <param name="sources">
    /// On a return value or a property that is not an auto-property: the names of the parameters that the result borrows from,
    /// <c>"this"</c> for the receiver. Without a name it borrows from the receiver if that is borrowed, else from the
    /// parameters that are borrowed or carry a borrow. Elsewhere sources have no meaning.
    /// </param>
    /// <example><code>[return: Borrowed(nameof(first), nameof(second))]</code></example>
    public BorrowedAttribute(params string[] sources) => Sources = sources;

    /// <summary>Gets the names of what the result is borrowed from; empty where none is named.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>
    /// Gets or sets who keeps the borrow of a parameter beyond the call: <c>"this"</c> for the receiver, which in a constructor
    /// is the new object. Without it the borrow ends with the call.
    /// </summary>
    /// <example><code>public Cursor([Borrowed(CapturedBy = "this")] Document document)</code></example>
    public string? CapturedBy { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether only enumerating the result borrows from its sources, and not holding it: the
    /// contract of a lazily evaluated sequence. Has a meaning on a return value only.
    /// </summary>
    public bool Deferred { get; set; }
}
