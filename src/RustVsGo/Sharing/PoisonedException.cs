using System;

namespace RustVsGo;

/// <summary>
/// A lock guards a value that an exception may have left half changed (Rust: <c>std::sync::PoisonError</c>). Whoever knows that the value is in order
/// clears the poison.
/// </summary>
public sealed class PoisonedException : InvalidOperationException
{
    /// <summary>Says that the lock is poisoned.</summary>
    public PoisonedException()
        : this("An exception left the guarded value in the middle of a change.")
    {
    }

    /// <summary>Says that the lock is poisoned, in other words.</summary>
    /// <param name="message">The words.</param>
    public PoisonedException(string message)
        : base(message)
    {
    }

    /// <summary>Says that the lock is poisoned, and by what.</summary>
    /// <param name="message">The words.</param>
    /// <param name="innerException">The exception that interrupted the change.</param>
    public PoisonedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
