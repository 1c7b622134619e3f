namespace RustVsGo.Analyzers.Tests.Documentation;

/// <summary>A fenced block of a Markdown page.</summary>
internal sealed record CodeBlock(string Language, string Text);
