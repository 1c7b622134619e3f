namespace RustVsGo;

/// <summary>A failure on its way into a <see cref="Result{T, E}"/>, whatever its value type is: so that it is handed on without being named again.</summary>
/// <typeparam name="E">The type of the error.</typeparam>
public readonly struct Err<E>
{
    internal Err(E error) => Error = error;

    /// <summary>Gets the error.</summary>
    public E Error { get; }
}
