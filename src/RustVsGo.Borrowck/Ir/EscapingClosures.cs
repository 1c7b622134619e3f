using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace RustVsGo.Borrowck.Ir;

/// <summary>
/// The nested functions of a body whose delegate leaves it. Whether one does is known only after loans were followed; what it captures is
/// then taken instead of borrowed, and the body is checked once more (Rust asks the programmer to write <c>move</c>).
/// </summary>
internal sealed class EscapingClosures
{
    private readonly HashSet<SyntaxNode> _functions = new();

    /// <summary>Whether a function was found since the last <see cref="StartRound"/>.</summary>
    public bool HasGrown { get; private set; }

    public bool Contains(SyntaxNode function) => _functions.Contains(function);

    public void Add(SyntaxNode function) => HasGrown |= _functions.Add(function);

    public void StartRound() => HasGrown = false;
}
