using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>
/// Takes a declaration apart and asks of each of its attributes whether it contradicts something (RVG3001), says nothing (RVG3002), or leaves a
/// source open (RVG0106). What carries no attribute of the vocabulary costs a look at its attributes.
/// </summary>
internal sealed class Declarations
{
    private readonly ContractModel _contracts;

    public Declarations(ContractModel contracts) => _contracts = contracts;

    public void Check(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        Check(new Part(PartKind.Type, type, type.GetAttributes()), report);
        Check(type.TypeParameters, report);
        if (type.DelegateInvokeMethod is { } invoke)
        {
            Check(invoke, report);
        }

        foreach (var member in type.GetMembers())
        {
            // [field: …] on a property: the contract of an auto-property stands on the property.
            if (member is IFieldSymbol { AssociatedSymbol: IPropertySymbol property } field)
            {
                foreach (var attribute in field.GetAttributes())
                {
                    if (VocabularyAttribute.Name(attribute) is { } name)
                    {
                        ReportMissing(name, attribute, new Part(PartKind.Field, property, ImmutableArray<AttributeData>.Empty), "it belongs on the property itself", report);
                    }
                }
            }
        }
    }

    /// <param name="method">The method.</param>
    /// <param name="report">Takes what is found.</param>
    /// <param name="invoke">The method of the delegate that a lambda becomes, or null.</param>
    public void Check(IMethodSymbol method, Action<Diagnostic> report, IMethodSymbol? invoke = null)
    {
        Check(new Part(PartKind.Method, method, method.GetAttributes()), report);
        CheckReturn(method, report, invoke);
        Check(method.TypeParameters, report);

        // The parameters of an indexer stand on the indexer; of a setter's only the value is its own.
        var isAccessor = method.AssociatedSymbol is IPropertySymbol;
        foreach (var parameter in method.Parameters)
        {
            if (!isAccessor || (method.MethodKind == MethodKind.PropertySet && parameter.Ordinal == method.Parameters.Length - 1))
            {
                Check(new Part(PartKind.Parameter, parameter, parameter.GetAttributes()), report);
            }
        }
    }

    public void Check(IPropertySymbol property, Action<Diagnostic> report)
    {
        var part = new Part(PartKind.Property, property, property.GetAttributes());
        Check(part, report);
        foreach (var parameter in property.Parameters)
        {
            Check(new Part(PartKind.Parameter, parameter, parameter.GetAttributes()), report);
        }

        if (!part.IsStorage && property.GetMethod is { } getter)
        {
            CheckSources(getter, part.Attributes, report);
        }
    }

    public void Check(IFieldSymbol field, Action<Diagnostic> report) => Check(new Part(PartKind.Field, field, field.GetAttributes()), report);

    public void Check(IEventSymbol @event, Action<Diagnostic> report) => Check(new Part(PartKind.Event, @event, @event.GetAttributes()), report);

    private void CheckReturn(IMethodSymbol method, Action<Diagnostic> report, IMethodSymbol? invoke = null)
    {
        var attributes = method.GetReturnTypeAttributes();
        if (!AttributeReader.HasAny(attributes))
        {
            return;
        }

        // What stands on a property speaks about the result of its getter too.
        var onProperty = method is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property } ? property.GetAttributes() : ImmutableArray<AttributeData>.Empty;
        Check(new Part(PartKind.Return, method, onProperty.AddRange(attributes)), report, start: onProperty.Length);
        CheckSources(method, attributes, report, invoke);
    }

    private void CheckSources(IMethodSymbol method, ImmutableArray<AttributeData> attributes, Action<Diagnostic> report, IMethodSymbol? invoke = null)
    {
        foreach (var attribute in attributes)
        {
            if (VocabularyAttribute.Name(attribute) is AttributeNames.Borrowed or AttributeNames.BorrowedMut
                && MissingSources.Check(method, attribute, _contracts, invoke) is { } missing)
            {
                report(missing);
            }
        }
    }

    private void Check(ImmutableArray<ITypeParameterSymbol> parameters, Action<Diagnostic> report)
    {
        foreach (var parameter in parameters)
        {
            Check(new Part(PartKind.TypeParameter, parameter, parameter.GetAttributes()), report);
        }
    }

    private void Check(in Part part, Action<Diagnostic> report, int start = 0)
    {
        for (var i = start; i < part.Attributes.Length; i++)
        {
            var attribute = part.Attributes[i];
            if (VocabularyAttribute.Name(attribute) is not { } name)
            {
                continue;
            }

            if (Contradictions.Other(part.Attributes, i, name) is { } other)
            {
                ReportContradiction(attribute, other, part, report);
            }
            else if (Contradictions.Reason(name, attribute, part, _contracts.Types) is { } reason)
            {
                Report(ContractDescriptors.ContradictoryAttribute, attribute, part, ContractMessages.ContradictsPlace(AttributeText.Of(attribute), Name(part), reason), report);
            }
            else if (Effects.Missing(name, attribute, part) is { } missing && Targets.Allow(attribute, part))
            {
                ReportMissing(name, attribute, part, missing, report);
            }
        }
    }

    private static void ReportContradiction(AttributeData attribute, AttributeData other, in Part part, Action<Diagnostic> report)
    {
        if (VocabularyAttribute.Location(attribute, part.Symbol) is not { } place)
        {
            return;
        }

        var labels = new Labels();
        if (VocabularyAttribute.Location(other, part.Symbol) is { } otherPlace)
        {
            labels.Add(otherPlace, ContractMessages.OtherLabel(AttributeText.Of(other)), PropertyKeys.Cause);
        }

        var (spans, properties) = labels.Build(ImmutableDictionary<string, string?>.Empty);
        var message = ContractMessages.Contradicts(AttributeText.Of(attribute), Name(part), AttributeText.Of(other));
        report(Diagnostic.Create(ContractDescriptors.ContradictoryAttribute, place, spans, properties, message));
    }

    private static void ReportMissing(string name, AttributeData attribute, in Part part, string reason, Action<Diagnostic> report) =>
        Report(
            ContractDescriptors.AttributeWithoutEffect,
            attribute,
            part,
            ContractMessages.WithoutEffect(VocabularyAttribute.Written(name), Name(part), reason),
            report);

    private static void Report(DiagnosticDescriptor descriptor, AttributeData attribute, in Part part, string message, Action<Diagnostic> report)
    {
        if (VocabularyAttribute.Location(attribute, part.Symbol) is { } place)
        {
            report(Diagnostic.Create(descriptor, place, message));
        }
    }

    private static string Name(in Part part) => ContractMessages.PartName(part.Symbol, part.Kind == PartKind.Return);
}
