using System.Text;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers.Diagnostics.Messages;

/// <summary>What RVG0382 says.</summary>
internal static class UseAfterMoveMessages
{
    /// <summary>The sentence, with every cause in its tail.</summary>
    public static string Sentence(UseAfterMove error)
    {
        var text = new StringBuilder(Verb(error.Use)).Append(" of ");
        if (error.IsPartial)
        {
            text.Append("partially ");
        }

        text.Append(WasDropped(error) ? "dropped" : "moved").Append(" value '").Append(error.Name).Append('\'');
        if (error.Use == UseAfterMoveKind.EndOfUsing)
        {
            text.Append(", which its 'using' disposes");
        }

        text.Append(" (");
        for (var i = 0; i < error.Moves.Length; i++)
        {
            text.Append(i == 0 ? "" : "; ").Append(Cause(error.Moves[i], withLine: true));
        }

        return text.Append(')').ToString();
    }

    /// <summary>What the span of a move says.</summary>
    public static string MoveLabel(MoveSite site, bool isPartial, bool isInCatalog) =>
        (isPartial ? "Value partially " : "Value ") + Cause(site, withLine: false) + (isInCatalog ? ", as the catalog says" : "");

    /// <summary>What a loop says that both the move and the use stand in.</summary>
    public const string LoopLabel = "Inside of this loop";

    private static string Verb(UseAfterMoveKind use) => use switch
    {
        UseAfterMoveKind.Borrow => "Borrow",
        UseAfterMoveKind.PartialAssignment => "Assignment to a part",
        UseAfterMoveKind.Drop or UseAfterMoveKind.EndOfUsing => "Drop",
        _ => "Use",
    };

    private static bool WasDropped(UseAfterMove error)
    {
        foreach (var move in error.Moves)
        {
            if (!move.Cause.IsDrop)
            {
                return false;
            }
        }

        return true;
    }

    private static string Cause(MoveSite site, bool withLine)
    {
        var text = new StringBuilder(MoveCauseText.Of(site.Cause));
        if (site.IsTheUse)
        {
            return text.Append(" here, in a previous iteration of the loop").ToString();
        }

        if (withLine)
        {
            text.Append(" at line ").Append(Spans.Line(Spans.Of(site.Syntax)));
        }
        else
        {
            text.Append(" here");
        }

        if (site.IsInPreviousIteration)
        {
            text.Append(", in a previous iteration of the loop");
        }

        return text.ToString();
    }
}
