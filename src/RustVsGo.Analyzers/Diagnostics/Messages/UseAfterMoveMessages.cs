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
    public static string MoveLabel(MoveSite site) => "Value " + Cause(site, withLine: false);

    /// <summary>What the span of the parameter that takes ownership says.</summary>
    public static string ParameterLabel(IParameterSymbol parameter) =>
        "Parameter '" + parameter.Name + "' of " + Callee(parameter) + " takes ownership";

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
            if (move.Cause.Kind is not (MoveCauseKind.Dropped or MoveCauseKind.UsingEnded))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cause(MoveSite site, bool withLine)
    {
        var text = new StringBuilder(site.Cause.Kind switch
        {
            MoveCauseKind.Argument => "moved into " + Callee(site.Cause.Symbol),
            MoveCauseKind.Receiver => "moved by the call of '" + site.Cause.Symbol?.Name + "'",
            MoveCauseKind.Returned => "moved to the caller",
            MoveCauseKind.Stored => "moved into what stores it",
            MoveCauseKind.Captured => "moved into the closure",
            MoveCauseKind.Dropped => "dropped by '" + site.Cause.Symbol?.Name + "'",
            MoveCauseKind.UsingEnded => "dropped at the end of its 'using'",
            _ => "moved",
        });
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

    private static string Callee(ISymbol? parameter) => parameter?.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => "'new " + constructor.ContainingType.Name + "'",
        IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke => "'" + invoke.ContainingType.Name + "'",
        IMethodSymbol { AssociatedSymbol: { } associated } => "'" + associated.Name + "'",
        { Name: { Length: > 0 } name } => "'" + name + "'",
        _ => "the callee",
    };
}
