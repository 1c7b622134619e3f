using System;
#if NET8_0_OR_GREATER
using System.Threading.Tasks;
#endif

namespace RustVsGo;

/// <summary>Ends what an owner owns: a value that is disposable, or one inside a lock that is not (Rust: drop glue).</summary>
internal static class Ending
{
    /// <summary>Whether the value's end has to be awaited.</summary>
    internal static bool IsAsynchronous<T>(T value) =>
#if NET8_0_OR_GREATER
        value is IValueOwner owner ? owner.EndsAsynchronously : value is IAsyncDisposable and not IDisposable;
#else
        false;
#endif

    /// <summary>Ends a value that does not have to be awaited.</summary>
    internal static void End<T>(T value)
    {
        if (value is IDisposable disposable)
        {
            disposable.Dispose();
        }
        else if (value is IValueOwner owner)
        {
            owner.EndValue();
        }
    }

#if NET8_0_OR_GREATER
    /// <summary>Ends a value, asynchronously if it can be.</summary>
    internal static ValueTask EndAsync<T>(T value)
    {
        if (value is IAsyncDisposable asynchronous)
        {
            return asynchronous.DisposeAsync();
        }

        if (value is IValueOwner owner)
        {
            return owner.EndValueAsync();
        }

        (value as IDisposable)?.Dispose();
        return default;
    }
#endif
}
