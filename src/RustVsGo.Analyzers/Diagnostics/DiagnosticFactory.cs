using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>Makes a diagnostic of an error: descriptor, primary span, labelled spans, properties for the fixes.</summary>
internal static class DiagnosticFactory
{
    /// <returns>The diagnostic, or null for an error that no rule reports.</returns>
    public static Diagnostic? Create(BorrowError error) => error switch
    {
        UseAfterMove useAfterMove => Create(useAfterMove),
        _ => null,
    };

    private static Diagnostic Create(UseAfterMove error)
    {
        var labels = new Labels();
        foreach (var move in error.Moves)
        {
            labels.Add(Spans.Of(move.Syntax), UseAfterMoveMessages.MoveLabel(move), isCause: true);
        }

        var cause = error.Moves[0].Cause;
        if (cause is { Kind: MoveCauseKind.Argument, Symbol: IParameterSymbol { DeclaringSyntaxReferences: { IsEmpty: false } } parameter })
        {
            labels.Add(parameter.Locations[0], UseAfterMoveMessages.ParameterLabel(parameter));
        }

        var (locations, properties) = labels.Build(
            ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.CauseKind, cause.Kind.ToString()));
        return Diagnostic.Create(
            Descriptors.UseAfterMove,
            Spans.Of(error.Syntax),
            locations,
            properties,
            UseAfterMoveMessages.Sentence(error));
    }
}
