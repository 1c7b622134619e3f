using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Errors;

namespace RustVsGo.Analyzers.Disposal;

/// <summary>Makes a diagnostic of what the checker found about disposal.</summary>
internal static class DisposalDiagnostics
{
    /// <returns>The diagnostic, or null for an error of another kind.</returns>
    public static Diagnostic? Create(BorrowError error, ContractModel contracts) => error switch
    {
        NotDropped lost => Create(lost, contracts),
        DroppedTwice twice => Create(twice),
        _ => null,
    };

    private static Diagnostic Create(NotDropped error, ContractModel contracts)
    {
        var labels = new Labels();
        var isTemporary = error.Kind == LossKind.Temporary;
        var lostAt = error.Kind switch
        {
            LossKind.Thrown when error.LostAt == error.Syntax => null,
            LossKind.Overwritten or LossKind.Thrown => Spans.Of(error.LostAt),
            LossKind.Parameter => Spans.EndOfBody(error.LostAt),
            _ => Spans.EndOfLife(error.LostAt, isTemporary),
        };
        if (lostAt is not null)
        {
            labels.Add(lostAt, DisposalMessages.LossLabel(error), PropertyKeys.LaterUse);
        }

        if (error.DroppedElsewhere is { } elsewhere)
        {
            labels.Add(Spans.Of(elsewhere), DisposalMessages.ElsewhereLabel(), PropertyKeys.Cause);
        }

        var (spans, properties) = labels.Build(ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.Loss, error.Kind.ToString()));
        var loss = error.Creator is IMethodSymbol creator ? contracts.MustUseOf(creator, isAwaited: false)?.Reason : null;
        return Diagnostic.Create(DisposalDescriptors.NotDropped, Spans.Of(error.Syntax), spans, properties, DisposalMessages.NotDropped(error, loss, error.Authority == Authority.Catalog));
    }

    private static Diagnostic Create(DroppedTwice error)
    {
        var labels = new Labels();
        labels.Add(Spans.Of(error.GivenAt), DisposalMessages.GivenLabel(error), PropertyKeys.Cause);
        var (spans, properties) = labels.Build(ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.CauseKind, error.Drop.Kind.ToString()));
        return Diagnostic.Create(DisposalDescriptors.DroppedTwice, Spans.Of(error.Syntax), spans, properties, DisposalMessages.DroppedTwice(error));
    }
}
