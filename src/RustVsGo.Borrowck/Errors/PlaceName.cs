using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Borrowck.Errors;

/// <summary>Names a place as the source writes it: no dereferences, no temporaries.</summary>
internal static class PlaceName
{
    /// <returns>The name, or the text of <paramref name="origin"/> when the place starts in something that has no name.</returns>
    public static string Of(Body body, Place place, int origin)
    {
        var local = body.Locals[place.Local];
        if (local.Name.Length == 0)
        {
            return Shorten(body.Origins[origin].ToString());
        }

        return Of(local.Name, place.Projections);
    }

    /// <summary>The name of what a nested function moved: <c>this</c> or a captured variable, and the way from it.</summary>
    public static string Of(CapturedMove move) => Of(move.Root?.Name ?? "this", move.Projections);

    private static string Of(string root, ImmutableArray<Projection> projections)
    {
        // A parameter of a primary constructor is a field of `this` that the source calls by its own name.
        var text = new StringBuilder(!projections.IsEmpty && projections[0].Member is IParameterSymbol parameter ? parameter.Name : root);
        foreach (var projection in projections)
        {
            if (projection.Member is IParameterSymbol)
            {
                continue;
            }

            switch (projection.Kind)
            {
                case ProjectionKind.Field:
                    text.Append('.').Append(projection.Member!.Name);
                    break;
                case ProjectionKind.Element:
                    text.Append("[..]");
                    break;
            }
        }

        return text.ToString();
    }

    // An expression over several lines says less than its beginning.
    private static string Shorten(string text)
    {
        var end = text.IndexOfAny(new[] { '\r', '\n' });
        return end < 0 ? text : text.Substring(0, end).TrimEnd() + "…";
    }
}
