using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Gate;

/// <summary>
/// Collects from a referenced assembly the names through which a body can reach a move type or a contract. Keeps names alone, no symbol,
/// so that they outlive the compilation.
/// </summary>
internal sealed class OwnershipNames
{
    /// <summary>Of types and members.</summary>
    public HashSet<string> Names { get; } = new();

    /// <summary>Of move types and what holds them or borrows.</summary>
    public HashSet<string> Owned { get; } = new();

    /// <summary>Of types through whose values a contract is reached without a name.</summary>
    public HashSet<string> Spreading { get; } = new();

    /// <exception cref="System.OperationCanceledException">The host asked to stop.</exception>
    public static OwnershipNames Of(IAssemblySymbol assembly, ContractModel contracts, CancellationToken cancellation)
    {
        var names = new OwnershipNames();
        new Collector(names, contracts, cancellation).AddAll(assembly.GlobalNamespace);
        return names;
    }

    /// <summary>The names of the types and members that a project's contract files speak about.</summary>
    public static OwnershipNames Of(ImmutableArray<ContractFile> files)
    {
        var names = new OwnershipNames();
        foreach (var file in files)
        {
            foreach (var line in file.Lines)
            {
                names.Add(line.Id);
            }
        }

        return names;
    }

    // Of "M:System.Collections.Generic.List`1.Add(`0)": List and Add. Through a member without a name its type is enough.
    private void Add(string id)
    {
        var end = id.IndexOfAny(new[] { '(', '~' });
        var pieces = (end < 0 ? id.Substring(2) : id.Substring(2, end - 2)).Split('.');
        var last = WithoutArity(pieces[pieces.Length - 1]);
        Names.Add(last);
        if (last.StartsWith("get_", System.StringComparison.Ordinal) || last.StartsWith("set_", System.StringComparison.Ordinal))
        {
            Names.Add(last.Substring(4));
        }

        if (id[0] == 'T')
        {
            Owned.Add(last);
        }
        else if (pieces.Length > 1)
        {
            var type = WithoutArity(pieces[pieces.Length - 2]);
            Names.Add(type);
            Spreading.Add(type);
        }
    }

    private static string WithoutArity(string name)
    {
        var tick = name.IndexOf('`');
        return tick < 0 ? name : name.Substring(0, tick);
    }

    private sealed class Collector
    {
        private readonly OwnershipNames _names;
        private readonly ContractModel _contracts;
        private readonly CancellationToken _cancellation;
        private readonly Dictionary<ITypeSymbol, bool> _unnamed = new(SymbolEqualityComparer.Default);

        public Collector(OwnershipNames names, ContractModel contracts, CancellationToken cancellation)
        {
            _names = names;
            _contracts = contracts;
            _cancellation = cancellation;
        }

        public void AddAll(INamespaceSymbol space)
        {
            _cancellation.ThrowIfCancellationRequested();
            foreach (var member in space.GetMembers())
            {
                if (member is INamespaceSymbol inner)
                {
                    AddAll(inner);
                }
                else if (member is INamedTypeSymbol type && !IsVocabulary(type))
                {
                    AddType(type);
                }
            }
        }

        private static bool IsVocabulary(INamedTypeSymbol type) => type.Name.EndsWith("Attribute", System.StringComparison.Ordinal) && AttributeReader.IsVocabulary(type);

