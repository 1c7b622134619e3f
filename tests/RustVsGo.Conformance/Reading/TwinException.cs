namespace RustVsGo.Conformance.Reading;

/// <summary>A twin's file that cannot be read; the message names file and line.</summary>
internal sealed class TwinException(string name, int line, string message) : Exception($"{name}.twin({line}): {message}");
