using System.Collections.Immutable;

namespace RustVsGo.CodeFixes;

/// <summary>What one fix would do about one diagnostic: never empty, and nothing is changed yet.</summary>
/// <param name="Title">What an editor shows.</param>
/// <param name="Edits">All changes; they are made together or not at all.</param>
internal sealed record Proposal(string Title, ImmutableArray<TextEdit> Edits);
