using System.Collections.Immutable;
using System.Linq;

namespace RustVsGo.CodeFixes;

/// <summary>What one fix would do about one diagnostic: never empty, and nothing is changed yet.</summary>
/// <param name="Title">What an editor shows.</param>
/// <param name="Edits">All changes; they are made together or not at all.</param>
/// <param name="Variable">The variable that the changes declare, if any, so that its name can still give way to that of another proposal.</param>
internal sealed record Proposal(string Title, ImmutableArray<TextEdit> Edits, NewVariable? Variable = null)
{
    /// <summary>A proposal that declares <paramref name="variable"/>, for now by the best of its names.</summary>
    public Proposal(string title, NewVariable variable)
        : this(title, variable.EditsWith(variable.Names.First()), variable)
    {
    }
}
