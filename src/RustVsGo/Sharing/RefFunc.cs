namespace RustVsGo;

/// <summary>What is computed from a guarded value while its lock is held.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TResult">The type of the result.</typeparam>
/// <param name="value">The value itself, not a copy of it.</param>
/// <returns>What leaves the lock.</returns>
public delegate TResult RefFunc<T, out TResult>(ref T value);