        private void AddType(INamedTypeSymbol type)
        {
            var types = _contracts.Types;
            var isOwned = types.MentionsMoveType(type);
            if (isOwned)
            {
                _names.Owned.Add(type.Name);
            }

            if (Delegates(type) || MentionsUnnamed(type) || SaysSomethingOfItsValues(type) || OtherVocabularies.MustDispose(type))
            {
                _names.Spreading.Add(type.Name);
            }

            foreach (var member in type.GetMembers())
            {
                switch (member)
                {
                    case INamedTypeSymbol nested:
                        AddType(nested);
                        break;
                    case { IsStatic: false } when isOwned:
                        // Whoever has a value of the type got it from something that mentions the type, and has a name for that.
                        break;
                    case IFieldSymbol field when types.MentionsMoveType(field.Type) || AttributeReader.HasAny(field.GetAttributes()):
                    case IPropertySymbol property when types.MentionsMoveType(property.Type) || AttributeReader.HasAny(property.GetAttributes()):
                    case IEventSymbol @event when types.MentionsMoveType(@event.Type):
                        _names.Names.Add(member.Name);
                        break;
                    case IPropertySymbol property when MentionsUnnamed(property.Type):
                    case IFieldSymbol field when MentionsUnnamed(field.Type):
                    case IEventSymbol @event when MentionsUnnamed(@event.Type):
                        _names.Names.Add(member.Name);
                        break;
                    case IMethodSymbol method when isOwned || HasContract(method) || MentionsUnnamed(method):
                        _names.Names.Add(method.MethodKind == MethodKind.Constructor ? type.Name : method.Name);
                        break;
                }
            }
        }

        private bool MentionsUnnamed(IMethodSymbol method)
        {
            if (MentionsUnnamed(method.ReturnType))
            {
                return true;
            }

            foreach (var parameter in method.Parameters)
            {
                if (MentionsUnnamed(parameter.Type))
                {
                    return true;
                }
            }

            return false;
        }

        // Through a value of some types a contract is reached without a name in the source: an indexer, an operator, a call of a delegate.
        private bool MentionsUnnamed(ITypeSymbol type)
        {
            if (TypeOwnership.IsScalar(type))
            {
                return false;
            }

            if (_unnamed.TryGetValue(type, out var known))
            {
                return known;
            }

            _unnamed[type] = false;
            var isUnnamed = type is IArrayTypeSymbol array ? MentionsUnnamed(array.ElementType) : type is INamedTypeSymbol named && HasUnnamed(named);
            _unnamed[type] = isUnnamed;
            return isUnnamed;
        }

        private bool HasUnnamed(INamedTypeSymbol type)
        {
            if (type.DelegateInvokeMethod is { } invoke && HasContract(invoke))
            {
                return true;
            }

            if (SaysSomethingOfItsValues(type))
            {
                return true;
            }

            foreach (var argument in type.TypeArguments)
            {
                if (MentionsUnnamed(argument))
                {
                    return true;
                }
            }

            if (!_contracts.IsOptedIn(type.ContainingAssembly))
            {
                return false;
            }

            foreach (var member in type.GetMembers())
            {
                switch (member)
                {
                    case IPropertySymbol { IsIndexer: true } indexer when _contracts.Types.MentionsMoveType(indexer.Type) || AttributeReader.HasAny(indexer.GetAttributes()):
                    case IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method when HasContract(method):
                    case IMethodSymbol { Name: "GetEnumerator" or "GetAsyncEnumerator" or "Deconstruct" } pattern when HasContract(pattern):
                        return true;
                }
            }

            return type.BaseType is { SpecialType: SpecialType.None } baseType && MentionsUnnamed(baseType);
        }

        private bool SaysSomethingOfItsValues(INamedTypeSymbol type) =>
            _contracts.IsOptedIn(type.ContainingAssembly)
            && type.OriginalDefinition.GetAttributes() is { IsEmpty: false } attributes
            && (AttributeReader.Has(attributes, AttributeNames.MustUse) || AttributeReader.Has(attributes, AttributeNames.NotSend));

        private bool Delegates(INamedTypeSymbol type) => type.DelegateInvokeMethod is { } invoke && HasContract(invoke);

        private bool HasContract(IMethodSymbol method)
        {
            if (_contracts.Types.MentionsMoveType(method.ReturnType)
                || SaysAnything(method.GetAttributes())
                || AttributeReader.HasAny(method.GetReturnTypeAttributes()))
            {
                return true;
            }

            foreach (var parameter in method.Parameters)
            {
                if (_contracts.Types.MentionsMoveType(parameter.Type) || SaysAnything(parameter.GetAttributes()))
                {
                    return true;
                }
            }

            return false;
        }

        private static bool SaysAnything(ImmutableArray<AttributeData> attributes) => AttributeReader.HasAny(attributes) || OtherVocabularies.HasAny(attributes);
    }
}
