using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;
using RustVsGo.Borrowck.Ir;

namespace RustVsGo.Analyzers.Diagnostics;

/// <summary>Makes a diagnostic of an error: descriptor, primary span, labelled spans, properties for the fixes.</summary>
internal static class DiagnosticFactory
{
    /// <returns>The diagnostic, or null for an error whose rule does not report yet.</returns>
    public static Diagnostic? Create(BorrowError error, Compilation compilation)
    {
        var descriptor = Descriptors.Of(error);
        if (descriptor is null)
        {
            return null;
        }

        var labels = new Labels();
        var message = error switch
        {
            UseAfterMove move => Describe(move, labels),
            BorrowConflict conflict => Describe(conflict, labels),
            IllegalMove move => Describe(move, labels),
            WriteThroughShared write => Describe(write, labels),
            BorrowEscapes escape => Describe(escape, labels),
            _ => "",
        };
        var cause = error switch
        {
            UseAfterMove move => move.Moves[0].Cause,
            BorrowConflict conflict => conflict.Move,
            IllegalMove move => move.Cause,
            _ => null,
        };

        var properties = ImmutableDictionary<string, string?>.Empty;
        if (cause is not null)
        {
            properties = properties.Add(PropertyKeys.CauseKind, cause.Kind.ToString());
            AddTaker(cause, compilation, labels);
        }

        (var spans, properties) = labels.Build(properties);
        var severity = error.Authority == Authority.Catalog ? DiagnosticSeverity.Warning : descriptor.DefaultSeverity;
        return Diagnostic.Create(descriptor, Spans.Of(error.Syntax), severity, spans, properties, message);
    }

    // Who took the value, where it is declared. What another project declares has a place in source too, but none that this compilation may point at.
    private static void AddTaker(MoveCause cause, Compilation compilation, Labels labels)
    {
        if (cause.Symbol is not { Locations: { IsEmpty: false } locations } taker || locations[0].SourceTree is not { } tree || !compilation.ContainsSyntaxTree(tree))
        {
            return;
        }

        switch (cause.Kind)
        {
            case MoveCauseKind.Argument when taker is IParameterSymbol parameter:
                labels.Add(locations[0], MoveCauseText.Parameter(parameter), PropertyKeys.Parameter);
                break;
            case MoveCauseKind.Receiver:
                labels.Add(locations[0], MoveCauseText.Receiver(taker));
                break;
        }
    }

    private static string Describe(UseAfterMove error, Labels labels)
    {
        foreach (var move in error.Moves)
        {
            labels.Add(Spans.Of(move.Syntax), UseAfterMoveMessages.MoveLabel(move, error.IsPartial), PropertyKeys.Cause);
        }

        return UseAfterMoveMessages.Sentence(error);
    }

    private static string Describe(BorrowConflict error, Labels labels)
    {
        labels.Add(Spans.Of(error.BorrowSyntax), ConflictMessages.BorrowLabel(error), PropertyKeys.Cause);
        if (error.End is { } end && Spans.EndOfLife(end, error.IsTemporary) is { } place)
        {
            labels.Add(place, ConflictMessages.EndLabel(error));
        }

        if (error.LaterUse is { } later)
        {
            labels.Add(Spans.Of(later), ConflictMessages.LaterUseLabel(error), PropertyKeys.LaterUse);
        }

        return ConflictMessages.Sentence(error);
    }

    private static string Describe(IllegalMove error, Labels labels)
    {
        if (error.Kind == IllegalMoveKind.OutOfBorrow)
        {
            AddRoot(error.Root, isShared: false, labels);
        }

        return PermissionMessages.Sentence(error);
    }

    private static string Describe(WriteThroughShared error, Labels labels)
    {
        AddRoot(error.Root, isShared: true, labels);
        return PermissionMessages.Sentence(error);
    }

    private static string Describe(BorrowEscapes error, Labels labels)
    {
        AddRoot(error.Source, isShared: false, labels);
        return PermissionMessages.Sentence(error);
    }

    private static void AddRoot(ISymbol? root, bool isShared, Labels labels)
    {
        if (root is { Locations: { IsEmpty: false } locations } && locations[0].IsInSource)
        {
            labels.Add(locations[0], PermissionMessages.RootLabel(root, isShared), PropertyKeys.Cause);
        }
    }
}
