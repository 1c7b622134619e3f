using System;

namespace RustVsGo;

/// <summary>A result was taken for a success and was none (Rust: the panic of <c>unwrap</c> and <c>expect</c>). Where the error is an exception, it is the inner one.</summary>
public sealed class UnwrapException : InvalidOperationException
{
    /// <summary>Says that a result was no success.</summary>
    public UnwrapException()
        : this("A result was unwrapped and is an error.")
    {
    }

    /// <summary>Says that a result was no success, in other words.</summary>
    /// <param name="message">The words.</param>
    public UnwrapException(string message)
        : base(message)
    {
    }

    /// <summary>Says that a result was no success, and why.</summary>
    /// <param name="message">The words.</param>
    /// <param name="innerException">The error.</param>
    public UnwrapException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
