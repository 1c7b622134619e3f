namespace RustVsGo;

/// <summary>What is done with a guarded value while its lock is held.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value itself, not a copy of it.</param>
public delegate void RefAction<T>(ref T value);
