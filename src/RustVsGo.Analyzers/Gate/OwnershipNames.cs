using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RustVsGo.Borrowck.Contracts;

namespace RustVsGo.Analyzers.Gate;

/// <summary>Collects the names through which a body can reach a move type or a contract. Looks at declarations only.</summary>
internal sealed class OwnershipNames
{
    private readonly ContractModel _contracts;
    private readonly CancellationToken _cancellation;

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

    /// <summary>Adds the names that <c>using</c> aliases give to anything collected so far.</summary>
    public void AddAliases(Compilation compilation)
    {
        if (Names.Count == 0)
        {
            return;
        }

        // What the helpers and attributes are called matters only where something can be owned.
        Names.Add(AttributeNames.Own);
        foreach (var attribute in new[] { AttributeNames.Owned, AttributeNames.Keeps, AttributeNames.Shared, AttributeNames.Borrowed, AttributeNames.BorrowedMut })
        {
            Names.Add(attribute);
            Names.Add(attribute.Substring(0, attribute.Length - "Attribute".Length));
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot(_cancellation) is CompilationUnitSyntax unit)
            {
                AddAliases(unit.Usings);
                foreach (var member in unit.Members)
                {
                    if (member is BaseNamespaceDeclarationSyntax space)
                    {
                        AddAliases(space.Usings);
                    }
                }
            }
        }
    }

    private static bool IsVocabulary(INamedTypeSymbol type) => type.Name.EndsWith("Attribute", System.StringComparison.Ordinal) && AttributeReader.IsVocabulary(type);

    private void AddAliases(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var directive in usings)
        {
            if (directive.Alias is { Name.Identifier.ValueText: var alias })
            {
                foreach (var token in directive.NamespaceOrType.DescendantTokens())
                {
                    if (Names.Contains(token.ValueText))
                    {
                        Names.Add(alias);
                    }
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
                case IMethodSymbol method when isOwned || HasContract(method):
                    Names.Add(method.MethodKind == MethodKind.Constructor ? type.Name : method.Name);
                    break;
            }
        }
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
