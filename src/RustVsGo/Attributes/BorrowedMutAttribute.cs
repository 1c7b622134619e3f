using System;
using System.Collections.Generic;

namespace RustVsGo;

/// <summary>Declares an exclusive borrow: access for reading and mutating, without ownership and with no other access beside it.</summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>On</term><description>Meaning</description></listheader>
/// <item>
/// <term>parameter</term>
/// <description>The argument is borrowed for the call (Rust: <c>x: &amp;mut T</c>): the callee may mutate it but neither move
/// nor store it, and the caller keeps it.</description>
/// </item>
/// <item>
/// <term>return value, property that is not an auto-property</term>
/// <description>The result is borrowed from its <see cref="Sources"/>, which may not be used while it is (Rust:
/// <c>-&gt; &amp;'a mut T</c>).</description>
/// </item>
/// <item>
/// <term>field, auto-property</term>
/// <description>The object holds an exclusive borrow (Rust: <c>struct S&lt;'a&gt; { f: &amp;'a mut T }</c>) and may not outlive
/// what it borrowed.</description>
/// </item>
/// </list>
/// A struct is borrowed exclusively by a <see langword="ref"/> local or parameter. On a struct that is passed, returned or
/// held by value the attribute contradicts itself, for the mutation would reach a copy only.
/// </remarks>
/// <example><code>static void Rename([BorrowedMut] Config config, string host) => config.Host = host;</code></example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = false,
    Inherited = true)]
public sealed class BorrowedMutAttribute : Attribute
{
    /// <summary>Declares an exclusive borrow.</summary>
    /// <param name="sources">
    /// On a return value or a property that is not an auto-property: the names of the parameters that the result borrows from,
    /// <c>"this"</c> for the receiver. Without a name it borrows from the receiver if that is borrowed, else from the
    /// parameters that are borrowed or carry a borrow. Elsewhere sources have no meaning.
    /// </param>
    public BorrowedMutAttribute(params string[] sources) => Sources = sources;

    /// <summary>Gets the names of what the result is borrowed from; empty where none is named.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>
    /// Gets or sets who keeps the borrow of a parameter beyond the call: <c>"this"</c> for the receiver, which in a constructor
    /// is the new object. Without it the borrow ends with the call.
    /// </summary>
    public string? CapturedBy { get; set; }
}
