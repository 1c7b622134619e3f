using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// Which words stand anywhere in the text of a tree. To say something about ownership, or to reach a type of a library by its name, a project has to
/// write the name of a namespace or an attribute somewhere; a search of the text finds out for a fraction of what it takes to look at each token.
/// Comments and strings count as well: it errs on the side of looking.
/// </summary>
internal sealed class SourceWords
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <param name="tree">The tree that this was made for.</param>
    /// <param name="word">A name as it is declared.</param>
    /// <param name="cancellation">The host's token.</param>
    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public bool Contain(SyntaxTree tree, string word, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(word, out var isThere))
        {
            var text = tree.GetText(cancellation).ToString();
            isThere = text.IndexOf(word, StringComparison.Ordinal) >= 0 || (text.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0 && Escaped(tree, cancellation).Contains(word));
            _known.TryAdd(word, isThere);
        }

        return isThere;
    }

    // A name may be written with escapes (`\u0043onfig`).
    private static HashSet<string> Escaped(SyntaxTree tree, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in tree.GetRoot(cancellation).DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Text.IndexOf('\\') >= 0)
            {
                names.Add(token.ValueText);
            }
        }

        return names;
    }
}
