using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Borrowck.Contracts;

/// <summary>
/// What is said about the parts of one method: by its own attributes or, for a part that carries none, those of what it overrides or
/// implements, then by contract files, then in other vocabularies (docs/ownership-model.md, section 7, "Precedence").
/// </summary>
internal readonly struct StatedParts
{
    private const string OfDeferred = "nothing is done until it is enumerated";

    private readonly StatedContracts _contracts;
    private readonly List<IMethodSymbol> _declarations;

    public StatedParts(IMethodSymbol method, StatedContracts contracts)
    {
        _contracts = contracts;
        _declarations = new List<IMethodSymbol> { method };
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            _declarations.Add(overridden);
        }

        _declarations.AddRange(method.ExplicitInterfaceImplementations);
        AddImplicitImplementations(method);
        if (method.PartialDefinitionPart is { } definition)
        {
            _declarations.Add(definition);
        }

        if (method.PartialImplementationPart is { } implementation)
        {
            _declarations.Add(implementation);
        }
    }

    /// <summary>What is said about the receiver, on the method or, for an accessor, on its property.</summary>
    public StatedPart Receiver()
    {
        foreach (var declaration in _declarations)
        {
            var own = declaration.GetAttributes();
            var associated = declaration.AssociatedSymbol?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty;
            if (StatesReceiver(own) || StatesReceiver(associated))
            {
                return new(declaration, own, associated);
            }
        }

        return InFiles(ContractPartKind.Receiver, "") is { Method: not null } inFile ? inFile : Others(ContractPartKind.Receiver);
    }

    /// <summary>What is said about the parameter <paramref name="ordinal"/>. Who only adds something (<c>[Once]</c>) leaves the mode to the others.</summary>
    public StatedPart Parameter(int ordinal)
    {
        var first = default(StatedPart);
        var added = ImmutableArray<AttributeData>.Empty;
        foreach (var declaration in _declarations)
        {
            if (ordinal < declaration.Parameters.Length && declaration.Parameters[ordinal].GetAttributes() is var attributes && AttributeReader.HasAny(attributes))
            {
                if (AttributeReader.HasMode(attributes))
                {
                    return new(declaration, attributes, added);
                }

                if (first.Method is null)
                {
                    (first, added) = (new(declaration, attributes, added), attributes);
                }
            }
        }

        return first.Method is not null ? first
            : InFiles(ContractPartKind.Parameter, "", ordinal) is { Method: not null } inFile ? inFile
            : Others(ContractPartKind.Parameter, ordinal);
    }

    /// <summary>What is said about the result, on the method or, for a getter, on its property.</summary>
    public StatedPart Return()
    {
        foreach (var declaration in _declarations)
        {
            var own = declaration.GetReturnTypeAttributes();
            var onProperty = declaration is { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: { } property }
                ? property.GetAttributes()
                : ImmutableArray<AttributeData>.Empty;
            if (AttributeReader.HasAny(own) || AttributeReader.HasAny(onProperty))
            {
                return new(declaration, own, onProperty);
            }
        }

        return InFiles(ContractPartKind.Return, "") is { Method: not null } inFile ? inFile : Others(ContractPartKind.Return);
    }

    /// <summary>
    /// Why the result may not be dropped: by attributes on the method or its result, by files, or in other vocabularies. A sequence that only its
    /// enumeration computes is nothing without it.
    /// </summary>
    public MustUse? MustUse()
    {
        foreach (var declaration in _declarations)
        {
            if ((AttributeReader.Find(declaration.GetAttributes(), AttributeNames.MustUse)
                ?? AttributeReader.Find(declaration.GetReturnTypeAttributes(), AttributeNames.MustUse)) is { } attribute)
            {
                return new MustUse(AttributeReader.Names(attribute) is [var why, ..] ? why : null, declaration, Authority.Stated);
            }
        }

        if (InFiles(ContractPartKind.Return, "") is { Method: { } described } inFile)
        {
            if (inFile.Find(AttributeNames.MustUse) is { } clause)
            {
                return new MustUse(clause.Names is [var why, ..] ? why : null, described, inFile.Authority);
            }

            if (inFile.Find(AttributeNames.Borrowed)?.Flag("Deferred") == true && SequenceTypes.IsSequence(described.ReturnType))
            {
                return new MustUse(OfDeferred, described, inFile.Authority);
            }
        }

        foreach (var declaration in _declarations)
        {
            if (OtherVocabularies.MustUse(declaration) is { } said)
            {
                return said;
            }
        }

        return null;
    }

    /// <summary>Whether a declaration that the method overrides or implements comes from an assembly that knows nothing of the model.</summary>
    public bool ImplementsUnknown(Func<IAssemblySymbol?, bool> isOptedIn)
    {
        for (var i = 1; i < _declarations.Count; i++)
        {
            if (!isOptedIn(_declarations[i].ContainingAssembly))
            {
                return true;
            }
        }

        return false;
    }

    private StatedPart InFiles(ContractPartKind kind, string name, int ordinal = -1)
    {
        if (_contracts.IsEmpty)
        {
            return default;
        }

        foreach (var declaration in _declarations)
        {
            if (InProject(declaration, kind, ParameterName(declaration, name, ordinal)) is { } part)
            {
                return new(declaration, part);
            }
        }

        for (var i = 0; i < _declarations.Count; i++)
        {
            // What the catalog says of an interface holds for calls through it: an implementation may do more than the base library's own,
            // hand out snapshots for instance.
            var declaration = _declarations[i];
            if ((i == 0 || declaration.ContainingType is not { TypeKind: TypeKind.Interface })
                && BuiltIn(declaration, kind, ParameterName(declaration, name, ordinal)) is { } part)
            {
                return new(declaration, part);
            }
        }

        return Hidden(kind, name, ordinal);
    }

    private StatedPart Others(ContractPartKind kind, int ordinal = -1)
    {
        foreach (var declaration in _declarations)
        {
            var said = kind switch
            {
                ContractPartKind.Receiver => OtherVocabularies.Receiver(declaration),
                ContractPartKind.Return => OtherVocabularies.Return(declaration),
                _ => ordinal < declaration.Parameters.Length ? OtherVocabularies.Parameter(declaration, declaration.Parameters[ordinal]) : null,
            };
            if (said is not null)
            {
                return new(declaration, said);
            }
        }

        return default;
    }

    // What hides a member of a base type and has its signature does what it does: `SqlCommand.ExecuteReader` what `DbCommand.ExecuteReader` does.
    private StatedPart Hidden(ContractPartKind kind, string name, int ordinal)
    {
        var method = _declarations[0];
        if (method.IsStatic || method.IsOverride || method.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet))
        {
            return default;
        }

        for (var type = method.ContainingType?.BaseType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (!_contracts.IsInCatalog(type))
            {
                continue;
            }

            foreach (var member in type.GetMembers(method.Name))
            {
                if (member is IMethodSymbol hidden && HaveSameParameters(hidden, method) && BuiltIn(hidden, kind, ParameterName(hidden, name, ordinal)) is { } part)
                {
                    return new(hidden, part);
                }
            }
        }

        return default;
    }

    private static bool HaveSameParameters(IMethodSymbol first, IMethodSymbol second)
    {
        if (first.Parameters.Length != second.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < first.Parameters.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(first.Parameters[i].Type, second.Parameters[i].Type))
            {
                return false;
            }
        }

        return true;
    }

    private ContractPart? InProject(IMethodSymbol declaration, ContractPartKind kind, string name) =>
        _contracts.InProject(declaration, kind, name)
        ?? (declaration.AssociatedSymbol is { } associated ? _contracts.InProject(associated, kind, name) : null);

    private ContractPart? BuiltIn(IMethodSymbol declaration, ContractPartKind kind, string name) =>
        _contracts.BuiltIn(declaration, kind, name)
        ?? (declaration.AssociatedSymbol is { } associated ? _contracts.BuiltIn(associated, kind, name) : null);

    // An implementation may give its parameters other names.
    private static string ParameterName(IMethodSymbol declaration, string name, int ordinal) =>
        ordinal >= 0 && ordinal < declaration.Parameters.Length ? declaration.Parameters[ordinal].Name : name;

    private static bool StatesReceiver(ImmutableArray<AttributeData> attributes) =>
        AttributeReader.Has(attributes, AttributeNames.Borrows)
        || AttributeReader.Has(attributes, AttributeNames.Mutates)
        || AttributeReader.Has(attributes, AttributeNames.Consumes)
        || AttributeReader.Has(attributes, AttributeNames.Drop);

    private void AddImplicitImplementations(IMethodSymbol method)
    {
        if (method.IsStatic || method.DeclaredAccessibility != Accessibility.Public || method.ContainingType is not { TypeKind: not TypeKind.Interface } type
            || method.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove))
        {
            return;
        }

        foreach (var @interface in type.AllInterfaces)
        {
            foreach (var member in @interface.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate
                    && candidate.Parameters.Length == method.Parameters.Length
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), method))
                {
                    _declarations.Add(candidate);
                }
            }
        }
    }
}
