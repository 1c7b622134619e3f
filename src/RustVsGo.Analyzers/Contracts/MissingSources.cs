using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>RVG0106: a result that is borrowed, and a signature that leaves open from what. Which sources it could be is asked of the checker's own elision.</summary>
internal static class MissingSources
{
    /// <param name="method">The method.</param>
    /// <param name="attribute">What it says about its result.</param>
    /// <param name="contracts">The contracts.</param>
    /// <param name="invoke">The method of the delegate that a lambda becomes, or null.</param>
    /// <returns>The report, or null where <paramref name="attribute"/> names its sources or there is exactly one.</returns>
    public static Diagnostic? Check(IMethodSymbol method, AttributeData attribute, ContractModel contracts, IMethodSymbol? invoke)
    {
        if (!AttributeReader.Names(attribute).IsEmpty || method.ReturnsVoid || VocabularyAttribute.Location(attribute, method) is not { } place)
        {
            return null;
        }

        var result = contracts.Function(method, invoke).Return;
        if (result.Kind is not (ReturnKind.Borrowed or ReturnKind.BorrowedMut) || result.Sources.Length == 1)
        {
            return null;
        }

        var names = ImmutableArray.CreateBuilder<string>(result.Sources.Length);
        var labels = new Labels();
        foreach (var source in result.Sources)
        {
            var parameter = source == ReturnContract.Receiver ? null : method.Parameters[source];
            names.Add(parameter?.Name ?? "this");
            if (parameter is not null && VocabularyAttribute.Location(parameter) is { } declared)
            {
                labels.Add(declared, ContractMessages.CandidateLabel(parameter));
            }
        }

        var candidates = names.MoveToImmutable();
        var properties = ImmutableDictionary<string, string?>.Empty.Add(PropertyKeys.Sources, string.Join(",", candidates));
        (var spans, properties) = labels.Build(properties);
        var message = ContractMessages.MissingSource(method, candidates);
        return Diagnostic.Create(ContractDescriptors.MissingSource, place, spans, properties, message);
    }
}
