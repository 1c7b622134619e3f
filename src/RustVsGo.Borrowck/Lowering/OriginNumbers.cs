using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Collections;

namespace RustVsGo.Borrowck.Lowering;

/// <summary>Numbers the syntax that statements come from: one number for one node.</summary>
internal sealed class OriginNumbers : Numbering<SyntaxNode>
{
    private const int Near = 4;

    private readonly Segmented<SyntaxNode> _origins;

    /// <param name="origins">The nodes by number; it grows.</param>
    public OriginNumbers(Segmented<SyntaxNode> origins) => _origins = origins;

    /// <summary>The number of <paramref name="syntax"/>, which gets one if it has none.</summary>
    public int Of(SyntaxNode syntax)
    {
        // What one expression comes to often has several statements, close to each other.
        for (var last = _origins.Count - 1; last >= 0 && last >= _origins.Count - Near; last--)
        {
            if (ReferenceEquals(_origins[last], syntax))
            {
                return last;
            }
        }

        var origin = Find(syntax);
        if (origin < 0)
        {
            origin = _origins.Count;
            _origins.Add(syntax);
            Add(origin);
        }

        return origin;
    }

    protected override int Hash(SyntaxNode key) => key.GetHashCode();

    protected override SyntaxNode KeyOf(int number) => _origins[number];

    protected override bool IsKey(int number, SyntaxNode key) => ReferenceEquals(_origins[number], key);
}
