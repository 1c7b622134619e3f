using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;
using RustVsGo.Borrowck.Contracts.Files;

namespace RustVsGo.Analyzers.Gate;

/// <summary>Collects the names through which a body can reach a move type or a contract. Looks at declarations only.</summary>
internal sealed class OwnershipNames
{
    private readonly ContractModel _contracts;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<ITypeSymbol, bool> _unnamed = new(SymbolEqualityComparer.Default);

    public OwnershipNames(ContractModel contracts, CancellationToken cancellation)
    {
        _contracts = contracts;
        _cancellation = cancellation;
    }

    /// <summary>What was found; empty where nothing is owned.</summary>
    public HashSet<string> Names { get; } = new();

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

    /// <summary>Adds the names of the types and members that the project's contract files speak about.</summary>
    public void AddFiles(ImmutableArray<ContractFile> files)
    {
        foreach (var file in files)
        {
            foreach (var line in file.Lines)
            {
                // Of "M:System.Collections.Generic.List`1.Add(`0)": List and Add.
                var end = line.Id.IndexOfAny(new[] { '(', '~' });
                var pieces = (end < 0 ? line.Id.Substring(2) : line.Id.Substring(2, end - 2)).Split('.');
                for (var i = System.Math.Max(0, pieces.Length - 2); i < pieces.Length; i++)
                {
                    var tick = pieces[i].IndexOf('`');
                    var name = tick < 0 ? pieces[i] : pieces[i].Substring(0, tick);
                    Names.Add(name);
                    if (name.StartsWith("get_", System.StringComparison.Ordinal) || name.StartsWith("set_", System.StringComparison.Ordinal))
                    {
                        Names.Add(name.Substring(4));
                    }
                }
            }
        }
    }

    /// <summary>Adds the names that <c>using</c> aliases give to anything collected so far.</summary>
    public void AddAliases(Compilation compilation)
    {
        // A lambda or local function can carry an attribute where nothing else does.
        Names.Add(AttributeNames.Own);
        foreach (var attribute in new[] { AttributeNames.Owned, AttributeNames.Keeps, AttributeNames.Shared, AttributeNames.Borrowed, AttributeNames.BorrowedMut })
        {
            Names.Add(attribute);
            Names.Add(attribute.Substring(0, attribute.Length - "Attribute".Length));
        }

        var aliases = new List<UsingDirectiveSyntax>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot(_cancellation) is CompilationUnitSyntax unit)
            {
                aliases.AddRange(unit.Usings);
                AddNested(unit.Members, aliases);
            }
        }

        Resolve(aliases);
    }

    private static void AddNested(SyntaxList<MemberDeclarationSyntax> members, List<UsingDirectiveSyntax> aliases)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space)
            {
                aliases.AddRange(space.Usings);
                AddNested(space.Members, aliases);
            }
        }
    }

    private static bool IsVocabulary(INamedTypeSymbol type) => type.Name.EndsWith("Attribute", System.StringComparison.Ordinal) && AttributeReader.IsVocabulary(type);

    // An alias may name what another one names.
    private void Resolve(List<UsingDirectiveSyntax> usings)
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var directive in usings)
            {
                if (directive.Alias is not { Name.Identifier.ValueText: var alias } || Names.Contains(alias))
                {
                    continue;
                }

                foreach (var token in directive.NamespaceOrType.DescendantTokens())
                {
                    changed |= Names.Contains(token.ValueText) && Names.Add(alias);
                }
            }
        }
    }

    private void AddType(INamedTypeSymbol type)
    {
        var types = _contracts.Types;
        var isOwned = types.MentionsMoveType(type);
        if (isOwned || Delegates(type))
        {
            Names.Add(type.Name);
        }

        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case INamedTypeSymbol nested:
                    AddType(nested);
                    break;
                case IFieldSymbol field when types.MentionsMoveType(field.Type) || AttributeReader.HasAny(field.GetAttributes()):
                case IPropertySymbol property when types.MentionsMoveType(property.Type) || AttributeReader.HasAny(property.GetAttributes()):
                case IEventSymbol @event when types.MentionsMoveType(@event.Type):
                    Names.Add(member.Name);
                    break;
                case IPropertySymbol property when MentionsUnnamed(property.Type):
                case IFieldSymbol field when MentionsUnnamed(field.Type):
                case IEventSymbol @event when MentionsUnnamed(@event.Type):
                    Names.Add(member.Name);
                    break;
                case IMethodSymbol method when isOwned || HasContract(method) || MentionsUnnamed(method):
                    Names.Add(method.MethodKind == MethodKind.Constructor ? type.Name : method.Name);
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

    private bool Delegates(INamedTypeSymbol type) => type.DelegateInvokeMethod is { } invoke && HasContract(invoke);

    private bool HasContract(IMethodSymbol method)
    {
        if (_contracts.Types.MentionsMoveType(method.ReturnType)
            || AttributeReader.HasAny(method.GetAttributes())
            || AttributeReader.HasAny(method.GetReturnTypeAttributes()))
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (_contracts.Types.MentionsMoveType(parameter.Type) || AttributeReader.HasAny(parameter.GetAttributes()))
            {
                return true;
            }
        }

        return false;
    }
}
