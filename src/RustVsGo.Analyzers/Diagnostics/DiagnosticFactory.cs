using System.Collections.Immutable;
using System.Linq;
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
    public static Diagnostic? Create(BorrowError error, DeclaredPlaces places)
    {
        var descriptor = Descriptors.Of(error);
        if (descriptor is null)
        {
            return null;
        }

        var labels = new Labels();
        var message = error switch
        {
            UseAfterMove move => Describe(move, places, labels),
            BorrowConflict conflict => Describe(conflict, places, labels),
            IllegalMove move => Describe(move, places, labels),
            WriteThroughShared write => Describe(write, places, labels),
            BorrowEscapes escape => Describe(escape, places, labels),
            _ => "",
        };
        var cause = error switch
        {
            UseAfterMove move => move.Moves[0].Cause,
            BorrowConflict conflict => conflict.Move,
            IllegalMove move => move.Cause,
            BorrowEscapes escape => escape.Cause,
            _ => null,
        };

        var properties = ImmutableDictionary<string, string?>.Empty;
        if (cause is not null)
        {
            properties = properties.Add(PropertyKeys.CauseKind, cause.Kind.ToString());
            AddTaker(cause, places, labels);
        }

        (var spans, properties) = labels.Build(properties);
        var severity = error.Authority == Authority.Catalog ? DiagnosticSeverity.Warning : descriptor.DefaultSeverity;
        return Diagnostic.Create(descriptor, Spans.Of(error.Syntax), severity, spans, properties, message);
    }

    // Who took the value, where it is declared, and where a contract file says so.
    private static void AddTaker(MoveCause cause, DeclaredPlaces places, Labels labels)
    {
        if (cause.Taker is not { } taker)
        {
            return;
        }

        var parameter = cause.Kind == MoveCauseKind.Argument ? taker as IParameterSymbol : null;
        var says = parameter is null ? MoveCauseText.Receiver(taker) : MoveCauseText.Parameter(parameter);
        if (places.Of(taker) is { } declared)
        {
            labels.Add(declared, says, parameter is null ? null : PropertyKeys.Parameter);
        }

        if (places.InFile(taker) is { } line)
        {
            labels.Add(line, MoveCauseText.AsTheContractSays(says));
        }
    }

    private static string Describe(UseAfterMove error, DeclaredPlaces places, Labels labels)
    {
        foreach (var move in error.Moves)
        {
            var isInCatalog = move.Cause.Taker is { } taker && places.IsInCatalog(taker);
            labels.Add(Spans.Of(move.Syntax), UseAfterMoveMessages.MoveLabel(move, error.IsPartial, isInCatalog), PropertyKeys.Cause, move.Cause.Kind.ToString());
            if (move is { UseInClosure: { } inside, IsTheUse: false })
            {
                labels.Add(Spans.Of(inside), ClosureMessages.Move(inside, error.Name));
            }

            if (move.IsInPreviousIteration || move.IsTheUse)
            {
                foreach (var loop in Spans.LoopsAround(move.Syntax, error.Syntax, error.Binding?.Symbol))
                {
                    labels.AddOnce(loop, UseAfterMoveMessages.LoopLabel);
                }
            }
        }

        foreach (var (syntax, name) in error.CapturedMoves)
        {
            labels.Add(Spans.Of(syntax), ClosureMessages.OnceBecause(name));
        }

        AddUse(error, error.Moves.Any(static move => move.IsTheUse), labels);
        AddBinding(error, places, labels);
        return UseAfterMoveMessages.Sentence(error);
    }

    private static string Describe(BorrowConflict error, DeclaredPlaces places, Labels labels)
    {
        labels.Add(Spans.Of(error.BorrowSyntax), ConflictMessages.BorrowLabel(error), PropertyKeys.Cause);
        if (error.BorrowInClosure is { } inside)
        {
            labels.Add(Spans.Of(inside), ClosureMessages.Use(inside, error.BorrowedName));
        }

        if (error.End is { } end && Spans.EndOfLife(end, error.IsTemporary) is { } place)
        {
            labels.Add(place, ConflictMessages.EndLabel(error));
        }

        switch (error.LaterUse)
        {
            case { Kind: LaterUseKind.Call, Syntax: var call } later:
                labels.Add(Spans.OfCallee(call), ConflictMessages.LaterUseLabel(error, later));
                break;
            case { } later:
                labels.Add(Spans.Of(later.Syntax), ConflictMessages.LaterUseLabel(error, later), PropertyKeys.LaterUse);
                break;
        }

        AddUse(error, error.Kind == ConflictKind.MovedWhileBorrowed, labels);
        if (error.Kind is ConflictKind.MovedWhileBorrowed or ConflictKind.DroppedWhileBorrowed or ConflictKind.DoesNotLiveLongEnough)
        {
            AddBinding(error, places, labels);
        }

        return ConflictMessages.Sentence(error);
    }

    private static string Describe(IllegalMove error, DeclaredPlaces places, Labels labels)
    {
        switch (error.Kind)
        {
            case IllegalMoveKind.OutOfBorrow:
                AddRoot(error.Root, isShared: false, places, labels);
                AddReceiver(error, isShared: false, places, labels);
                break;
            case IllegalMoveKind.OutOfCapture:
                labels.Add(Spans.Of(error.Closure!), BindingMessages.CapturedBy);
                if (places.Of(error.Root) is { } declaration)
                {
                    labels.Add(declaration, BindingMessages.Captured(error.Root!));
                }

                if (error.CalledAgainBy is { } parameter && places.Of(parameter) is { } place)
                {
                    labels.Add(place, BindingMessages.CalledAgain(parameter));
                }

                break;
        }

        AddUse(error, isMove: true, labels);
        return PermissionMessages.Sentence(error);
    }

    private static string Describe(WriteThroughShared error, DeclaredPlaces places, Labels labels)
    {
        AddRoot(error.Root, isShared: true, places, labels);
        AddReceiver(error, isShared: true, places, labels);
        AddUse(error, isMove: false, labels);
        return PermissionMessages.Sentence(error);
    }

    private static string Describe(BorrowEscapes error, DeclaredPlaces places, Labels labels)
    {
        AddRoot(error.Source, isShared: false, places, labels);
        if (error.NamesOthers && error.Signature is { } function && places.Of(function) is { } place)
        {
            labels.Add(place, BindingMessages.Signature(function, error));
        }

        if (error.UseInClosure is { } inside)
        {
            labels.Add(Spans.Of(inside), ClosureMessages.Use(inside, error.Source?.Name ?? "this"));
        }

        return PermissionMessages.Sentence(error);
    }

    private static void AddRoot(ISymbol? root, bool isShared, DeclaredPlaces places, Labels labels)
    {
        if (root is not null && places.Of(root) is { } place)
        {
            labels.Add(place, BindingMessages.Root(root, isShared), PropertyKeys.Cause);
        }
    }

    private static void AddReceiver(BorrowError error, bool isShared, DeclaredPlaces places, Labels labels)
    {
        if (error.Member is { } member && places.Of(member) is { } place)
        {
            labels.Add(place, BindingMessages.Receiver(member, isShared));
        }
    }

    // What is reported as a whole nested function happens at one place in its body.
    private static void AddUse(BorrowError error, bool isMove, Labels labels)
    {
        if (error.UseInClosure is { } inside)
        {
            labels.Add(Spans.Of(inside), isMove ? ClosureMessages.Move(inside, error.Name) : ClosureMessages.Use(inside, error.Name));
        }
    }

    // The declaration is no news where it is what is reported: the end of a `using`.
    private static void AddBinding(BorrowError error, DeclaredPlaces places, Labels labels)
    {
        if (error.Binding is { } binding && places.Of(binding.Symbol) is { } place && place != Spans.Of(error.Syntax))
        {
            labels.Add(place, BindingMessages.Declaration(binding));
        }
    }
}
