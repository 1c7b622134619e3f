using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Diagnostics;
using RustVsGo.Analyzers.Diagnostics.Messages;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Contracts;

/// <summary>
/// RVG0053: an override or implementation says something else about a part than what it overrides or implements (docs/ownership-model.md, section 2).
/// In: the members of one type. What a base leaves open may be stated freely, and what it states may be repeated or left out.
/// </summary>
internal sealed class Promises
{
    private readonly ContractModel _contracts;
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _stating = new(SymbolEqualityComparer.Default);

    public Promises(ContractModel contracts) => _contracts = contracts;

    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public void Check(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var reported = new HashSet<Location>();
        foreach (var member in type.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            if (member is not IMethodSymbol method)
            {
                continue;
            }

            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                Compare(new Pair(method, overridden, type), reported, report);
            }

            if (type.TypeKind == TypeKind.Interface)
            {
                foreach (var implemented in method.ExplicitInterfaceImplementations)
                {
                    Compare(new Pair(method, implemented, type), reported, report);
                }
            }
        }

        if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
        {
            foreach (var @interface in type.AllInterfaces)
            {
                cancellation.ThrowIfCancellationRequested();
                if (States(@interface.OriginalDefinition))
                {
                    CheckImplementations(type, @interface, reported, report);
                }
            }
        }
    }

    private void CheckImplementations(INamedTypeSymbol type, INamedTypeSymbol @interface, HashSet<Location> reported, Action<Diagnostic> report)
    {
        foreach (var member in @interface.GetMembers())
        {
            if (member is not IMethodSymbol implemented
                || type.FindImplementationForInterfaceMember(implemented) is not IMethodSymbol { ContainingType.TypeKind: not TypeKind.Interface } method)
            {
                continue;
            }

            // What the base class implements already was compared there.
            var ofBase = type.BaseType?.FindImplementationForInterfaceMember(implemented);
            if (!SymbolEqualityComparer.Default.Equals(ofBase, method))
            {
                Compare(new Pair(method, implemented, type), reported, report);
            }
        }
    }

    private bool States(INamedTypeSymbol definition)
    {
        if (_stating.TryGetValue(definition, out var known))
        {
            return known;
        }

        var states = false;
        if (_contracts.IsOptedIn(definition.ContainingAssembly))
        {
            foreach (var member in definition.GetMembers())
            {
                states |= member is IMethodSymbol method && Statements.HasAny(method);
            }
        }

        return _stating.GetOrAdd(definition, states);
    }

    private void Compare(Pair pair, HashSet<Location> reported, Action<Diagnostic> report)
    {
        var (method, stated, _) = pair;
        if (!_contracts.IsOptedIn(stated.ContainingAssembly) || !Statements.HasAny(stated))
        {
            return;
        }

        if (Statements.Receiver(stated) is { } receiver)
        {
            var own = Statements.Receiver(method);
            if (own is null ? IsOther(receiver, Inherited(method, name => new StatedParts(method).Method(name), s_receivers)) : !Statements.SameReceiver(own, receiver))
            {
                Report(pair, method, isResult: false, own ?? Inherited(method, name => new StatedParts(method).Method(name), s_receivers)!, own is not null, receiver, stated, reported, report);
            }
        }

        for (var i = 0; i < method.Parameters.Length; i++)
        {
            if (Statements.Parameter(stated, i) is { } parameter)
            {
                CompareParameter(pair, i, parameter, reported, report);
            }
        }

        if (Statements.Return(stated) is { } result && !method.ReturnsVoid)
        {
            CompareReturn(pair, result, reported, report);
        }
    }

    private void CompareParameter(Pair pair, int ordinal, AttributeData stated, HashSet<Location> reported, Action<Diagnostic> report)
    {
        var (method, statedBy, _) = pair;
        var parameter = method.Parameters[ordinal];
        if (Statements.Parameter(method, ordinal) is { } own)
        {
            if (!Statements.SameParameter(own, method, stated, statedBy))
            {
                Report(pair, parameter, isResult: false, own, isOwn: true, stated, statedBy.Parameters[ordinal], reported, report);
            }

            return;
        }

        var inherited = Inherited(method, name => new StatedParts(method).Parameter(ordinal, name), s_modes);
        if (IsOther(stated, inherited))
        {
            Report(pair, parameter, isResult: false, inherited!, isOwn: false, stated, statedBy.Parameters[ordinal], reported, report);
        }
        else if (inherited is null && _contracts.Method(method).Parameters[ordinal].Kind == ParameterKind.Owned && stated.AttributeClass!.Name != AttributeNames.Owned)
        {
            // Implemented by a base class that knows nothing of the interface: its parameter owns by its type.
            var text = AttributeText.Of(stated);
            var message = ContractMessages.OtherPromiseTakes(ContractMessages.PartName(parameter, isResult: false), text, statedBy);
            Report(pair.Place(parameter), message, text, stated, statedBy.Parameters[ordinal], written: null, reported, report);
        }
    }

    private void CompareReturn(Pair pair, AttributeData stated, HashSet<Location> reported, Action<Diagnostic> report)
    {
        var (method, statedBy, _) = pair;
        if (Statements.Return(method) is { } own)
        {
            if (!Statements.SameReturn(own, method, stated, statedBy, _contracts) && !IsStorageThatKeeps(method, own, stated))
            {
                Report(pair, method, isResult: true, own, isOwn: true, stated, statedBy, reported, report);
            }

            return;
        }

        var inherited = Inherited(method, new StatedParts(method).Return, s_modes);
        if (IsOther(stated, inherited))
        {
            Report(pair, method, isResult: true, inherited!, isOwn: false, stated, statedBy, reported, report);
        }
    }

    // On an auto-property the attribute speaks about the field behind it: an object may own what its interface lends.
    private static bool IsStorageThatKeeps(IMethodSymbol method, AttributeData own, AttributeData stated) =>
        method.AssociatedSymbol is IPropertySymbol property && FieldLike.IsAutoProperty(property)
        && (own.AttributeClass!.Name, stated.AttributeClass!.Name) switch
        {
            (AttributeNames.Owned, AttributeNames.Borrowed or AttributeNames.BorrowedMut) => true,
            (AttributeNames.BorrowedMut or AttributeNames.Shared, AttributeNames.Borrowed) => true,
            _ => false,
        };

    private static readonly string[] s_receivers = { AttributeNames.Borrows, AttributeNames.Mutates, AttributeNames.Consumes, AttributeNames.Drop };

    private static readonly string[] s_modes = { AttributeNames.Owned, AttributeNames.Keeps, AttributeNames.Shared, AttributeNames.Borrowed, AttributeNames.BorrowedMut };

    // What a silent method inherits is what the first of its bases says: another base can say otherwise.
    private static AttributeData? Inherited(IMethodSymbol method, Func<string, AttributeData?> find, string[] names)
    {
        foreach (var name in names)
        {
            if (find(name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsOther(AttributeData stated, AttributeData? inherited) =>
        inherited is not null && inherited.AttributeClass!.Name != stated.AttributeClass!.Name;

    private static void Report(
        Pair pair, ISymbol part, bool isResult, AttributeData own, bool isOwn, AttributeData stated, ISymbol statedBy, HashSet<Location> reported, Action<Diagnostic> report)
    {
        var text = AttributeText.Of(stated);
        var member = statedBy is IParameterSymbol ? statedBy.ContainingSymbol : statedBy;
        var message = ContractMessages.OtherPromise(ContractMessages.PartName(part, isResult), AttributeText.Of(own), text, member);
        var isHere = isOwn && pair.IsDeclaredHere;
        var place = isHere ? VocabularyAttribute.Location(own, part) : pair.Place(part);
        var written = isHere ? AttributeText.On(pair.Method, stated, pair.Stated) : null;
        Report(place, message, text, stated, statedBy, written, reported, report);
    }

    private static void Report(
        Location? place, string message, string text, AttributeData stated, ISymbol statedBy, string? written, HashSet<Location> reported, Action<Diagnostic> report)
    {
        if (place is null || !reported.Add(place))
        {
            return;
        }

        var labels = new Labels();
        if (VocabularyAttribute.Location(stated, statedBy) is { } location)
        {
            var member = statedBy is IParameterSymbol ? statedBy.ContainingSymbol : statedBy;
            labels.Add(location, ContractMessages.StatedLabel(text, member), PropertyKeys.Cause);
        }

        var properties = System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty;
        (var spans, properties) = labels.Build(written is not null ? properties.Add(PropertyKeys.Attribute, written) : properties);
        report(Diagnostic.Create(ContractDescriptors.OtherPromise, place, spans, properties, message));
    }

    /// <summary>A method, one that it overrides or implements, and the type for which it does.</summary>
    private readonly record struct Pair(IMethodSymbol Method, IMethodSymbol Stated, INamedTypeSymbol Type)
    {
        public bool IsDeclaredHere => SymbolEqualityComparer.Default.Equals(Method.ContainingType, Type);

        /// <summary>Where to report on <paramref name="part"/> of the method: at the type where the method is inherited.</summary>
        public Location? Place(ISymbol part) => VocabularyAttribute.Location(IsDeclaredHere ? part : Type);
    }
}
