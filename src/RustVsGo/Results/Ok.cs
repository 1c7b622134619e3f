namespace RustVsGo;

/// <summary>A success on its way into a <see cref="Result{T, E}"/>, whatever its error type is.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Ok<T>
{
    internal Ok(T value) => Value = value;

    /// <summary>Gets the value.</summary>
    public T Value { get; }
}
