#if NET8_0_OR_GREATER
using System.Threading.Tasks;
#endif

namespace RustVsGo;

/// <summary>
/// A type that owns a value and is not disposable: it has nothing else to free, and nobody should have to dispose of a lock around a number.
/// </summary>
internal interface IValueOwner
{
    /// <summary>Gets a value indicating whether the value's end has to be awaited.</summary>
    bool EndsAsynchronously { get; }

    /// <summary>Ends the value.</summary>
    void EndValue();

#if NET8_0_OR_GREATER
    /// <summary>Ends the value, asynchronously if it can be.</summary>
    ValueTask EndValueAsync();
#endif
}
