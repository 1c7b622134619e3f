using System;

namespace RustVsGo;

/// <summary>Looks at what a public member was called with.</summary>
internal static class Argument
{
    /// <summary>Refuses what is missing at once: later it would look like an error of the function that was passed, and poison a lock.</summary>
    internal static void NotNull(object? argument, string name)
    {
        if (argument is null)
        {
            throw new ArgumentNullException(name);
        }
    }
}
