using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Analyzers.Configuration;
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

    private readonly ImmutableArray<AdditionalText> _files;

    /// <param name="contracts">The contracts.</param>
    /// <param name="files">The additional files, where the lines of the project's contract files stand.</param>
    public Promises(ContractModel contracts, ImmutableArray<AdditionalText> files)
    {
        _contracts = contracts;
        _files = files;
    }

    /// <exception cref="OperationCanceledException">The host asked to stop.</exception>
    public void Check(INamedTypeSymbol type, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellation)
    {
        var reports = new Reports(report, compilation, _files);
        foreach (var member in type.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            if (member is not IMethodSymbol method)
            {
                continue;
            }

            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                Compare(new Pair(method, overridden, type), reports);
            }

            if (type.TypeKind == TypeKind.Interface)
            {
                foreach (var implemented in method.ExplicitInterfaceImplementations)
                {
                    Compare(new Pair(method, implemented, type), reports);
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
                    CheckImplementations(type, @interface, reports);
                }
            }
        }
    }

    private void CheckImplementations(INamedTypeSymbol type, INamedTypeSymbol @interface, Reports reports)
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
                Compare(new Pair(method, implemented, type), reports);
            }
        }
    }

    private bool States(INamedTypeSymbol definition)
    {
        if (_stating.TryGetValue(definition, out var known))
        {
            return known;
        }

        var states = _contracts.MayHaveLines(definition);
        if (!states && _contracts.IsOptedIn(definition.ContainingAssembly))
        {
            foreach (var member in definition.GetMembers())
            {
                states |= member is IMethodSymbol method && Statements.HasAny(method);
            }
        }

        return _stating.GetOrAdd(definition, states);
    }

    private void Compare(Pair pair, Reports reports)
    {
        var (method, stated, _) = pair;
        if (!Statements.MayHaveAny(stated, _contracts))
        {
            return;
        }

        CompareReceiver(pair, reports);
        for (var i = 0; i < method.Parameters.Length; i++)
        {
            CompareParameter(pair, i, reports);
        }

        if (!method.ReturnsVoid)
        {
            CompareReturn(pair, reports);
        }

        reports.Remember(method, stated);
    }

    private void CompareReceiver(Pair pair, Reports reports)
    {
        if (Statements.Receiver(pair.Stated, _contracts) is not { } stated)
        {
            return;
        }

        var own = Statement.Of(Statements.Receiver(pair.Method));
        if (own is not null
            ? !Statements.SameReceiver(own, pair.Method, stated, pair.Stated, _contracts)
            : IsOther(own = reports.Inherited(pair.Method, other => Statements.Receiver(other, _contracts)), stated))
        {
            Report(pair, pair.Method, isResult: false, own!, stated, pair.Stated, reports);
        }
    }

    private void CompareParameter(Pair pair, int ordinal, Reports reports)
    {
        var (method, statedBy, _) = pair;
        if (Statements.Parameter(statedBy, ordinal, _contracts) is not { } stated)
        {
            return;
        }

        var parameter = method.Parameters[ordinal];
        var own = Statement.Of(Statements.Parameter(method, ordinal));
        if (own is not null
            ? !Statements.SameParameter(own, method, stated, statedBy)
            : IsOther(own = reports.Inherited(method, other => Statements.Parameter(other, ordinal, _contracts)), stated))
        {
            Report(pair, parameter, isResult: false, own!, stated, statedBy.Parameters[ordinal], reports);
        }
        else if (own is null && !stated.IsOfCatalog && stated.Name != AttributeNames.Owned && _contracts.Method(method).Parameters[ordinal].Kind == ParameterKind.Owned)
        {
            // Implemented by a base class that knows nothing of the interface: its parameter owns by its type.
            var message = ContractMessages.OtherPromiseTakes(ContractMessages.PartName(parameter, isResult: false), stated.Text, statedBy);
            reports.Add(pair.Place(parameter), message, stated, statedBy.Parameters[ordinal], written: null);
        }
    }

    private void CompareReturn(Pair pair, Reports reports)
    {
        var (method, statedBy, _) = pair;
        if (Statements.Return(statedBy, _contracts) is not { } stated)
        {
            return;
        }

        var own = Statement.Of(Statements.Return(method));
        if (own is not null
                ? !Statements.SameReturn(own, method, stated, statedBy, _contracts) && !IsStorageThatKeeps(method, own, stated)
                : IsOther(own = reports.Inherited(method, other => Statements.Return(other, _contracts)), stated))
        {
            Report(pair, method, isResult: true, own!, stated, statedBy, reports);
        }
    }

    // On an auto-property the attribute speaks about the field behind it: an object may own what its interface lends.
    private static bool IsStorageThatKeeps(IMethodSymbol method, Statement own, Statement stated) =>
        method.AssociatedSymbol is IPropertySymbol property && FieldLike.IsAutoProperty(property)
        && (own.Name, stated.Name) switch
        {
            (AttributeNames.Owned, AttributeNames.Borrowed or AttributeNames.BorrowedMut) => true,
            (AttributeNames.BorrowedMut or AttributeNames.Shared, AttributeNames.Borrowed) => true,
            _ => false,
        };

    // What a silent method inherits is what the first of its bases says: another base can say otherwise. Where the catalog does, nobody in code has
    // contradicted anything.
    private static bool IsOther(Statement? inherited, Statement stated) =>
        inherited is { IsOfCatalog: false } && !stated.IsOfCatalog && inherited.Name != stated.Name;

    private static void Report(Pair pair, ISymbol part, bool isResult, Statement own, Statement stated, ISymbol statedBy, Reports reports)
    {
        var message = ContractMessages.OtherPromise(ContractMessages.PartName(part, isResult), own.Text, stated.Text, pair.Stated, stated.IsOfCatalog);
        var isOwn = pair.IsDeclaredHere && own.Attribute is { } attribute && IsOn(attribute, pair.Method, part, isResult);
        var written = isOwn ? stated.TextOn(pair.Method, pair.Stated) : null;
        reports.Add(isOwn ? VocabularyAttribute.Location(own.Attribute!, part) : pair.Place(part), message, stated, statedBy, written);
    }

    private static bool IsOn(AttributeData attribute, IMethodSymbol method, ISymbol part, bool isResult) =>
        ReferenceEquals(attribute, part is IParameterSymbol parameter ? Statements.Parameter(method, parameter.Ordinal) : isResult ? Statements.Return(method) : Statements.Receiver(method));

    /// <summary>What was compared and reported for one type, each place once.</summary>
    private sealed class Reports
    {
        private readonly Action<Diagnostic> _report;
        private readonly Compilation _compilation;
        private readonly HashSet<Location> _places = new();
        private readonly List<(IMethodSymbol Method, IMethodSymbol Stated)> _compared = new();

        private readonly ImmutableArray<AdditionalText> _files;

        public Reports(Action<Diagnostic> report, Compilation compilation, ImmutableArray<AdditionalText> files)
        {
            _report = report;
            _compilation = compilation;
            _files = files;
        }

        public void Remember(IMethodSymbol method, IMethodSymbol stated) => _compared.Add((method, stated));

        /// <summary>What the first of the bases compared so far says.</summary>
        public Statement? Inherited(IMethodSymbol method, Func<IMethodSymbol, Statement?> part)
        {
            foreach (var (compared, stated) in _compared)
            {
                if (SymbolEqualityComparer.Default.Equals(compared, method) && part(stated) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        /// <param name="place">Where to report; null where that is not in source.</param>
        /// <param name="message">The sentence.</param>
        /// <param name="stated">What the base says.</param>
        /// <param name="statedBy">The part that it stands on.</param>
        /// <param name="written">How it would be written at the place; null where nothing can be written there.</param>
        public void Add(Location? place, string message, Statement stated, ISymbol statedBy, string? written)
        {
            // What a base of another project does with an interface of this one stands there.
            if (place is null || (place.SourceTree is { } tree && !_compilation.ContainsSyntaxTree(tree)) || !_places.Add(place))
            {
                return;
            }

            var labels = new Labels(_compilation);
            if (PlaceOf(stated, statedBy) is { } location)
            {
                labels.Add(location, ContractMessages.StatedLabel(stated.Text, statedBy is IParameterSymbol ? statedBy.ContainingSymbol : statedBy), PropertyKeys.Cause);
            }

            var properties = ImmutableDictionary<string, string?>.Empty;
            (var spans, properties) = labels.Build(written is null ? properties : properties.Add(PropertyKeys.Attribute, written));
            _report(Diagnostic.Create(ContractDescriptors.OtherPromise, place, spans, properties, message));
        }

        // The catalog has no place that a diagnostic could point at.
        private Location? PlaceOf(Statement stated, ISymbol statedBy) =>
            stated.Attribute is { } attribute ? VocabularyAttribute.Location(attribute, statedBy)
            : stated.Line is { Authority: Authority.Stated } line ? ProjectContracts.LocationOf(line.Path, line.Span, _files)
            : null;
    }

    /// <summary>A method, one that it overrides or implements, and the type for which it does.</summary>
    private readonly record struct Pair(IMethodSymbol Method, IMethodSymbol Stated, INamedTypeSymbol Type)
    {
        public bool IsDeclaredHere => SymbolEqualityComparer.Default.Equals(Method.ContainingType, Type);

        /// <summary>Where to report on <paramref name="part"/> of the method: at the type where the method is inherited.</summary>
        public Location? Place(ISymbol part) => VocabularyAttribute.Location(IsDeclaredHere ? part : Type);
    }
}
